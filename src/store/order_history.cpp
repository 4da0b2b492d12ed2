#include "store/order_history.h"

#include <limits>

#include "store/database.h"
#include "store/order_reader.h"
#include "store/policy_history.h"
#include "store/seconds.h"
#include "store/selection.h"

namespace aliprotect::store {
namespace {

/// Selects the numbers that no order has now: the last id and entry of each.
constexpr const char* ended_histories = R"(
  SELECT id, entry_id
  FROM former_orders AS last
  WHERE number_ended = 1
    AND NOT EXISTS (SELECT 1 FROM orders WHERE orders.number = last.number)
    AND NOT EXISTS (
      SELECT 1
      FROM former_orders AS later
      WHERE later.number_ended = 1 AND later.number = last.number
        AND later.entry_id > last.entry_id)
  ORDER BY number
)";

/// Selects the ids that had the number and no longer have it.
constexpr const char* former_ids = R"(
  SELECT DISTINCT id
  FROM former_orders
  WHERE number_ended = 1 AND number = $1
    AND NOT EXISTS (
      SELECT 1
      FROM orders
      WHERE orders.id = former_orders.id AND orders.number = former_orders.number)
  ORDER BY id
)";

constexpr const char* changes_of_order = R"(
  SELECT entry_id, existed FROM changes WHERE order_id = $1 ORDER BY entry_id
)";

/// Removes facts that do not affect deadlines.
Order deadline_facts(Order order) {
  order.title.reset();
  order.seller.reset();
  order.client.reset();
  order.price.reset();
  order.sale_price.reset();
  order.ordered_at.reset();
  order.late_credit.reset();
  order.completion_notice_at.reset();
  order.tags.clear();
  order.notes.clear();
  for (Dispute& dispute : order.disputes) dispute.evidence.clear();
  return order;
}

class OrderHistoryReader final : public OrderHistory {
 public:
  explicit OrderHistoryReader(Engine& engine)
      : engine_(engine),
        rules_(engine),
        former_(*engine.db, former_order),
        last_entry_(*engine.db, "SELECT max(entry_id) FROM changes WHERE order_id = $1"),
        changes_(*engine.db, changes_of_order),
        former_ids_(*engine.db, former_ids),
        entry_(*engine.db, "SELECT at FROM entries WHERE id = $1") {}

  /// Goes to a recorded order.
  void move_to(const Order& order) {
    order_ = &order;
    ended_by_.reset();
    policy_ = &engine_.policies().of(order);
  }
  /// Goes to an order whose history the entry `ended_by` ended; returns false if its rule set is
  /// unknown.
  bool move_to(const Order& order, std::int64_t ended_by) {
    order_ = &order;
    ended_by_ = ended_by;
    policy_ = rules_.before(ended_by, order.rules);
    return policy_ != nullptr;
  }

  bool has_ended() const override { return ended_by_.has_value(); }
  const Policy& policy() const override { return *policy_; }

  LastChange last_change() override {
    LastChange last;
    if (ended_by_) {
      last.entry = *ended_by_;
    } else {
      last.entry = std::max(last_entry_of(order_->id), rules_.last_change(order_->rules));
    }
    entry_.bind(1, last.entry);
    if (entry_.step()) last.at = instant(entry_.number(0));
    entry_.reset();
    return last;
  }

  void read(const VisitVersion& visit) override {
    if (!ended_by_) {
      const std::int64_t last = read_former(order_->id, visit);
      rules_.each_ended_between(last, std::numeric_limits<std::int64_t>::max(), order_->rules,
                                [&](const Policy& policy) { visit(*order_, policy); });
    }
    for (const OrderId id : ids_no_longer()) read_former(id, visit);
  }

  /// Returns the order from before `entry`; nullopt if there was none.
  std::optional<Order> before(std::int64_t entry, OrderId id) {
    return order_before(former_, entry, id);
  }

 private:
  struct Change {
    std::int64_t entry;
    bool existed;
  };

  std::vector<Change> changes_of(OrderId id) {
    std::vector<Change> changes;
    changes_.bind(1, id.value);
    while (changes_.step()) changes.push_back({changes_.number(0), changes_.number(1) != 0});
    changes_.reset();
    return changes;
  }

  std::int64_t last_entry_of(OrderId id) {
    last_entry_.bind(1, id.value);
    last_entry_.step();
    const std::int64_t entry = last_entry_.number(0);
    last_entry_.reset();
    return entry;
  }

  std::vector<OrderId> ids_no_longer() {
    std::vector<OrderId> ids;
    former_ids_.bind(1, order_->number.text());
    while (former_ids_.step()) ids.push_back({former_ids_.number(0)});
    former_ids_.reset();
    return ids;
  }

  /// Visits the former rows in which the order with this id had the number; returns its last entry.
  /// Skips rows with the same deadlines as the one before, unless rule sets have changed.
  std::int64_t read_former(OrderId id, const VisitVersion& visit) {
    std::int64_t previous = 0;
    std::optional<Order> last_facts;
    for (const Change& change : changes_of(id)) {
      const std::optional<Order> former = change.existed ? before(change.entry, id) : std::nullopt;
      std::optional<Order> facts = former ? std::optional(deadline_facts(*former)) : std::nullopt;
      const bool is_visited = facts != last_facts || rules_.have_changed();
      if (former && is_visited && former->number == order_->number) {
        const auto under = [&](const Policy& policy) { visit(*former, policy); };
        rules_.each_ended_between(previous, change.entry, former->rules, under);
        if (const Policy* policy = rules_.before(change.entry, former->rules)) under(*policy);
      }
      last_facts = std::move(facts);
      previous = change.entry;
    }
    return previous;
  }

  Engine& engine_;
  PolicyHistory rules_;
  OrderReader former_;
  Statement last_entry_;
  Statement changes_;
  Statement former_ids_;
  Statement entry_;
  const Order* order_ = nullptr;
  const Policy* policy_ = nullptr;
  std::optional<std::int64_t> ended_by_;
};

void read_ended(Engine& engine, const Selection& selection, OrderHistoryReader& history,
                const Store::VisitHistory& visit) {
  Statement ended(*engine.db, ended_histories, Rows::many);
  while (ended.step()) {
    const OrderId id{ended.number(0)};
    const std::int64_t entry = ended.number(1);
    const std::optional<Order> order = history.before(entry, id);
    if (!order || !matches(selection, *order) || !history.move_to(*order, entry)) continue;
    if (!visit(*order, history)) return;
  }
}

}  // namespace

void read_with_history(Engine& engine, const Selection& selection,
                       const Store::VisitHistory& visit) {
  const Snapshot snapshot(*engine.db);
  engine.refresh_rules();
  OrderHistoryReader history(engine);
  bool wants_more = true;
  engine.read(selection, [&](const Order& order) {
    history.move_to(order);
    return wants_more = visit(order, history);
  });
  if (wants_more && may_match_ended(selection)) read_ended(engine, selection, history, visit);
}

}  // namespace aliprotect::store
