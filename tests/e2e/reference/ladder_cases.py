"""The table of next steps, row by row; each name begins with the row."""

from .case_orders import (PROOF, case, day, delivered, dispute, disputed, extension, order, parcel,
                          transit)

case("1", disputed(dispute(day(-1), evidence_due=day(0, 1))), row=1, action="add_evidence",
     by=day(0, 1), urgency="critical", status="in_dispute")
case("1 escalated", disputed(dispute(day(-16), evidence_due=day(1))), row=1, status="escalated")
case("1 no: evidence", disputed(dispute(day(-1), evidence_due=day(1), evidence=PROOF)), row=6,
     kinds="evidence_due auto_escalates deadline")
case("2 edge", disputed(dispute(day(-1), evidence_due=day(0))), row=2, by=day(0),
     urgency="critical")
case("2 escalated", disputed(dispute(day(-1), escalated_at=day(0), evidence_due=day(-1))), row=2,
     kinds="deadline")
case("2 no: evidence", disputed(dispute(day(-16), evidence_due=day(-1), evidence=PROOF)), row=7,
     by=None, urgency="routine")
unseen = dispute(day(-2), "not_received", evidence=PROOF)
case("3", delivered(disputes=[unseen]), row=3, action="inspect_and_close", by=day(4),
     urgency="critical", kinds="reason_change auto_escalates",
     windows__reason_change={"from": day(-1), "until": day(4)})
case("3 passed", delivered(parcels=[parcel(day(-20), day(-5))], disputes=[unseen]), row=3,
     by=day(0), kinds="auto_escalates", windows__reason_change={"from": day(-2), "until": day(0)})
case("3 no window", delivered(parcels=[parcel(day(-20), day(-9))], disputes=[unseen]), row=3,
     by=day(-4), kinds="auto_escalates", windows__reason_change=None)
case("3 no limit", delivered(disputes=[unseen], y2017=True), row=3, by=None, kinds="auto_escalates",
     windows__reason_change={"from": day(-1), "until": None})
case("3 escalated", delivered(disputes=[dispute(day(-15), "not_received")]), row=3,
     status="escalated")
case("3 no: partly",
     delivered(parcels=[parcel(day(-20), day(-1)), parcel(day(-20))], disputes=[unseen]), row=6,
     windows__reason_change=None)
case("4 edge", disputed(dispute(day(-3))), row=4, action="escalate", by=day(12), urgency="soon",
     windows__escalation={"from": day(0), "until": day(12)})
case("4 refused", disputed(dispute(day(-3), seller_answer="refused", evidence=PROOF)), row=4)
case("4 last second", disputed(dispute(day(-15, 1))), row=4, by=day(0, 1), escalation=["none"])
case("4 no: a second early", disputed(dispute(day(-3, 1))), row=5, by=day(12, 1), urgency="soon")
case("4 no: offered", disputed(dispute(day(-3), seller_answer="offered")), row=5)
case("4 no: no button", disputed(dispute(day(-4)), y2017=True), row=5, by=day(3),
     windows__escalation=None)
case("6 opens", disputed(dispute(day(-1), evidence=PROOF)), row=6, action="wait_for_seller",
     by=day(2), urgency="routine")
case("6 then auto", disputed(dispute(day(-3), seller_answer="accepted", evidence=PROOF)), row=6,
     by=day(12))
case("6 no button", disputed(dispute(day(-3), evidence=PROOF), y2017=True), row=6, by=day(4))
case("7 auto", disputed(dispute(day(-15))), row=7, action="wait_for_ruling", by=None,
     escalation=["automatic"], kinds="deadline",
     windows__escalation={"from": day(-12), "until": day(0)})
case("7 hand", disputed(dispute(day(-1), escalated_at=day(5))), row=7, escalation=["manual"],
     windows__escalation=None)
case("7 auto 2017", disputed(dispute(day(-7)), y2017=True), row=7, escalation=["automatic"])
case("7 auto 2017 before", disputed(dispute(day(-7, 1)), y2017=True), row=4, escalation=["none"])
won = dict(outcome="refunded", closed_at=day(-3))
unseen_won = dispute(day(-9), "not_received", **won)
case("8 return_by",
     disputed(dispute(day(-9), outcome="partial", closed_at=day(-3), return_by=day(2, 1))), row=8,
     action="send_back", by=day(2, 1), urgency="soon", status="resolved", kinds="return_by",
     at_risk=False)
case("8 critical", disputed(dispute(day(-9), return_by=day(2), **won)), row=8, urgency="critical",
     deadlines__0__days_left=2)
case("8 passed", disputed(dispute(day(-9), return_by=day(-1), **won)), row=8, urgency="critical",
     by=day(-1), kinds="")
case("8 remedy", disputed(dispute(day(-9), want="return", **won)), row=8, by=None, urgency="soon",
     kinds="")
case("8 sent",
     disputed(dispute(day(-9), want="return", return_by=day(3), returned_at=day(0), **won)), row=25,
     kinds="")
case("8 rejected", disputed(dispute(day(-9), want="return", outcome="rejected", closed_at=day(-3))),
     row=25)
case("9 edge", delivered(parcels=[parcel(day(-20), day(-3))], disputes=[unseen_won]), row=9,
     action="settle_with_seller", by=None, urgency="routine")
case("9 before", delivered(parcels=[parcel(day(-20), day(-3, -1))], disputes=[unseen_won]), row=25)
case("9 other reason", delivered(disputes=[dispute(day(-9), **won)]), row=25)
for row, look, action in ((10, "bad", "open_dispute"), (11, None, "inspect")):
    case("%d soon" % row, delivered(closes=day(2, 1), inspection=look), row=row, action=action,
         by=day(2, 1), urgency="soon", status="delivered", kinds="closes")
    case("%d critical" % row, delivered(closes=day(2), inspection=look), row=row,
         urgency="critical")
    case("%d closes unknown" % row, delivered(days=None, inspection=look), row=row, by=None,
         urgency="soon", kinds="", closes_source=None)
    case("%d grace" % row, delivered(closes=day(0), inspection=look, y2017=True), row=row,
         by=day(14), urgency="routine" if look is None else "soon", kinds="closes",
         deadlines__0__at=day(14))  # delivered a day ago
    case("%d grace ends" % row, delivered(closes=day(-13), inspection=look, y2017=True), row=row,
         by=day(2), urgency="critical")
case("12", delivered(inspection="good"), row=12, action="confirm", by=day(40), urgency="routine")
wait = dict(parcels=[parcel(day(-20))], days=60)
case("13", order(pickup_by=day(2, 1), **wait), row=13, action="collect", by=day(2, 1),
     urgency="soon", status="ready_for_pickup", kinds="pickup_by deadline closes")
case("13 critical", order(pickup_by=day(2), **wait), row=13, urgency="critical")
case("13 passed", order(pickup_by=day(0), **wait), row=13, by=day(40), urgency="soon",
     kinds="deadline closes")
case("13 passed, closes unknown", order(pickup_by=day(-1), parcels=[parcel(day(-20))]), row=13,
     by=day(-1), urgency="critical")
case("14 edge", order(ship_by=day(0)), row=14, action="check_cancellation", by=day(0),
     urgency="soon", status="awaiting_shipment", kinds="")
case("15 last", order(ship_by=day(0, 1)), row=15, action="contact_seller", by=day(0, 1),
     urgency="soon", kinds="ship_by")
case("15 first", order(ship_by=day(2)), row=15)
case("16", order(ship_by=day(2, 1)), row=16, action="wait_for_shipment", by=day(2, 1),
     urgency="routine", windows__dispute=None)
case("16 no ship-by", order(days=30, protection_days=60), row=16, by=None, deadline=None,
     closes_at=None)
case("17 edge", transit(closes=day(2)), row=17, action="open_dispute", by=day(2),
     urgency="critical", start=None, closes_source="typed")
case("17 last second", transit(closes=day(0, 1)), row=17, status="in_transit")
case("17 grace", transit(closes=day(-1), y2017=True), row=17, by=day(14), status="in_transit")
case("17 not open yet", order(parcels=[parcel(day(-4, -1))], days=6), row=17, start=day(1, -1),
     by=day(2, -1), urgency="critical")
case("17 not open, early", order(parcels=[parcel(day(-4, 1))], days=6), row=20, by=day(0, 1))
case("17 null window", order(parcels=[parcel(day(-4))], protection_days=5), row=23,
     windows__dispute=None, by=day(-3))
overdue = dict(parcels=[parcel(day(-20))], protection_days=60)
case("18 edge", order(days=20, **overdue), row=18, action="open_dispute", by=day(40),
     urgency="soon")
case("18 before", order(days=20, parcels=[parcel(day(-20, 1))], protection_days=60), row=23)
case("18 granted", order(days=15, extensions=[extension("granted", 5)], **overdue), row=18,
     by=day(45), deadline=day(-5))
case("18 granted before", order(days=15, extensions=[extension("granted", 6)], **overdue), row=23)
case("18 pending does not count", order(days=20, extensions=[extension("pending", 6)], **overdue),
     row=18)
case("18 window shut", order(days=3, parcels=[parcel(day(-5, 1))], protection_days=30, y2017=True),
     row=18)
case("18 window shut 2", order(days=6, parcels=[parcel(day(-7))], protection_days=30, y2017=True),
     row=23, by=day(3))
unnumbered, untracked = parcel(day(-20), tracking=None), parcel(day(-20), untracked=True)
case("19 no number", transit(parcels=[unnumbered]), row=19, action="open_dispute", by=day(40),
     urgency="soon")
case("19 untracked", transit(parcels=[untracked]), row=19, by=day(40))
case("19 the tracked one arrived", transit(parcels=[parcel(day(-20), day(-1)), unnumbered]), row=19)
case("19 no: one usable", transit(parcels=[untracked, parcel(day(-20))]), row=23)
case("19 closes unknown", transit(days=None, parcels=[unnumbered]), row=19, by=None,
     windows__dispute={"from": day(-15), "until": None})
case("19 window opens", transit(parcels=[parcel(day(-5), tracking=None)]), row=19)
case("19 before", transit(parcels=[parcel(day(-5, 1), tracking=None)]), row=23, by=day(0, 1))
case("20 edge", transit(closes=day(3)), row=20, action="request_extension", by=day(1),
     urgency="soon", windows__extension={"from": day(0), "until": day(1)})
case("20 last", transit(closes=day(2, 1)), row=20, by=day(0, 1))
case("20 declined", transit(closes=day(3), extensions=[extension("declined", 5, day(0))]), row=20)
case("20 granted before", transit(closes=day(3), extensions=[extension("granted", 5, day(0, -1))]),
     row=20)
case("20 window not open", order(parcels=[parcel(day(-3, -1))], days=6, closes=day(2, 5)), row=20)
case("21", transit(closes=day(3), extensions=[extension("pending")]), row=21,
     action="wait_for_seller", by=day(1), urgency="soon")
case("21 granted too",
     transit(closes=day(3), extensions=[extension("granted", 5, day(0)), extension("pending")]),
     row=21)
case("22", transit(closes=day(4)), row=22, action="check_tracking", by=day(1), urgency="soon")
case("22 last", transit(closes=day(3, 1)), row=22, by=day(0, 1))
case("22 granted in it", transit(closes=day(3), extensions=[extension("granted", 5, day(0))]),
     row=22, by=day(1))
case("22 granted at its end", transit(closes=day(3), extensions=[extension("granted", 5, day(1))]),
     row=20)
case("23", transit(closes=day(4, 1)), row=23, action="wait_for_delivery", by=day(0, 1),
     urgency="routine")
case("23 window first", transit(parcels=[parcel(day(-1))]), row=23, by=day(4))
case("24 edge", transit(closes=day(0)), row=24, status="auto_closed", action="none", by=None,
     urgency="none", kinds="", at_risk=False, windows__dispute={"from": day(-15), "until": day(0)})
case("24 grace", transit(closes=day(-15), y2017=True), row=24)
case("24 grace before", transit(closes=day(-15, 1), y2017=True), row=17, by=day(0, 1))
case("24 partly", transit(closes=day(0), parcels=[parcel(day(-9), day(-1)), parcel(day(-9))]),
     row=24)
case("25 delivered", delivered(closes=day(0)), row=25, status="auto_closed")
case("25 confirmed", transit(confirmed_at=day(5)), row=25, status="confirmed", kinds="")
case("25 cancelled", order(cancelled_at=day(0), confirmed_at=day(0)), row=25, status="cancelled")
