// How a page shows that an order ended, and the facts recorded from it.
#include "import/json/page_order.h"

#include <algorithm>
#include <string>
#include <vector>

#include "support/catch.h"

using namespace aliprotect;

namespace {

const Instant now = from_rfc3339("2026-11-20T12:00:00Z").value();

std::string end_of(const PageOrder& order) {
  const UndatedStatus undated_status = facts_of(order, now).undated_status.value();
  std::string ends;
  if (undated_status.confirmed) ends += "confirmed ";
  if (undated_status.cancelled) ends += "cancelled ";
  if (undated_status.refunded) ends += "refunded ";
  if (undated_status.closed_by_itself) ends += "closed_by_itself ";
  return ends;
}

PageOrder with(std::optional<PageStatus> status, std::optional<EndReason> reason = std::nullopt) {
  PageOrder order;
  order.status = status;
  order.end_reason = reason;
  return order;
}

}  // namespace

TEST_CASE("page order: statuses and end reasons") {
  struct Row {
    const char* name;
    std::optional<PageStatus> status;
    std::optional<EndReason> reason;
    const char* end;
  };
  const Row rows[] = {
      {"completed", PageStatus::completed, {}, "confirmed "},
      {"closed", PageStatus::closed, {}, ""},
      {"closed, cancelled", PageStatus::closed, EndReason::cancelled, "cancelled "},
      {"closed, refunded", PageStatus::closed, EndReason::refunded, "refunded "},
      {"closed, by itself", PageStatus::closed, EndReason::closed_by_itself, "closed_by_itself "},
      {"closed, confirmed", PageStatus::closed, EndReason::confirmed, "confirmed "},
      {"refunded", PageStatus::refunded, {}, "refunded "},
      {"a reason alone", {}, EndReason::confirmed, "confirmed "},
      {"a reason that the status contradicts", PageStatus::shipped, EndReason::cancelled, ""},
      {"unclear", PageStatus::unclear, {}, ""},
      {"unclear, with a reason", PageStatus::unclear, EndReason::confirmed, ""},
      {"in dispute", PageStatus::in_dispute, {}, ""},
      {"delivered", PageStatus::delivered, {}, ""},
      {"nothing said", {}, {}, ""},
  };
  for (const Row& row : rows) {
    INFO(row.name);
    CHECK(end_of(with(row.status, row.reason)) == row.end);
  }
}

TEST_CASE("page order: items whose sum is too large leave it without a price") {
  const Currency dollar = Currency::from_code("USD").value();
  PageOrder order;
  order.items = Money{max_minor - 1, dollar};
  PageOrder item;
  item.items = Money{1, dollar};
  add_item(order, PageOrder(item));
  CHECK(order.items == Money{max_minor, dollar});
  CHECK_FALSE(add_item(order, PageOrder(item)));
  CHECK_FALSE(facts_of(order, {}).price);
}

TEST_CASE("page order: it has ended when all of its items have") {
  struct Row {
    const char* name;
    PageStatus one;
    PageStatus other;
    const char* end;
  };
  const Row rows[] = {
      {"both completed", PageStatus::completed, PageStatus::completed, "confirmed "},
      {"one completed, one refunded", PageStatus::completed, PageStatus::refunded, "confirmed "},
      {"one completed, one cancelled", PageStatus::completed, PageStatus::cancelled, "confirmed "},
      {"one refunded, one cancelled", PageStatus::refunded, PageStatus::cancelled, "refunded "},
      {"one completed, one closed", PageStatus::completed, PageStatus::closed, ""},
      {"one completed, one unclear", PageStatus::completed, PageStatus::unclear, ""},
      {"one completed, one shipped", PageStatus::completed, PageStatus::shipped, ""},
      {"one refunded, one closed", PageStatus::refunded, PageStatus::closed, ""},
      {"one cancelled, one unclear", PageStatus::cancelled, PageStatus::unclear, ""},
  };
  for (const Row& row : rows) {
    INFO(row.name);
    for (const bool turned : {false, true}) {
      PageOrder order = with(turned ? row.other : row.one);
      add_item(order, with(turned ? row.one : row.other));
      CHECK(end_of(order) == row.end);
    }
  }
}

namespace {

Money usd(std::int64_t cents) { return {cents, *Currency::from_code("USD")}; }

PageOrder with_total(std::int64_t cents) {
  PageOrder order;
  order.facts.price = usd(cents);
  return order;
}

/// Returns the price of an order whose rows have these totals; 0 means none.
std::string price_of(const std::vector<std::int64_t>& totals) {
  PageOrder order;
  bool is_first = true;
  for (const std::int64_t cents : totals) {
    PageOrder row = cents == 0 ? PageOrder() : with_total(cents);
    if (is_first) {
      order = std::move(row);
    } else {
      add_item(order, std::move(row));
    }
    is_first = false;
  }
  const auto price = facts_of(order, now).price;
  return price ? to_text(*price) : "none";
}

}  // namespace

TEST_CASE("page order: different totals are added up") {
  CHECK(price_of({600}) == "6.00 USD");
  CHECK(price_of({600, 600, 600}) == "6.00 USD");
  CHECK(price_of({600, 0, 0}) == "6.00 USD");
  CHECK(price_of({0, 0, 600}) == "6.00 USD");
  CHECK(price_of({600, 400}) == "10.00 USD");
  CHECK(price_of({600, 400, 400}) == "14.00 USD");
  CHECK(price_of({400, 400, 600}) == "14.00 USD");
  CHECK(price_of({0, 400, 0, 600}) == "10.00 USD");
  CHECK(price_of({max_minor, max_minor}) == to_text(usd(max_minor)));
  CHECK(price_of({0, 0}) == "none");
  CHECK(price_of({max_minor, 1}) == "none");
  PageOrder order = with_total(600);
  PageOrder other = with_total(600);
  other.facts.price->currency = *Currency::from_code("EUR");
  CHECK_FALSE(add_item(order, std::move(other)));
  CHECK_FALSE(facts_of(order, now).price);
}

TEST_CASE("page order: the earliest of several ends counts, in any row") {
  const auto at = [](const char* text) { return from_rfc3339(text).value(); };
  const Instant early = at("2026-04-01T00:00:00Z");
  const Instant late = at("2026-05-01T00:00:00Z");
  const auto with_ends = [](Instant end, Days days) {
    PageOrder order;
    order.facts.ship_by = order.facts.deadline = order.facts.pickup_by = end;
    order.facts.closes.at = end;
    order.facts.days = order.facts.protection_days = days;
    return order;
  };
  for (const bool early_first : {true, false}) {
    PageOrder order = with_ends(early_first ? early : late, Days{early_first ? 30 : 60});
    add_item(order, with_ends(early_first ? late : early, Days{early_first ? 60 : 30}));
    add_item(order, PageOrder());
    CHECK(order.facts.ship_by == early);
    CHECK(order.facts.deadline == early);
    CHECK(order.facts.pickup_by == early);
    CHECK(order.facts.closes.at == early);
    CHECK(order.facts.days == Days{30});
    CHECK(order.facts.protection_days == Days{30});
  }
  PageOrder none;
  add_item(none, with_ends(late, Days{60}));
  CHECK(none.facts.deadline == late);
}

TEST_CASE("page order: only a part is sent") {
  using enum PageStatus;
  struct Row {
    const char* name;
    std::vector<PageStatus> items;
    PageStatus order;
  };
  const Row rows[] = {
      {"one waits, one is under way", {awaiting_shipment, shipped}, partially_shipped},
      {"one waits, one is partly sent", {awaiting_shipment, partially_shipped}, partially_shipped},
      {"one waits, one can be fetched", {awaiting_shipment, ready_for_pickup}, partially_shipped},
      {"one waits, one has come", {awaiting_shipment, delivered}, partially_shipped},
      {"one waits, one is disputed", {awaiting_shipment, in_dispute}, partially_shipped},
      {"one is not paid", {awaiting_payment, shipped}, partially_shipped},
      {"two wait", {awaiting_shipment, shipped, awaiting_shipment}, partially_shipped},
      {"both are under way", {shipped, shipped}, shipped},
      {"one has come", {shipped, delivered}, shipped},
      {"one waits, one is over", {awaiting_shipment, completed}, awaiting_shipment},
      {"one waits, one is called off", {awaiting_shipment, cancelled}, awaiting_shipment},
      {"one waits, one is unclear", {awaiting_shipment, unclear}, awaiting_shipment},
      {"one is not paid, one waits", {awaiting_payment, awaiting_shipment}, awaiting_payment},
  };
  for (const Row& row : rows) {
    INFO(row.name);
    for (const bool reversed : {false, true}) {
      std::vector<PageStatus> items = row.items;
      if (reversed) std::reverse(items.begin(), items.end());
      PageOrder order = with(items.front());
      for (std::size_t i = 1; i < items.size(); ++i) add_item(order, with(items[i]));
      CHECK(order.status == row.order);
    }
  }
}
