// Next steps, rows 10 to 16: delivered, ready for pickup, not shipped. The first match wins.
#include "unit/rules/step_rows.h"

using namespace aliprotect;
using namespace aliprotect::testing;
using namespace std::chrono_literals;

namespace {

/// Closes on day 45.
OrderBuilder delivered() { return order().shipped(day(0)).days(45).all_delivered(day(30)); }
OrderBuilder bad() { return delivered().inspected(Inspection::bad); }
OrderBuilder good() { return delivered().inspected(Inspection::good); }
OrderBuilder collectable() { return order().shipped(day(0)).days(45).pickup_by(day(30)); }

}  // namespace

TEST_CASE(
    "next step, rows 10 to 12: delivered; inspected as bad, not inspected, inspected as good") {
  check_steps({
      {"10: open a dispute by closes", bad(), day(31), "open_dispute", day(45), "soon"},
      {"10: one second before the last 2 d", bad(), day(43) - 1s, "open_dispute", day(45), "soon"},
      {"10: critical in the last 2 d", bad(), day(43), "open_dispute", day(45), "critical"},
      {"10: one second before closes", bad(), day(45) - 1s, "open_dispute", day(45), "critical"},
      {"10: at closes: not this row", bad(), day(45), "none", none, "none"},
      {"10: a dispute is open: not this row",
       bad().dispute(day(31), Reason::not_as_described).evidence(day(31)), day(32),
       "wait_for_seller", day(34), "routine"},
      {"10: the dispute was cancelled: this row again",
       bad().dispute(day(31), Reason::not_as_described).dispute_cancelled(day(32)), day(33),
       "open_dispute", day(45), "soon"},
      {"11: inspect by closes", delivered(), day(31), "inspect", day(45), "soon"},
      {"11: one second before the last 2 d", delivered(), day(43) - 1s, "inspect", day(45), "soon"},
      {"11: critical in the last 2 d", delivered(), day(43), "inspect", day(45), "critical"},
      {"11: at closes: not this row", delivered(), day(45), "none", none, "none"},
      {"11: before row 13, though it waited for collection", delivered().pickup_by(day(35)),
       day(31), "inspect", day(45), "soon"},
      {"12: confirm by closes", good(), day(31), "confirm", day(45), "routine"},
      {"12: routine in the last 2 d too", good(), day(45) - 1s, "confirm", day(45), "routine"},
      {"12: at closes: not this row", good(), day(45), "none", none, "none"},
      {"12: confirmed: not this row", good().confirmed(day(32)), day(33), "none", none, "none"},
      {"10 to 12: closes unknown: none known, null", order().shipped(day(0)).all_delivered(day(9)),
       day(10), "inspect", none, "soon"},
      {"10 to 12: inspected but not delivered: a row of those in transit",
       order().shipped(day(0)).days(45).inspected(Inspection::bad), day(20), "wait_for_delivery",
       day(41), "routine"},
      {"10 to 12: granted days move closes", delivered().requested(day(20), 10).granted(day(21)),
       day(44), "inspect", day(55), "soon"},
      {"10 to 12: one of two parcels arrived: not these rows",
       order().shipped(day(0)).delivered(day(9)).shipped(day(0)).days(45), day(20),
       "wait_for_delivery", day(41), "routine"},
  });
}

TEST_CASE("next step, row 13: collect a parcel by pickup by, otherwise by closes") {
  check_steps({
      {"by pickup by", collectable(), day(20), "collect", day(30), "soon"},
      {"one second before the last 2 d", collectable(), day(28) - 1s, "collect", day(30), "soon"},
      {"critical in the last 2 d", collectable(), day(28), "collect", day(30), "critical"},
      {"one second before pickup by", collectable(), day(30) - 1s, "collect", day(30), "critical"},
      {"after a passed pickup by: closes", collectable(), day(30), "collect", day(45), "soon"},
      {"closes, in its last 2 d", collectable(), day(43), "collect", day(45), "critical"},
      {"at closes: not this row", collectable(), day(45), "none", none, "none"},
      {"closes unknown: pickup by", order().shipped(day(0)).pickup_by(day(30)), day(20), "collect",
       day(30), "soon"},
      {"all passed: the last known, and critical stays so after by",
       order().shipped(day(0)).pickup_by(day(30)), day(31), "collect", day(30), "critical"},
      {"before row 17: closes − 2 d passed", collectable().pickup_by(day(50)), day(44), "collect",
       day(45), "critical"},
      {"before row 18: deadline passed",
       order().shipped(day(0)).days(20).protection_days(45).pickup_by(day(30)), day(22), "collect",
       day(30), "soon"},
      {"before row 19: untracked", collectable().untracked(), day(20), "collect", day(30), "soon"},
      {"before row 20: in the extension window", collectable(), day(42), "collect", day(45),
       "soon"},
      {"after row 6: a dispute is open", collectable().dispute(day(20)).evidence(day(20)), day(21),
       "wait_for_seller", day(23), "routine"},
  });
}

TEST_CASE("next step, rows 14 to 16: not shipped") {
  const auto waiting = order().ordered(day(0)).ship_by(day(8)).build();
  check_steps({
      {"16: by ship-by", waiting, day(1), "wait_for_shipment", day(8), "routine"},
      {"16: one second more than 2 d before", waiting, day(6) - 1s, "wait_for_shipment", day(8),
       "routine"},
      {"15: within 2 d", waiting, day(6), "contact_seller", day(8), "soon"},
      {"15: one second before ship-by", waiting, day(8) - 1s, "contact_seller", day(8), "soon"},
      {"14: ship-by passed, by is now", waiting, day(8), "check_cancellation", day(8), "soon", none,
       "cancellation"},
      {"14: long passed, by is now", waiting, day(40), "check_cancellation", day(40), "soon"},
      {"16: ship-by unknown: null", order().ordered(day(0)), day(1), "wait_for_shipment", none,
       "routine"},
      {"16: ship-by unknown, however late", order().ordered(day(0)), day(300), "wait_for_shipment",
       none, "routine"},
      {"16: before row 20: closes typed, in what would be the extension window",
       order().ordered(day(0)).closes(day(45)), day(42), "wait_for_shipment", none, "routine"},
      {"14: before row 17: closes typed, its last 2 d", order().ship_by(day(8)).closes(day(45)),
       day(44), "check_cancellation", day(44), "soon"},
      {"14 to 16: shipped: not these rows", order().ship_by(day(8)).shipped(day(3)).days(45),
       day(9), "wait_for_delivery", day(44), "routine"},
      {"14 to 16: cancelled: not these rows", order().ship_by(day(8)).cancelled(day(3)), day(9),
       "none", none, "none"},
      {"24: not shipped, typed closes passed", order().ship_by(day(8)).closes(day(45)), day(45),
       "none", none, "none"},
  });
}
