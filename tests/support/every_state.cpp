#include "support/every_state.h"

namespace aliprotect::testing {

std::vector<Order> orders_in_every_state() {
  const std::vector<Order> states = {
      order().ordered(day(0)).ship_by(day(4)),
      order().shipped(day(0)).days(45),
      order().shipped(day(0)).days(45).all_delivered(day(20)),
      order().shipped(day(0)).days(45).pickup_by(day(30)),
      order()
          .shipped(day(0))
          .deadline(day(20))
          .closes(day(40))
          .requested(day(38), 7)
          .granted(day(39)),
      order().shipped(day(0)).days(45).dispute(day(10)),
      order().shipped(day(0)).days(45).dispute(day(10)).escalated(day(14)).evidence_due(day(18)),
      order().shipped(day(0)).days(45).all_delivered(day(12)).dispute(day(10)),
      order().shipped(day(0)).days(45).dispute(day(10)).resolved(Outcome::refunded, day(20)),
      order()
          .shipped(day(0))
          .days(45)
          .all_delivered(day(9))
          .dispute(day(10))
          .want(Want::return_goods)
          .resolved(Outcome::refunded, day(20))
          .return_by(day(30)),
      order().shipped(day(0)).days(45).dispute(day(10)).dispute_cancelled(day(12)),
      order().shipped(day(0)).days(45).all_delivered(day(20)).confirmed(day(21)),
      order().ordered(day(0)).cancelled(day(2)),
      order().shipped_some_time(),
      order().shipped(day(0)).closes(last_instant),
  };
  std::vector<Order> all;
  for (const std::string_view rules : {"aliexpress-2016", "aliexpress-2017"}) {
    for (Order each : states) {
      each.id = OrderId{static_cast<std::int64_t>(all.size()) + 1};
      each.number = OrderNumber::read(std::to_string(3051000000001234 + 10000 * each.id.value));
      each.rules = rules;
      all.push_back(each);
    }
  }
  return all;
}

EveryState::EveryState() { add(store, orders); }

std::vector<OrderId> EveryState::where(
    const std::function<bool(const Order&, const Clocks&)>& holds) const {
  std::vector<OrderId> ids;
  for (const Order& each : orders) {
    if (holds(each, clocks_of(each, policies.at(each.rules)))) ids.push_back(each.id);
  }
  return ids;
}

}  // namespace aliprotect::testing
