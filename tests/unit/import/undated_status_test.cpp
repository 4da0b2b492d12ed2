// The effect of a page, item by item, on a recorded order.
#include "import/json/page_order.h"

#include "aliprotect/protection.h"
#include "import/merge/recorded_ends.h"
#include "support/catch.h"
#include "support/order_builder.h"

using namespace aliprotect;
using namespace aliprotect::testing;

namespace {

const Instant now = at("2026-11-20T12:00:00Z");

PageOrder page(std::optional<PageStatus> status, std::optional<EndReason> reason = {},
               std::optional<Instant> ended = {}) {
  PageOrder order;
  order.status = status;
  order.end_reason = reason;
  order.ended_at = ended;
  return order;
}

/// Returns `recorded` after importing a page at `when`.
Order after(const PageOrder& shown, Order recorded = {}, Instant when = now,
            std::optional<Days> longest_protection = {}) {
  Order order = recorded;
  apply_patch(facts_of(shown, when), order, longest_protection);
  keep_recorded_ends(recorded, order);
  return order;
}

std::string status(const Order& order) {
  return std::string(to_string(assess(order, policy_2016(), now).status));
}

StatedParcel parcel(const char* tracking) {
  StatedParcel stated;
  stated.tracking = tracking;
  return stated;
}

Evidence photo() {
  Evidence evidence;
  evidence.file = "photo.jpg";
  evidence.added_at = at("2026-11-02");
  return evidence;
}

}  // namespace

TEST_CASE("undated status: each status becomes facts, and never reopens an ended order") {
  struct Row {
    std::optional<PageStatus> status;
    const char* means;
  };
  const Row rows[] = {
      {std::nullopt, "awaiting_shipment"},
      {PageStatus::awaiting_payment, "awaiting_shipment"},
      {PageStatus::awaiting_shipment, "awaiting_shipment"},
      {PageStatus::unclear, "awaiting_shipment"},
      {PageStatus::partially_shipped, "in_transit"},
      {PageStatus::shipped, "in_transit"},
      {PageStatus::in_dispute, "in_transit"},
      {PageStatus::ready_for_pickup, "in_transit"},
      {PageStatus::delivered, "in_transit"},  // reported by the carrier
      {PageStatus::completed, "confirmed"},
      {PageStatus::refunded, "resolved"},
      {PageStatus::closed, "awaiting_shipment"},
      {PageStatus::cancelled, "cancelled"},
  };
  for (const Row& row : rows) {
    const Order order = after(page(row.status));
    CHECK(status(order) == row.means);
    CHECK(after(page(row.status), order, now + Seconds{86'400}) == order);
  }
}

TEST_CASE("undated status: an end reason takes precedence over the word of an ended order") {
  const Instant end = at("2026-03-01T00:00:00Z");
  const auto ended = [&](EndReason reason, std::optional<PageStatus> shown = PageStatus::closed) {
    return after(page(shown, reason, end));
  };
  CHECK(ended(EndReason::confirmed).confirmed_at == end);
  CHECK(ended(EndReason::cancelled).cancelled_at == end);
  CHECK(ended(EndReason::cancelled, PageStatus::completed).cancelled_at == end);
  CHECK(status(ended(EndReason::refunded)) == "resolved");
  CHECK(ended(EndReason::refunded).disputes.at(0).closed_at == end);
  CHECK(status(ended(EndReason::closed_by_itself)) == "auto_closed");
  CHECK(ended(EndReason::closed_by_itself, std::nullopt).completed_at == end);
  CHECK(status(ended(EndReason::cancelled, PageStatus::shipped)) == "in_transit");
}

TEST_CASE("undated status: an order has ended only when all of its items have") {
  PageOrder order = page(PageStatus::completed, EndReason::confirmed, at("2026-03-01"));
  add_item(order, page(PageStatus::shipped));
  CHECK(status(after(order)) == "in_transit");
  PageOrder both = page(PageStatus::completed, EndReason::confirmed, at("2026-03-01"));
  add_item(both, page(PageStatus::cancelled, EndReason::cancelled, at("2026-03-05")));
  CHECK(after(both).confirmed_at == at("2026-03-05"));
}

TEST_CASE("undated status: prices of items are added up, and missing facts filled in") {
  PageOrder order;
  order.titles = {"Pen"};
  order.items = Money{100, *Currency::from_code("USD")};
  PageOrder other;
  other.titles = {"Pen", "Ink"};
  other.items = Money{50, *Currency::from_code("USD")};
  other.facts.seller = "Example Store";
  other.facts.parcels = {parcel("LP001")};
  other.facts.parcels[0].carrier = "Post";
  order.facts.parcels = {parcel("LP001")};
  order.facts.parcels[0].shipped_at = at("2026-03-01");
  add_item(order, std::move(other));
  const OrderPatch facts = facts_of(order, now);
  CHECK(facts.title == "Pen + Ink");
  CHECK(to_text(facts.price.value()) == "1.50 USD");
  CHECK(facts.seller == "Example Store");
  REQUIRE(facts.parcels.size() == 1);
  CHECK(facts.parcels[0].carrier == "Post");
  CHECK(facts.parcels[0].shipped_at == at("2026-03-01"));
}

TEST_CASE("undated status: typed facts are kept with every status") {
  Order typed;
  typed.client = "Ann Example";
  typed.tags = {"gift"};
  typed.notes = {{at("2026-10-01"), "asked twice"}};
  typed.parcels = {{"LP001", "Post", false, at("2026-10-03"), {}}};
  typed.days = Days{45};
  Dispute dispute;
  dispute.opened_at = at("2026-11-01");
  dispute.evidence = {photo()};
  typed.disputes = {dispute};
  for (const PageStatus shown :
       {PageStatus::awaiting_payment, PageStatus::awaiting_shipment, PageStatus::partially_shipped,
        PageStatus::shipped, PageStatus::ready_for_pickup, PageStatus::delivered,
        PageStatus::completed, PageStatus::cancelled, PageStatus::in_dispute, PageStatus::refunded,
        PageStatus::unclear, PageStatus::closed}) {
    const Order order = after(page(shown), typed);
    CHECK(order.client == typed.client);
    CHECK(order.tags == typed.tags);
    CHECK(order.notes == typed.notes);
    CHECK(order.days == typed.days);
    REQUIRE(order.parcels.size() == 1);
    CHECK(order.parcels[0].tracking == "LP001");
    CHECK(order.parcels[0].shipped_at == at("2026-10-03"));
    REQUIRE(order.disputes.size() == 1);
    CHECK(order.disputes[0].opened_at == dispute.opened_at);
    CHECK(order.disputes[0].evidence == dispute.evidence);
  }
}

TEST_CASE("undated status: no status removes or moves a recorded end") {
  Order confirmed;
  confirmed.confirmed_at = at("2026-11-01");
  Order cancelled;
  cancelled.cancelled_at = at("2026-11-01");
  Order delivered;
  delivered.parcels = {{"LP001", {}, false, at("2026-10-01"), at("2026-10-20")}};
  for (const PageStatus shown :
       {PageStatus::awaiting_shipment, PageStatus::delivered, PageStatus::completed,
        PageStatus::cancelled, PageStatus::refunded, PageStatus::closed}) {
    CHECK(after(page(shown), confirmed).confirmed_at == confirmed.confirmed_at);
    CHECK_FALSE(after(page(shown), confirmed).cancelled_at);
    CHECK(after(page(shown), confirmed).disputes.empty());
    CHECK(after(page(shown), cancelled).cancelled_at == cancelled.cancelled_at);
    CHECK_FALSE(after(page(shown), cancelled).confirmed_at);
    CHECK(after(page(shown), delivered).parcels == delivered.parcels);
  }
}

TEST_CASE("undated status: a refund ends the open dispute, or else adds an ended one") {
  Order open;
  open.price = Money{1234, *Currency::from_code("USD")};
  open.parcels = {{"LP001", {}, false, at("2026-10-01"), {}}};
  Order bare = open;
  open.disputes.emplace_back().opened_at = at("2026-11-01");
  const Order won = after(page(PageStatus::refunded), open);
  REQUIRE(won.disputes.size() == 1);
  CHECK(won.disputes[0].outcome == Outcome::refunded);
  CHECK(won.disputes[0].refund == open.price);
  CHECK(won.disputes[0].closed_at == now);
  CHECK(after(page(PageStatus::refunded), bare).disputes.at(0).reason == Reason::not_received);
  bare.parcels[0].delivered_at = at("2026-10-20");
  CHECK(after(page(PageStatus::refunded), bare).disputes.at(0).reason == Reason::not_as_described);
}

TEST_CASE(
    "undated_statuses: closed by itself is a completion, at the latest when protection ended") {
  const Instant end = at("2026-11-10T00:00:00Z");
  const PageOrder shown = page(PageStatus::completed, EndReason::closed_by_itself, end);
  Order earlier;
  earlier.closes = at("2026-11-01");
  CHECK(after(shown, earlier).closes == earlier.closes);
  CHECK(after(shown, earlier).completed_at == earlier.closes);
  Order later;
  later.closes = at("2026-12-01");
  CHECK(after(shown, later).closes == later.closes);
  CHECK(after(shown, later).completed_at == end);
}

TEST_CASE("undated status: a note without a time is recorded once") {
  PageOrder shown;
  shown.notes = {"call back"};
  const Order once = after(shown);
  REQUIRE(once.notes.size() == 1);
  CHECK(once.notes[0].at == now);
  CHECK(after(shown, once, now + Seconds{60}) == once);
}

TEST_CASE("undated status: a parcel is matched by its number, or else if it is the only one") {
  Order typed;
  typed.parcels = {{std::nullopt, "Post", false, at("2026-10-03"), {}}};
  PageOrder shown;
  shown.facts.parcels = {parcel("LP001")};
  const Order numbered = after(shown, typed);
  REQUIRE(numbered.parcels.size() == 1);
  CHECK(numbered.parcels[0].tracking == "LP001");
  CHECK(numbered.parcels[0].carrier == "Post");
  CHECK(numbered.parcels[0].shipped_at == at("2026-10-03"));
  shown.facts.parcels = {parcel("LP002")};
  CHECK(after(shown, numbered).parcels.size() == 2);
}

TEST_CASE("undated_statuses: an end without a date is not later than the longest protection") {
  const Instant ordered = at("2026-05-01T00:00:00Z");
  const Instant longest = ordered + Days{90};
  Order known;
  known.ordered_at = ordered;
  Order closed_before = known;
  closed_before.closes = longest - Seconds{1};
  Order closed_after = known;
  closed_after.closes = longest + Seconds{1};
  Order without_order_date;
  without_order_date.closes = at("2026-11-01");
  Order recent;
  recent.ordered_at = now - Days{90} + Seconds{1};
  Order shipped_later = known;
  shipped_later.parcels = {{"LP001", {}, false, longest + Seconds{1}, {}}};
  struct Row {
    const char* name;
    Order recorded;
    Instant ended;
  };
  const Row rows[] = {
      {"nothing is known: now", {}, now},
      {"the longest protection", known, longest},
      {"closes before it", closed_before, longest - Seconds{1}},
      {"closes after it", closed_after, longest},
      {"closes, unknown order date", without_order_date, at("2026-11-01")},
      {"ordered recently: now", recent, now},
      {"never before the shipment", shipped_later, longest + Seconds{1}},
  };
  const auto ended = [&](PageStatus status, std::optional<EndReason> reason,
                         const Order& recorded) {
    return after(page(status, reason), recorded, now, Days{90});
  };
  for (const Row& row : rows) {
    INFO(row.name);
    CHECK(ended(PageStatus::completed, {}, row.recorded).confirmed_at == row.ended);
    CHECK(ended(PageStatus::cancelled, {}, row.recorded).cancelled_at == row.ended);
    CHECK(ended(PageStatus::closed, EndReason::closed_by_itself, row.recorded).completed_at ==
          row.ended);
    const Order refunded = ended(PageStatus::refunded, {}, row.recorded);
    REQUIRE(refunded.disputes.size() == 1);
    CHECK(refunded.disputes[0].opened_at == row.ended);
    CHECK(refunded.disputes[0].closed_at == row.ended);
  }
  const Instant date = at("2026-10-01");
  CHECK(after(page(PageStatus::completed, EndReason::confirmed, date), known, now, Days{90})
            .confirmed_at == date);
}
