"""Clocks, several parcels, unknown shipping dates, disputes that ended."""

from .case_orders import (PROOF, case, day, delivered, dispute, disputed, extension, order, parcel,
                          transit)

case("last parcel", transit(parcels=[parcel(day(-3)), parcel(day(-20))]), shipped_at=day(-3),
     closes_at=day(57), deadline=day(57))
answered = [extension("granted", 3), extension("declined", 9), extension("granted", 4)]
case("several grants", transit(extensions=answered + [extension("pending", 8)]),
     closes_at=day(47), deadline=day(40), closes_source="deadline")
case("typed is effective", transit(closes=day(30), extensions=[extension("granted", 3)]),
     closes_at=day(30), closes_source="typed")
case("protection", transit(protection_days=50), closes_at=day(30), closes_source="protection_days",
     kinds="closes deadline")
exact = extension("granted", 3, closes_at=day(42, 7))
case("exact grant", transit(extensions=[exact, extension("granted", 2)]), closes_at=day(44, 7),
     closes_source="deadline")
case("exact grant later", transit(extensions=[extension("granted", 9), exact]),
     closes_at=day(42, 7))
decided_last = extension("granted", 3, decided=day(0), closes_at=day(42, 7))
decided_first = extension("granted", 2, decided=day(-1))
case("exact grant alone", order(extensions=[exact]), closes_at=day(42, 7), closes_source="typed")
case("grants by decision time", transit(extensions=[decided_last, decided_first]),
     closes_at=day(42, 7))
case("5 d promise", order(parcels=[parcel(day(-1))], days=5, protection_days=30),
     windows__dispute={"from": day(-1), "until": day(29)})
case("6 d promise", order(parcels=[parcel(day(-1))], days=6, protection_days=30),
     windows__dispute__from=day(4))
case("typed 5 d", order(parcels=[parcel(day(-1))], deadline=day(4), protection_days=30),
     windows__dispute__from=day(-1))
case("typed 5 d + 1 s", order(parcels=[parcel(day(-1))], deadline=day(4, 1), protection_days=30),
     windows__dispute__from=day(4))
case("days beats deadline", transit(deadline=day(9)), deadline=day(40))
case("window 2017", transit(y2017=True), windows__dispute={"from": day(-10), "until": day(55)},
     closes_at=day(40))
case("undated", order(parcels=[parcel(None)], closes=day(9)), status="in_transit", row=23,
     by=day(5), windows__dispute=None, windows__extension=None)
case("undated window", order(parcels=[parcel(None)], closes=day(3)), row=20)
case("undated window ends", order(parcels=[parcel(None)], closes=day(2)), row=23, by=day(-2))
case("undated deadline is closes",
     order(parcels=[parcel(None)], deadline=day(9), protection_days=60), closes_at=day(9),
     closes_source="deadline")
case("pickup, no parcel", order(pickup_by=day(3), ship_by=day(1)), status="ready_for_pickup",
     row=13, by=day(3), kinds="ship_by pickup_by")
case("no price", order(price=None), at_risk=True)
case("undated days", order(parcels=[parcel(None)], days=30, protection_days=60), closes_at=None,
     deadline=None, row=23, by=None)
case("open dispute stops closing", disputed(dispute(day(-5), evidence=PROOF), closes=day(-3)),
     status="in_dispute", kinds="auto_escalates deadline")
case("cancelled dispute", disputed(dispute(day(-5), closed_at=day(-4)), closes=day(0)),
     status="auto_closed", windows__escalation=None)
case("current is last opened",
     transit(disputes=[dispute(day(-2)), dispute(day(-9), outcome="refunded", closed_at=day(-8))]),
     status="in_dispute", row=5)
case("ended automatic", disputed(dispute(day(-18), outcome="refunded", closed_at=day(-1))),
     escalation=["automatic"], row=25)
case("ended earlier", disputed(dispute(day(-18), outcome="refunded", closed_at=day(-3))),
     escalation=["none"])
case("deadline = closes", transit(), kinds="deadline closes")
case("days_left floor", transit(closes=day(3, -1)), deadlines__0__days_left=2, row=20)
case("delivered in future counts", delivered(parcels=[parcel(day(-20), day(3))]),
     status="delivered", row=11)
case("not shipped, typed closes past", order(closes=day(0)), status="auto_closed", row=24)
case("all three rule sets known", order(rules="aliexpress-2023"), status="awaiting_shipment")
