"""Commands that change an order's facts: both sides of every edge."""

from .case_orders import day, parcel
from .command_orders import case, closing, opened_at, order, transit

ended = {"confirmed": order(confirmed_at=day(-1)), "cancelled": order(cancelled_at=day(-1))}
won = transit(disputes=[opened_at(day(-9), outcome="refunded", closed_at=day(-2))])

case("shipped as ordered", order(ordered_at=day(0)), "ship").becomes(parcels__0__shipped_at=day(0))
case("shipped a second before ordered", order(ordered_at=day(0, 1)), "ship").refused()
case("shipped in a day", order(), "ship", at=day(1)).becomes(parcels__0__shipped_at=day(1))
case("shipped in a day and a second", order(), "ship", at=day(1, 1)).refused()
case("a deadline at the shipment", order(), "ship", deadline=day(0)).becomes(deadline=day(0))
case("a deadline before it", order(), "ship", deadline=day(0, -1)).impossible()
case("the deadline before a new shipment", order(deadline=day(0, -1)), "ship").impossible()
case("closes at the shipment", order(closes=day(0)), "ship").becomes(closes_at=day(0))
case("closes before it", order(closes=day(0, -1)), "ship").refused()
case("one more parcel", transit(), "ship", tracking="LP2").becomes(
    parcels__1__tracking="LP2", parcels__1__shipped_at=day(0), closes_at=day(60))
case("days for a deadline", order(deadline=day(9)), "ship", days=5).becomes(deadline=None, days=5)
case("both", order(), "ship", days=5, deadline=day(9)).misused()
for end, over in {**ended, "resolved": won}.items():
    case("ship when " + end, over, "ship").refused()
    case("confirm when " + end, over, "confirm").refused()
    case("inspect when " + end, over, "inspect", good=True).refused()
    case("correct when " + end, over, "edit", title="USB hub").becomes(title="USB hub")

case("pick-up", transit(), "pickup", by=day(3)).becomes(pickup_by=day(3))
case("pick-up without an end", transit(), "pickup").misused()

case("delivered", transit(), "deliver").becomes(parcels__0__delivered_at=day(0))
case("delivered as shipped", transit(), "deliver", at=day(-20)).becomes()
case("delivered before", transit(), "deliver", at=day(-20, -1)).refused()
case("delivered, not shipped", order(), "deliver").refused()
case("delivered twice", transit(parcels=[parcel(day(-20), day(-1))]), "deliver").impossible()
two = transit(parcels=[parcel(day(-20)), parcel(day(-9), tracking="LP2")])
case("one of two arrived", two, "deliver", tracking="LP2").becomes(
    parcels__0__delivered_at=None, parcels__1__delivered_at=day(0))
case("both arrived", two, "deliver").becomes(
    parcels__0__delivered_at=day(0), parcels__1__delivered_at=day(0))
case("an unknown one arrived", two, "deliver", tracking="LP3").impossible()
case("delivered after a refund", won, "deliver").becomes(parcels__0__delivered_at=day(0))
case("delivered when confirmed", transit(confirmed_at=day(-1)), "deliver").refused()
in_window = transit(rules="aliexpress-2017", confirmed_at=day(-15, 1))
too_late = transit(rules="aliexpress-2017", confirmed_at=day(-15))
case("delivered in the window", in_window, "deliver").becomes(parcels__0__delivered_at=day(0))
case("delivered after the window", too_late, "deliver").refused()
case("delivered in the window, told later", too_late, "deliver", at=day(0, -1)).becomes()
case("inspected in the window", in_window, "inspect", bad=True).becomes(inspection="bad")
case("inspected after the window", too_late, "inspect", bad=True).refused()
case("shipped in the window", in_window, "ship").refused()
case("confirmed in the window", in_window, "confirm").refused()
case("in the window, cancelled", {**in_window, "cancelled_at": day(-1)}, "deliver").refused()
case("reported as delivered", transit(), "deliver", claimed=True).becomes(
    parcels__0__claimed_delivered_at=day(0), parcels__0__delivered_at=None)
case("reported before the shipment", transit(), "deliver", claimed=True, at=day(-20, -1)).refused()
came = transit(parcels=[parcel(day(-20), day(-5))])
case("reported after it came", came, "deliver", claimed=True).becomes(
    parcels__0__delivered_at=day(-5), parcels__0__claimed_delivered_at=day(0))
case("completed in a day", transit(), "edit", completed=day(1)).becomes(completed_at=day(1))
case("completed in a day and a second", transit(), "edit", completed=day(1, 1)).refused()
case("completed before ordered", order(ordered_at=day(0, 1)), "edit", completed=day(0)).refused()

case("inspected", transit(), "inspect", bad=True, note="cracked").becomes(
    inspection="bad", notes__0__text="cracked")
case("inspected without a result", transit(), "inspect").misused()
case("good and bad", transit(), "inspect", good=True, bad=True).misused()

case("confirmed", transit(), "confirm").becomes(confirmed_at=day(0))
case("confirmed as shipped", transit(), "confirm", at=day(-20)).becomes()
case("confirmed before", transit(), "confirm", at=day(-20, -1)).refused()
case("cancelled", order(), "cancel", at=day(-1)).becomes(cancelled_at=day(-1))
case("cancelled, shipped", transit(), "cancel").refused()
case("cancelled before ordered", order(ordered_at=day(0, 1)), "cancel").refused()

case("nothing to correct", order(), "edit").misused()
case("no tag", order(), "edit", remove_tag=["gifts"]).impossible()
case("shipped again", transit(), "edit", shipped=day(-9)).becomes(parcels__0__shipped_at=day(-9))
case("which was shipped", two, "edit", shipped=day(-9)).impossible()
case("delivered before it", transit(parcels=[parcel(day(-20), day(-5))]), "edit",
     shipped=day(-5, 1)).refused()
case("a wrong order of before", order(parcels=[parcel(day(-5), day(-6))]), "edit",
     title="USB hub").becomes()
grants = [dict(status="granted", days=5, requested_at=day(-4), decided_at=day(-4), closes_at=None)]
case("closes as the page shows it", closing(9, extensions=grants), "edit",
     closes=day(11)).becomes(closes=day(6), closes_at=day(11), closes_source="typed")
exact = [{**grants[0], "closes_at": day(13, 7)}]
case("and after an exact grant", closing(9, extensions=exact), "edit",
     closes=day(11)).becomes(closes_at=day(11), extensions__0__closes_at=None)
case("counted again", closing(9, extensions=exact), "edit",
     protection_days=30).becomes(closes_at=day(15), closes_source="protection_days")
case("the promise again", closing(9, extensions=exact), "edit",
     clear=["closes_at"]).becomes(closes_at=day(45), closes_source="deadline")
