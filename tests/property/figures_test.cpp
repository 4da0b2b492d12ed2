// Statistics count every order exactly once.
#include "rules/figures.h"

#include <rapidcheck.h>

#include <ostream>

#include "rules/groups.h"
#include "support/catch.h"
#include "support/every_state.h"

using namespace aliprotect;
using namespace aliprotect::testing;
using namespace std::chrono_literals;

namespace {

std::optional<Money> some_price() {
  if (*rc::gen::inRange(0, 4) == 0) return none;
  const char* code = *rc::gen::element("USD", "EUR", "JPY", "KWD");
  return Money{*rc::gen::inRange<std::int64_t>(0, 1'000'000), *Currency::from_code(code)};
}

/// Returns an order of `every_state.h` with a price, a seller and refunds.
Order some_order() {
  static const std::vector<Order> orders = orders_in_every_state();
  Order order = *rc::gen::elementOf(orders);
  order.price = some_price();
  order.seller = *rc::gen::element<std::string>("Lamp House", "lamp house", "Example Store", "");
  if (order.seller->empty()) order.seller = none;
  for (Dispute& dispute : order.disputes) {
    if (dispute.outcome) dispute.refund = some_price();
  }
  return order;
}

Instant some_instant() {
  return day(*rc::gen::inRange(-1, 80)) + Seconds{*rc::gen::inRange(-1, 2)};
}

/// Returns the sum of several statistics.
Figures together(const std::vector<Figures>& parts) {
  Figures whole;
  const auto add = [](OrderSum& sum, const OrderSum& part) {
    sum.orders += part.orders;
    sum.without_price += part.without_price;
    for (const auto& [currency, minor] : part.prices) add_to(sum.prices, Money{minor, currency});
  };
  for (const Figures& part : parts) {
    add(whole.all, part.all);
    add(whole.at_risk, part.at_risk);
    whole.arrivals.late += part.arrivals.late;
    whole.arrivals.decided += part.arrivals.decided;
    whole.disputes.opened += part.disputes.opened;
    whole.disputes.decided += part.disputes.decided;
    whole.disputes.won += part.disputes.won;
    whole.disputes.without_amount += part.disputes.without_amount;
    for (const auto& [currency, minor] : part.disputes.refunds) {
      add_to(whole.disputes.refunds, Money{minor, currency});
    }
    whole.reports.orders += part.reports.orders;
    whole.reports.wrong += part.reports.wrong;
    whole.completed_by_site += part.completed_by_site;
  }
  return whole;
}

bool same(const OrderSum& a, const OrderSum& b) {
  return a.orders == b.orders && a.prices == b.prices && a.without_price == b.without_price;
}

bool same(const Figures& a, const Figures& b) {
  return same(a.all, b.all) && same(a.at_risk, b.at_risk) && a.arrivals.late == b.arrivals.late &&
         a.arrivals.decided == b.arrivals.decided && a.disputes.opened == b.disputes.opened &&
         a.disputes.decided == b.disputes.decided && a.disputes.won == b.disputes.won &&
         a.disputes.refunds == b.disputes.refunds &&
         a.disputes.without_amount == b.disputes.without_amount &&
         a.reports.orders == b.reports.orders && a.reports.wrong == b.reports.wrong &&
         a.completed_by_site == b.completed_by_site;
}

}  // namespace

TEST_CASE("statistics by status and by seller add up to those of all orders") {
  CHECK(rc::check([] {
    const Policies policies = shipped_policies();
    const Instant now = some_instant();
    Figures all;
    std::map<Status, Figures> by_status;
    Groups by_seller;
    const int count = *rc::gen::inRange(0, 40);
    for (int i = 0; i < count; ++i) {
      const Order order = some_order();
      const AssessedOrder of{order, policies.at(order.rules), now};
      all.add(of);
      by_status[of.protection.status].add(of);
      by_seller.add(order.seller, of);
    }
    RC_ASSERT(all.all.orders == static_cast<std::size_t>(count));
    std::vector<Figures> statuses;
    for (const auto& [status, figures] : by_status) statuses.push_back(figures);
    RC_ASSERT(same(together(statuses), all));
    for (const auto& groups : {by_seller.by_name(), by_seller.largest_first()}) {
      std::vector<Figures> sellers;
      for (const Group& group : groups) sellers.push_back(group.figures);
      RC_ASSERT(sellers.size() <= 3U);
      RC_ASSERT(same(together(sellers), all));
    }
  }));
}

TEST_CASE("an unfinished order counts as late if it is late") {
  CHECK(rc::check([] {
    const Policies policies = shipped_policies();
    const Instant now = some_instant();
    const Order order = some_order();
    const AssessedOrder of{order, policies.at(order.rules), now};
    const Clocks& clocks = of.protection.clocks;
    const Status status = of.protection.status;
    const bool late = is_late(order, clocks, status, now, true);
    const bool counted = arrival_of(order, clocks, now) == Arrival::late;
    RC_PRE(!clocks.delivered || now >= *clocks.delivered);
    if (late) RC_ASSERT(counted);
    const bool recorded_end = has_recorded_end(order);
    if (counted && !recorded_end) RC_ASSERT(late);
  }));
}
