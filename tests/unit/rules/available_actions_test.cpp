// The actions available for an order, and when.
#include "rules/available_actions.h"

#include "support/catch.h"
#include "support/order_builder.h"

using namespace aliprotect;
using namespace aliprotect::testing;
using namespace std::chrono_literals;

namespace {

OrderBuilder in_transit() { return order().shipped(day(0)).days(45); }
OrderBuilder in_dispute() { return in_transit().dispute(day(10)); }

std::optional<Window> window_of(BuyerAction action, const Order& order, Instant now,
                                const Policy& policy = policy_2016()) {
  for (const AvailableAction& each : available_actions({order, policy, now})) {
    if (each.action == action) return each.window;
  }
  return std::nullopt;
}

std::vector<BuyerAction> moves(const Order& order, Instant now) {
  const Policy policy = policy_2016();
  std::vector<BuyerAction> found;
  for (const AvailableAction& each : available_actions({order, policy, now}))
    found.push_back(each.action);
  return found;
}

}  // namespace

TEST_CASE("each state of an order has its available actions") {
  using enum BuyerAction;
  const auto are = [](std::initializer_list<BuyerAction> list) {
    return std::vector<BuyerAction>(list);
  };
  CHECK(moves(order(), day(1)) == are({cancel_order}));
  CHECK(moves(in_transit(), day(1)) == are({open_dispute, request_extension}));
  CHECK(moves(in_transit().all_delivered(day(9)), day(10)) == are({open_dispute, confirm}));
  CHECK(moves(in_dispute(), day(11)) == are({escalate, add_evidence, change_reason}));
  CHECK(moves(in_dispute().all_delivered(day(12)), day(13)) ==
        are({escalate, add_evidence, change_reason, cancel_dispute}));
  CHECK(moves(in_transit().dispute(day(10), Reason::not_as_described), day(11)) ==
        are({escalate, add_evidence, cancel_dispute}));
  CHECK(moves(in_dispute().escalated(day(13)), day(14)) == are({add_evidence, change_reason}));
  CHECK(moves(in_dispute().resolved(Outcome::refunded, day(20)).return_by(day(30)), day(21)) ==
        are({send_back}));
  for (const Order& finished :
       {Order(in_transit().confirmed(day(12))), Order(order().cancelled(day(1))),
        Order(in_dispute().resolved(Outcome::rejected, day(20)))}) {
    CHECK(moves(finished, day(21)).empty());
  }
  CHECK(moves(in_transit(), day(45)).empty());
}

TEST_CASE("an action has the window of its rule") {
  const Window dispute{day(5), day(45)};
  CHECK(window_of(BuyerAction::open_dispute, in_transit(), day(1)) == dispute);
  CHECK(window_of(BuyerAction::open_dispute, in_transit(), day(20)) == dispute);
  CHECK_FALSE(window_of(BuyerAction::open_dispute, order(), day(1)).has_value());
  CHECK(window_of(BuyerAction::escalate, in_dispute(), day(11)) == Window{day(13), day(25)});
  CHECK_FALSE(window_of(BuyerAction::escalate, in_dispute(), day(25)).has_value());
  CHECK_FALSE(window_of(BuyerAction::escalate, in_dispute(), day(11), policy_2017()).has_value());
  CHECK(window_of(BuyerAction::change_reason, in_dispute().all_delivered(day(14)), day(15)) ==
        Window{day(14), day(19)});
  CHECK_FALSE(window_of(BuyerAction::change_reason, in_dispute().all_delivered(day(4)), day(11)));
}

TEST_CASE("an action without a known beginning is already possible") {
  CHECK(window_of(BuyerAction::request_extension, in_transit(), day(45) - 1s) ==
        Window{day(45) - 1s, day(45)});
  CHECK(window_of(BuyerAction::add_evidence, in_dispute(), day(11)) ==
        Window{day(11), std::nullopt});
  const Order due = in_dispute().evidence_due(day(15));
  CHECK(window_of(BuyerAction::add_evidence, due, day(11)) == Window{day(11), day(15)});
  CHECK(window_of(BuyerAction::add_evidence, due, day(16)) == Window{day(16), std::nullopt});
}
