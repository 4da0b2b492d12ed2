"""Extensions and disputes: both sides of every edge."""

from .case_orders import PROOF, day, extension, parcel
from .command_orders import case, closing, disputed, opened_at, order, transit

case("requested", closing(0, 1), "extend request", days=5, channel="button").becomes(
    extensions__0__days=5, extensions__0__status="pending", extensions__0__requested_at=day(0))
case("requested, days open", transit(), "extend request").becomes(extensions__0__days=None)
case("requested at closes", closing(0), "extend request").refused()
case("requested in the grace", closing(0, rules="aliexpress-2017"), "extend request").refused()
case("requested before completion", transit(completed_at=day(0, 1)), "extend request").becomes()
case("requested at completion", transit(completed_at=day(0)), "extend request").refused()
delivered = transit(rules="aliexpress-2017", parcels=[parcel(day(-20), day(-5))])
case("requested after delivery", delivered, "extend request").becomes()
case("requested in a dispute", disputed(day(-1)), "extend request").refused()
case("requested when confirmed", transit(confirmed_at=day(-1)), "extend request").refused()
case("requested before shipment", order(), "extend request").becomes()

asked = closing(9, extensions=[extension("pending", 5)])
open_days = closing(9, extensions=[extension("pending", None)])
case("granted", asked, "extend grant").becomes(
    closes_at=day(14), extensions__0__status="granted", extensions__0__decided_at=day(0))
case("granted other days", asked, "extend grant", days=3).becomes(closes_at=day(12))
case("granted, days open", open_days, "extend grant").impossible()
case("granted without request", closing(9), "extend grant", days=3).becomes(
    closes_at=day(12), extensions__0__requested_at=day(0), extensions__0__decided_at=day(0))
case("granted without request, no amount", closing(9), "extend grant").impossible()
case("granted without request, disputed", disputed(day(-1)), "extend grant", days=3).refused()
case("granted without request, closed", closing(0), "extend grant", days=3).refused()
case("granted to the second", asked, "extend grant", closes=day(10, 1)).becomes(
    closes_at=day(10, 1), extensions__0__days=2, extensions__0__closes_at=day(10, 1))
case("granted whole days", asked, "extend grant", closes=day(10)).becomes(extensions__0__days=1)
case("granted nothing", asked, "extend grant", closes=day(9)).impossible()
case("granted, closes unknown", order(), "extend grant", closes=day(9)).becomes(
    closes_at=day(9), extensions__0__days=None, closes_source="typed")
case("granted both", asked, "extend grant", closes=day(10), days=1).misused()
case("granted when requested", asked, "extend grant", at=day(-1)).becomes()
case("granted before requested", asked, "extend grant", at=day(-1, -1)).refused()
early = {**extension("pending", 1), "requested_at": day(-2)}
case("the last one requested", closing(9, extensions=[extension("pending", 5), early]),
     "extend grant").becomes(extensions__0__status="granted", extensions__1__status="pending")
case("declined", asked, "extend decline").becomes(extensions__0__status="declined")
case("declined nothing", closing(9), "extend decline").impossible()

received = dict(reason="not-received")
five = order(parcels=[parcel(day(-5))], days=60)
case("opened at once", five, "dispute open", **received).becomes(
    disputes__0__opened_at=day(0), disputes__0__want="full", disputes__0__reason="not_received")
case("opened too soon", five, "dispute open", at=day(0, -1), **received).refused()
case("opened in time", closing(0, 1), "dispute open", **received).becomes()
case("opened too late", closing(0), "dispute open", **received).refused()
case("opened in the grace", closing(-15, 1, rules="aliexpress-2017"), "dispute open",
     **received).becomes()
case("opened after it", closing(-15, rules="aliexpress-2017"), "dispute open",
     **received).refused()
confirmed = transit(rules="aliexpress-2017", confirmed_at=day(-15, 1))
case("opened when confirmed", confirmed, "dispute open", **received).becomes(
    disputes__0__opened_at=day(0))
case("opened too late after it", transit(rules="aliexpress-2017", confirmed_at=day(-15)),
     "dispute open", **received).refused()
case("opened after a final confirmation", transit(confirmed_at=day(-1)), "dispute open",
     **received).refused()
tracked = transit(rules="aliexpress-2024", days=21)
case("lost before the deadline", tracked, "dispute open", **received).refused()
case("lost at the deadline", {**tracked, "days": 20}, "dispute open", **received).becomes()
case("lost without a number", {**tracked, "parcels": [parcel(day(-20), tracking=None)]},
     "dispute open", **received).becomes()
case("not as described before it", tracked, "dispute open", reason="not-as-described").becomes()
reopened = {**confirmed, "disputes": [opened_at(day(-15, 1))]}
case("answered when reopened", reopened, "dispute answer", seller="refused").becomes()
case("resolved when reopened", reopened, "dispute resolve", outcome="rejected").becomes()
case("opened before the confirmation", {**confirmed, "disputes": [opened_at(day(-15))]},
     "dispute answer", seller="refused").refused()
case("answered under the rules of 2016", {**reopened, "rules": "aliexpress-2016"},
     "dispute answer", seller="refused").refused()
case("opened, not shipped", order(), "dispute open", **received).refused()
case("opened twice", disputed(day(-1)), "dispute open", **received).refused()
case("opened again", disputed(day(-2), closed_at=day(-1)), "dispute open",
     **received).becomes(disputes__1__opened_at=day(0))
lost = opened_at(day(-9), outcome="rejected", closed_at=day(-8))
case("opened after an outcome", transit(disputes=[lost, opened_at(day(-7), closed_at=day(-6))]),
     "dispute open", **received).refused()
case("opened before the other one ended", disputed(day(-2), closed_at=day(-1)), "dispute open",
     at=day(-1, -1), **received).refused()
case("no reason", transit(), "dispute open").misused()
case("no amount", transit(), "dispute open", want="partial", **received).misused()
case("full with an amount", transit(), "dispute open", amount=1, **received).misused()

arrived = [parcel(day(-20), day(-5))]
unseen = opened_at(day(-7), "not_received")
late = transit(parcels=arrived, disputes=[unseen])
other = dict(reason="not-as-described")
case("amended in time", late, "dispute amend", at=day(0, -1), **other).becomes(
    disputes__0__reason="not_as_described", disputes__0__opened_at=day(-7),
    disputes__0__amended_at=day(0, -1))
case("amended too late", late, "dispute amend", **other).refused()
case("amended long after delivery",
     transit(parcels=[parcel(day(-20), day(-9))], disputes=[opened_at(day(-2), "not_received")]),
     "dispute amend", **other).refused()
case("amended to the same", late, "dispute amend", **received).becomes()
case("amended, no limit", {**late, "rules": "aliexpress-2017"}, "dispute amend",
     **other).becomes()
case("amended, not delivered", disputed(day(-9), reason="not_received"), "dispute amend",
     **other).becomes()
case("amended remedy", disputed(day(-1)), "dispute amend", want="partial", amount=150).becomes(
    disputes__0__amount={"amount": "1.50", "currency": "USD"})
case("amended back", disputed(day(-1), want="partial", amount={"amount": "1.50"}),
     "dispute amend", want="full").becomes(disputes__0__amount=None)
case("amended, no amount", disputed(day(-1)), "dispute amend", want="partial").impossible()
case("amended as it was opened", disputed(day(-1)), "dispute amend", at=day(-1),
     want="return").becomes(disputes__0__amended_at=day(-1))
case("amended before it", disputed(day(-1)), "dispute amend", at=day(-1, -1),
     want="return").refused()
case("amended again", disputed(day(-3), amended_at=day(-2)), "dispute amend",
     want="return").becomes(disputes__0__amended_at=day(0))
case("amended earlier", disputed(day(-3), amended_at=day(-1)), "dispute amend", at=day(-1, -1),
     want="return").refused()
case("amended at the same time", disputed(day(-3), amended_at=day(-1)), "dispute amend",
     at=day(-1), want="return").becomes(disputes__0__want="return")
case("confirmed again when reopened", reopened, "confirm").refused()
case("amended nothing", disputed(day(-1)), "dispute amend").misused()
case("amended, none open", transit(), "dispute amend", **other).impossible()

case("answered", disputed(day(-1)), "dispute answer", seller="offered", amount=200).becomes(
    disputes__0__seller_answer="offered", disputes__0__answered_at=day(0))
case("answered too soon", disputed(day(-1)), "dispute answer", at=day(-1, -1),
     seller="refused").refused()
case("answered, none open", transit(), "dispute answer", seller="refused").impossible()

case("escalated", disputed(day(-3)), "dispute escalate").becomes(disputes__0__escalated_at=day(0))
case("escalated too soon", disputed(day(-3, 1)), "dispute escalate").refused()
case("too soon for a due date", disputed(day(-3, 1)), "dispute escalate",
     evidence_due=day(4)).refused()
case("escalated in time", disputed(day(-15, 1)), "dispute escalate").becomes()
case("escalated automatically", disputed(day(-15)), "dispute escalate").refused()
case("a due date alone", disputed(day(-15)), "dispute escalate", evidence_due=day(4)).becomes(
    disputes__0__escalated_at=None, disputes__0__evidence_due=day(4))
by_hand = disputed(day(-9), escalated_at=day(-2))
case("escalated twice", by_hand, "dispute escalate").refused()
case("a due date later", by_hand, "dispute escalate", evidence_due=day(4)).becomes(
    disputes__0__escalated_at=day(-2), disputes__0__evidence_due=day(4))
button = {**disputed(day(-4)), "rules": "aliexpress-2017"}
case("no button", button, "dispute escalate").refused()
case("no button, a due date", button, "dispute escalate", evidence_due=day(4)).becomes(
    disputes__0__escalated_at=None, disputes__0__evidence_due=day(4))

priced = {**disputed(day(-4)), "price": {"amount": "9.00", "currency": "USD"}}
case("refunded", priced, "dispute resolve", outcome="refunded").becomes(
    disputes__0__refund=priced["price"], disputes__0__closed_at=day(0))
case("refunded, no price", disputed(day(-4)), "dispute resolve", outcome="refunded").becomes(
    disputes__0__refund=None)
case("refunded partly", priced, "dispute resolve", outcome="partial").misused()
case("rejected", priced, "dispute resolve", outcome="rejected", amount=1).misused()
case("resolved too soon", priced, "dispute resolve", outcome="rejected",
     at=day(-4, -1)).refused()
case("resolved twice", transit(disputes=[lost]), "dispute resolve", outcome="rejected").refused()

won = disputed(day(-4), outcome="refunded", closed_at=day(-1))
case("sent back", won, "dispute returned").becomes(disputes__0__returned_at=day(0))
case("sent back twice", disputed(day(-4), outcome="refunded", closed_at=day(-1),
     returned_at=day(0)), "dispute returned").refused()
case("sent back after a rejection", transit(disputes=[lost]), "dispute returned").refused()
case("sent back, none", transit(), "dispute returned").impossible()

case("cancelled", disputed(day(-4)), "dispute cancel").becomes(disputes__0__closed_at=day(0))
case("cancelled, not delivered", disputed(day(-4), reason="not_received"), "dispute cancel").refused()
case("cancelled, delivered", late, "dispute cancel").becomes()
case("cancelled, none", transit(), "dispute cancel").impossible()
proven = disputed(day(-4), evidence=PROOF)
case("a missing file", proven, "dispute evidence", files=["/nowhere/photo.jpg"]).impossible()
case("no file", proven, "dispute evidence").misused()
first = opened_at(day(-2), closed_at=day(-1))
case("recorded last, opened first", transit(disputes=[first, opened_at(day(-9))]),
     "dispute answer", seller="refused").impossible()
overlapping = transit(disputes=[opened_at(day(-2)), opened_at(day(-9))])
case("the one opened last is cancelled", overlapping, "dispute cancel").becomes(
    disputes__0__closed_at=day(0), disputes__1__closed_at=None)
unclosed = order(parcels=[parcel(day(-5))])
case("granted at the shipment", unclosed, "extend grant", closes=day(-5)).becomes()
case("granted before it", unclosed, "extend grant", closes=day(-5, -1)).refused()
