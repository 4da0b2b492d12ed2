#include <rapidcheck.h>

#include <algorithm>
#include <map>

#include "aliprotect/error.h"
#include "aliprotect/protection.h"
#include "rules/statuses.h"
#include "support/catch.h"
#include "support/server_store.h"
#include "support/store_fixture.h"

namespace aliprotect::testing {
namespace {

/// The expected contents of a store, now and before each change that can be undone.
struct Model {
  struct State {
    std::map<OrderId, Order> orders;
    std::int64_t highest_id = 0;
  };
  State now;
  std::vector<State> earlier;
};

std::string any_number() {
  return std::to_string(3051000000001234 + 10000LL * *rc::gen::inRange(0, 12));
}

Instant any_instant() {
  return first_instant + Seconds{*rc::gen::inRange<std::int64_t>(0, 32503680000)};
}

template <typename Make>
auto maybe(const Make& make) -> std::optional<decltype(make())> {
  if (*rc::gen::arbitrary<bool>()) return std::nullopt;
  return make();
}

/// A server accepts only UTF-8; a file any bytes.
std::string any_text() {
  const bool only_ascii = tests_use_server();
  return *rc::gen::container<std::string>(rc::gen::suchThat(
      rc::gen::arbitrary<char>(),
      [=](char c) { return c != '\0' && (!only_ascii || static_cast<unsigned char>(c) < 0x80); }));
}

Money any_money() {
  const auto currency = *rc::gen::element<std::string>("USD", "EUR", "JPY", "KWD");
  return {*rc::gen::arbitrary<std::int64_t>(), *Currency::from_code(currency)};
}

Dispute any_dispute() {
  Dispute dispute;
  dispute.reason = *rc::gen::element(Reason::not_received, Reason::not_as_described);
  dispute.want = *rc::gen::element(Want::full, Want::return_goods, Want::partial);
  dispute.amount = maybe(any_money);
  dispute.opened_at = any_instant();
  dispute.seller_answer =
      *rc::gen::element(SellerAnswer::none, SellerAnswer::refused, SellerAnswer::accepted);
  dispute.escalated_at = maybe(any_instant);
  const int evidence = *rc::gen::inRange(0, 3);
  for (int i = 0; i < evidence; ++i)
    dispute.evidence.push_back({any_text(), any_text(), i, maybe(any_text), any_instant()});
  if (*rc::gen::arbitrary<bool>())
    dispute.outcome = *rc::gen::element(Outcome::refunded, Outcome::rejected);
  dispute.closed_at = maybe(any_instant);
  dispute.return_by = maybe(any_instant);
  return dispute;
}

Order any_order() {
  Order order = bare_order(any_number());
  order.rules = *rc::gen::element<std::string>("aliexpress-2016", "aliexpress-2017");
  order.title = maybe(any_text);
  order.seller = maybe(any_text);
  order.price = maybe(any_money);
  order.ordered_at = maybe(any_instant);
  order.ship_by = maybe(any_instant);
  order.days = maybe([] { return Days{*rc::gen::inRange(0, 200)}; });
  order.closes = maybe(any_instant);
  order.confirmed_at = maybe(any_instant);
  const int parcels = *rc::gen::inRange(0, 3);
  for (int i = 0; i < parcels; ++i)
    order.parcels.push_back({maybe(any_text), {}, i == 0, maybe(any_instant), maybe(any_instant)});
  const int tags = *rc::gen::inRange(0, 3);
  for (int i = 0; i < tags; ++i) order.tags.push_back(any_text());
  const int disputes = *rc::gen::inRange(0, 3);
  for (int i = 0; i < disputes; ++i) order.disputes.push_back(any_dispute());
  if (*rc::gen::arbitrary<bool>()) order.notes.push_back({any_instant(), any_text()});
  return order;
}

bool has_number(const Model::State& state, const OrderNumber& number, OrderId but) {
  for (const auto& [id, order] : state.orders) {
    if (order.number == number && id != but) return true;
  }
  return false;
}

bool is_refused(const std::function<void()>& change) {
  try {
    change();
    return false;
  } catch (const UserError&) {
    return true;
  }
}

void add_one(Changes& changes, Model::State& state) {
  Order order = any_order();
  const bool taken = has_number(state, order.number, {});
  RC_ASSERT(taken == is_refused([&] { order.id = changes.add(order); }));
  if (taken) return;
  RC_ASSERT(order.id.value == state.highest_id + 1);
  state.highest_id = order.id.value;
  state.orders[order.id] = order;
}

void replace_one(Changes& changes, Model::State& state) {
  Order order = any_order();
  order.id = OrderId{*rc::gen::inRange<std::int64_t>(1, state.highest_id + 2)};
  const bool refused =
      !state.orders.contains(order.id) || has_number(state, order.number, order.id);
  RC_ASSERT(refused == is_refused([&] { changes.replace(order); }));
  if (!refused) state.orders[order.id] = order;
}

void remove_one(Changes& changes, Model::State& state) {
  const OrderId id{*rc::gen::inRange<std::int64_t>(1, state.highest_id + 2)};
  RC_ASSERT((state.orders.erase(id) == 0) == is_refused([&] { changes.remove(id); }));
}

/// One change of up to three steps, which sometimes fails as a whole.
void change(Store& store, Model& model) {
  Model::State state = model.now;
  const bool fails = *rc::gen::inRange(0, 8) == 0;
  bool wrote = false;
  const bool failed = is_refused([&] {
    store.record(label(), [&](Changes& changes) {
      const int steps = *rc::gen::inRange(1, 4);
      for (int i = 0; i < steps; ++i) {
        const Model::State before = state;
        switch (*rc::gen::inRange(0, 4)) {
          case 0:
            replace_one(changes, state);
            break;
          case 1:
            remove_one(changes, state);
            break;
          default:
            add_one(changes, state);
        }
        wrote = wrote || state.orders != before.orders;
      }
      if (fails) throw UserError("no");
    });
  });
  RC_ASSERT(failed == fails);
  if (failed || !wrote) return;
  model.earlier.push_back(model.now);
  model.now = state;
}

void undo(Store& store, Model& model) {
  const bool refused = is_refused([&] { store.undo(label("undo")); });
  RC_ASSERT(refused == model.earlier.empty());
  if (refused) return;
  model.now = model.earlier.back();
  model.earlier.pop_back();
}

void check_same(Store& store, const Model& model, const Policies& policies) {
  std::vector<Order> orders;
  for (const auto& [id, order] : model.now.orders) orders.push_back(order);
  RC_ASSERT(all_orders(store) == orders);

  const Instant now = any_instant();
  Selection due;
  due.deadlines = {now, now + Days{*rc::gen::inRange(0, 20000)}};
  std::vector<OrderId> expected;
  for (const Order& order : orders) {
    for (const ScheduledDeadline& deadline :
         schedule_of(order, clocks_of(order, policies.at(order.rules)))) {
      if (deadline.at <= now || deadline.at > due.deadlines->until) continue;
      expected.push_back(order.id);
      break;
    }
  }
  RC_ASSERT(ids_of(store, due) == expected);

  Selection by_status;
  by_status.statuses = {
      {*rc::gen::elementOf(std::vector(std::begin(all_statuses), std::end(all_statuses)))}, now};
  const std::vector<OrderId> selected = ids_of(store, by_status);
  for (const Order& order : orders) {
    const Clocks clocks = clocks_of(order, policies.at(order.rules));
    const bool wanted = status_of(order, clocks, now) == by_status.statuses->any_of.front();
    RC_ASSERT(!wanted || std::find(selected.begin(), selected.end(), order.id) != selected.end());
  }
}

}  // namespace

TEST_CASE("a store under random changes and undos matches a map", "[store][property]") {
  const bool holds = rc::check("a store matches its model", [] {
    const TempDir folder;
    const Policies policies = shipped_policies();
    Store store = Store::open_to_write(store_in(folder), policies);
    Model model;
    const int turns = *rc::gen::inRange(1, 12);
    for (int turn = 0; turn < turns; ++turn) {
      if (*rc::gen::inRange(0, 4) == 0) {
        undo(store, model);
      } else {
        change(store, model);
      }
      check_same(store, model, policies);
    }
    Store reopened = Store::open_to_read(store_in(folder), policies).value();
    check_same(reopened, model, policies);
  });
  CHECK(holds);
}

}  // namespace aliprotect::testing
