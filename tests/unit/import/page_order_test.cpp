// What a page shows of how an order ended, and what is recorded of it.
#include "import/page_order.h"

#include <string>

#include "support/catch.h"

using namespace aliprotect;

namespace {

const Instant now = from_rfc3339("2026-11-20T12:00:00Z").value();

std::string end_of(const PageOrder& order) {
  const Glimpse glimpse = facts_of(order, now).glimpse.value();
  std::string ends;
  if (glimpse.confirmed) ends += "confirmed ";
  if (glimpse.cancelled) ends += "cancelled ";
  if (glimpse.refunded) ends += "refunded ";
  if (glimpse.closed_by_itself) ends += "closed_by_itself ";
  return ends;
}

PageOrder with(std::optional<PageStatus> status, std::optional<EndReason> reason = std::nullopt) {
  PageOrder order;
  order.status = status;
  order.end_reason = reason;
  return order;
}

}  // namespace

TEST_CASE("page order: how it ended") {
  struct Row {
    const char* name;
    std::optional<PageStatus> status;
    std::optional<EndReason> reason;
    const char* end;
  };
  const Row rows[] = {
      {"completed", PageStatus::completed, {}, "confirmed "},
      {"finished", PageStatus::finished, {}, "confirmed "},
      {"finished, cancelled", PageStatus::finished, EndReason::cancelled, "cancelled "},
      {"finished, refunded", PageStatus::finished, EndReason::refunded, "refunded "},
      {"finished, by itself", PageStatus::finished, EndReason::closed_by_itself,
       "closed_by_itself "},
      {"closed", PageStatus::closed, {}, "cancelled "},
      {"closed, confirmed", PageStatus::closed, EndReason::confirmed, "confirmed "},
      {"refunded", PageStatus::refunded, {}, "refunded "},
      {"a reason alone", {}, EndReason::confirmed, "confirmed "},
      {"a reason that the status contradicts", PageStatus::shipped, EndReason::cancelled, ""},
      {"frozen", PageStatus::frozen, {}, ""},
      {"in dispute", PageStatus::in_dispute, {}, ""},
      {"delivered", PageStatus::delivered, {}, ""},
      {"nothing said", {}, {}, ""},
  };
  for (const Row& row : rows) {
    INFO(row.name);
    CHECK(end_of(with(row.status, row.reason)) == row.end);
  }
}

TEST_CASE("page order: the prices of its items add up to no more than a price can be") {
  const Currency dollar = Currency::from_code("USD").value();
  PageOrder order;
  order.items = Money{most_minor - 1, dollar};
  PageOrder item;
  item.items = Money{1, dollar};
  add_item(order, PageOrder(item));
  CHECK(order.items == Money{most_minor, dollar});
  CHECK_THROWS_WITH(add_item(order, PageOrder(item)), "its price is too large");
}

TEST_CASE("page order: it has ended when all of its items have") {
  struct Row {
    const char* name;
    PageStatus one;
    PageStatus other;
    const char* end;
  };
  const Row rows[] = {
      {"both finished", PageStatus::finished, PageStatus::finished, "confirmed "},
      {"one finished, one refunded", PageStatus::finished, PageStatus::refunded, "confirmed "},
      {"one finished, one closed", PageStatus::finished, PageStatus::closed, "confirmed "},
      {"one finished, one shipped", PageStatus::finished, PageStatus::shipped, ""},
      {"one closed, one cancelled", PageStatus::closed, PageStatus::cancelled, "cancelled "},
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
