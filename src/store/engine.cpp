#include "store/engine.h"

#include <algorithm>
#include <span>
#include <stdexcept>
#include <utility>

#include "store/database.h"
#include "store/json_list.h"
#include "store/selection.h"

namespace aliprotect::store {
namespace {

/// The number of orders in memory at once when they are read in a given sequence.
constexpr std::size_t chunk_size = 4'000;

/// Prevents a read within another one, which would change its rows.
class Reading {
 public:
  explicit Reading(bool& flag) : flag_(flag) {
    if (flag_) throw std::logic_error("a read of the store was started within another");
    flag_ = true;
  }
  Reading(const Reading&) = delete;
  Reading& operator=(const Reading&) = delete;
  ~Reading() { flag_ = false; }

 private:
  bool& flag_;
};

/// Combines the rule sets. A user's rule set takes precedence over a built-in one of the same name,
/// which a later version of the program may have.
Policies merged(const std::vector<Policy>& own, const Policies& built_in) {
  std::vector<Policy> all = own;
  for (const Policy& policy : built_in.all()) {
    const bool is_replaced = std::any_of(
        own.begin(), own.end(), [&](const Policy& other) { return other.name == policy.name; });
    if (!is_replaced) all.push_back(policy);
  }
  return Policies(std::move(all));
}

Order* find_by_id(std::vector<Order>& sorted, OrderId id) {
  const auto place =
      std::lower_bound(sorted.begin(), sorted.end(), id,
                       [](const Order& order, OrderId wanted) { return order.id < wanted; });
  return place != sorted.end() && place->id == id ? &*place : nullptr;
}

}  // namespace

Engine::Engine(std::string store_path, const Policies& built_in,
               std::unique_ptr<Database> connection, std::chrono::milliseconds lock_timeout)
    : path(std::move(store_path)),
      lock_wait(lock_timeout),
      db(std::move(connection)),
      built_in_(built_in),
      rules_in_force_(*db),
      id_of_(*db, "SELECT id FROM orders WHERE number = $1"),
      by_id_(*db, "FROM orders WHERE id = $1"),
      by_number_(*db, "FROM orders WHERE number = $1"),
      listed_(*db, "FROM orders WHERE id IN " + db->numbers_in("$1") + " ORDER BY id") {}

const Policies& Engine::policies() {
  if (!policies_) refresh_rules();
  return *policies_;
}

const Policy* Engine::own_rules(const std::string& name) const {
  const auto found = std::find_if(own_rules_.begin(), own_rules_.end(),
                                  [&](const Policy& policy) { return policy.name == name; });
  return found == own_rules_.end() ? nullptr : &*found;
}

void Engine::refresh_rules() {
  std::vector<Policy> own = rules_in_force_.own();
  if (!policies_ || own != own_rules_) {
    own_rules_ = std::move(own);
    policies_ = merged(own_rules_, built_in_);
  }
  changed_rules_ = rules_in_force_.changed(*policies_);
}

std::optional<Order> Engine::find(OrderId id) {
  by_id_.statement().bind(1, id.value);
  return by_id_.only();
}

std::optional<Order> Engine::find(const OrderNumber& number) {
  by_number_.statement().bind(1, number.text());
  return by_number_.only();
}

std::optional<OrderId> Engine::id_of(const OrderNumber& number) {
  id_of_.bind(1, number.text());
  std::optional<OrderId> id;
  if (id_of_.step()) id = OrderId{id_of_.number(0)};
  id_of_.reset();
  return id;
}

void Engine::read(const Selection& selection, const Store::Visit& visit) {
  const Reading reading(is_reading_);
  const Snapshot snapshot(*db);
  refresh_rules();
  const Query query = selected_orders(selection, changed_rules_);
  OrderReader reader(*db, query.sql() + " ORDER BY id", Rows::many);
  query.bind(reader.statement());
  Order order;
  while (reader.next(order)) {
    if (accepts(selection, order) && !visit(order)) return;
  }
}

void Engine::read(const std::vector<OrderId>& ids, const Store::Visit& visit) {
  const Reading reading(is_reading_);
  const Snapshot snapshot(*db);
  refresh_rules();
  for (std::size_t begin = 0; begin < ids.size(); begin += chunk_size) {
    if (!read_chunk(ids.data() + begin, std::min(chunk_size, ids.size() - begin), visit)) return;
  }
}

bool Engine::read_chunk(const OrderId* first, std::size_t count, const Store::Visit& visit) {
  const std::string ids = json_list(std::span(first, count), [](OrderId id) { return id.value; });
  const ReaderGuard guard(listed_);
  listed_.statement().bind(1, ids);
  std::vector<Order> orders;
  Order order;
  while (listed_.next(order)) orders.push_back(order);

  return std::all_of(first, first + count, [&](OrderId id) {
    Order* found = find_by_id(orders, id);
    return found == nullptr || visit(*found);
  });
}

Writers& Engine::writers() {
  if (!writers_) writers_.emplace(*db);
  return *writers_;
}

SentReminders& Engine::sent_reminders() {
  if (!sent_reminders_) sent_reminders_.emplace(*db);
  return *sent_reminders_;
}

ImportMemory& Engine::memory() {
  if (!memory_) memory_.emplace(*db);
  return *memory_;
}

void Engine::rewrite_derived(OrderReader& orders) {
  const Reading reading(is_reading_);
  Order order;
  while (orders.next(order)) writers().derived.rewrite(order, policies().of(order));
}

void Engine::reschedule_changed_rules() {
  for (const std::string& rules : changed_rules_) {
    OrderReader orders(*db, "FROM orders WHERE rules = $1 ORDER BY id", Rows::many);
    orders.statement().bind(1, rules);
    rewrite_derived(orders);
    writers().scheduled_rules.replace(policies().at(rules));
  }
  changed_rules_.clear();
}

void Engine::reschedule_if_needed() {
  refresh_rules();
  if (changed_rules_.empty()) return;
  Transaction transaction(*db, Database::Access::write);
  refresh_rules();  // another process may have done it
  reschedule_changed_rules();
  transaction.commit();
}

void Engine::undo_entry(const UndoableEntry& entry, const ChangeLabel& label) {
  Journal& journal = writers().journal;
  const std::int64_t undo = journal.write_entry(label, highest_id_given(*db), entry.number);
  journal.save_all_of(undo, entry.number);
  journal.restore(entry);
  journal.mark_ended_numbers(undo);
  memory().forget(entry.number);
  refresh_rules();
  reschedule_changed_rules();
  OrderReader restored(
      *db, "FROM orders WHERE id IN (SELECT order_id FROM changes WHERE entry_id = $1) ORDER BY id",
      Rows::many);
  restored.statement().bind(1, entry.number);
  rewrite_derived(restored);
}

}  // namespace aliprotect::store
