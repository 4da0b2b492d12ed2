// The current dispute is the one with the latest opening time.
#include "aliprotect/order.h"

#include "support/catch.h"

using namespace aliprotect;

namespace {

Dispute opened(int day) {
  Dispute dispute;
  dispute.opened_at = first_instant + Days{day};
  return dispute;
}

Dispute ended(Dispute dispute) {
  dispute.closed_at = dispute.opened_at + Days{1};
  return dispute;
}

Dispute refunded(Dispute dispute) {
  dispute.outcome = Outcome::refunded;
  return dispute;
}

}  // namespace

TEST_CASE("the current dispute and the open one") {
  struct Row {
    const char* name;
    std::vector<Dispute> disputes;
    int current;
    bool open;
  };
  const Row rows[] = {
      {"none", {}, -1, false},
      {"one open", {opened(1)}, 0, true},
      {"one cancelled", {ended(opened(1))}, 0, false},
      {"one with an outcome, its end not recorded", {refunded(opened(1))}, 0, false},
      {"a second after a cancelled one", {ended(opened(1)), opened(3)}, 1, true},
      {"recorded in another order", {opened(3), ended(opened(1))}, 0, true},
      {"the last has ended: the earlier one is history", {opened(1), ended(opened(3))}, 1, false},
      {"in the same second: the one recorded last", {ended(opened(1)), opened(1)}, 1, true},
  };
  for (const Row& row : rows) {
    INFO(row.name);
    Order order;
    order.disputes = row.disputes;
    const Dispute* const current =
        row.current < 0 ? nullptr : &order.disputes[static_cast<std::size_t>(row.current)];
    CHECK(current_dispute(order) == current);
    CHECK(open_dispute(order) == (row.open ? current : nullptr));
  }
}
