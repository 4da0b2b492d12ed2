#include "import/merge/recorded_ends.h"

#include "aliprotect/protection.h"
#include "support/catch.h"

namespace aliprotect {
namespace {

Instant at(const char* text) { return from_rfc3339(text).value(); }

/// Returns `changed`, an order after an import, with its recorded ends restored.
Order kept(const Order& recorded, Order changed) {
  const Order stated = changed;
  const bool differs = keep_recorded_ends(recorded, changed);
  CHECK(differs == (changed != stated));
  return changed;
}

Order delivered_order() {
  Order order;
  order.parcels = {{"LP1", {}, false, at("2026-10-01T00:00:00Z"), at("2026-10-20T00:00:00Z")}};
  return order;
}

Order disputed_order(std::optional<Outcome> outcome) {
  Order order = delivered_order();
  Dispute dispute;
  dispute.opened_at = at("2026-10-10T00:00:00Z");
  dispute.outcome = outcome;
  if (outcome) dispute.closed_at = at("2026-10-15T00:00:00Z");
  order.disputes = {dispute};
  return order;
}

TEST_CASE("confirmed stays confirmed, cancelled stays cancelled") {
  Order confirmed;
  confirmed.confirmed_at = at("2026-10-01T00:00:00Z");
  Order changed = confirmed;
  changed.confirmed_at = at("2026-11-01T00:00:00Z");
  changed.cancelled_at = at("2026-11-01T00:00:00Z");
  CHECK(kept(confirmed, changed) == confirmed);
}

TEST_CASE("an order without an end can get one") {
  Order changed;
  changed.confirmed_at = at("2026-11-01T00:00:00Z");
  CHECK(kept({}, changed) == changed);
}

TEST_CASE("resolved stays resolved") {
  const Order resolved = disputed_order(Outcome::refunded);
  Order other_outcome = resolved;
  other_outcome.disputes[0].outcome = Outcome::rejected;
  CHECK(kept(resolved, other_outcome) == resolved);
  Order later_dispute = resolved;
  later_dispute.disputes.emplace_back().opened_at = at("2026-11-01T00:00:00Z");
  CHECK(kept(resolved, later_dispute) == resolved);
}

TEST_CASE("an open dispute can get its outcome, and another one") {
  const Order open = disputed_order(std::nullopt);
  Order changed = disputed_order(Outcome::refunded);
  changed.disputes.emplace_back().opened_at = at("2026-11-01T00:00:00Z");
  CHECK(kept(open, changed) == changed);
}

TEST_CASE("delivered stays delivered") {
  const Order delivered = delivered_order();
  Order another_parcel = delivered;
  another_parcel.parcels.push_back({"LP2", {}, false, at("2026-10-02T00:00:00Z"), {}});
  CHECK(kept(delivered, another_parcel) == delivered);
  another_parcel.parcels.back().delivered_at = at("2026-10-21T00:00:00Z");
  CHECK(kept(delivered, another_parcel) == another_parcel);
}

TEST_CASE("a decided extension stays decided") {
  Order recorded;
  recorded.extensions = {
      {at("2026-11-01T00:00:00Z"), Days{10}, {}, ExtensionStatus::granted, {}, {}}};
  Order older = recorded;
  older.extensions[0].status = ExtensionStatus::pending;
  CHECK(kept(recorded, older) == recorded);
  Order pending = older;
  CHECK(kept(pending, recorded) == recorded);
}

}  // namespace
}  // namespace aliprotect
