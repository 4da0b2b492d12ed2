#include "store/recorder.h"

#include <algorithm>
#include <iterator>
#include <stdexcept>
#include <string>

#include "aliprotect/error.h"
#include "store/nul_check.h"

namespace aliprotect::store {
namespace {

/// A change that adds fewer orders than this keeps all indexes.
constexpr std::int64_t large_change = 5'000;

/// It must not be built after orders were replaced: PostgreSQL does not use it in the same change
/// then, and each lookup of a number would read all orders.
constexpr std::string_view numbers_index = "orders_by_number";

std::logic_error built_in(const std::string& rules) {
  return std::logic_error("rule set " + rules + " is built in");
}

}  // namespace

std::optional<Order> Recorder::find(OrderId id) {
  return translate_errors(*engine_.db, [&] { return engine_.find(id); });
}

std::optional<Order> Recorder::find(const OrderNumber& number) {
  return translate_errors(*engine_.db, [&]() -> std::optional<Order> {
    if (is_new(number)) return std::nullopt;
    return engine_.find(number);
  });
}

OrderId Recorder::add(Order order) {
  const Policy& policy = engine_.policies().at(order.rules);
  refuse_nul(order);
  return translate_errors(*engine_.db, [&] {
    order.id = ids().id_for(order);
    insert(order);
    save_added(order.id);
    count_added();
    engine_.writers().derived.write(order, policy);
    remember(policy);
    return order.id;
  });
}

void Recorder::replace(const Order& order) {
  refuse_nul(order);
  translate_errors(*engine_.db, [&] {
    const Order before = at(order.id);
    if (order == before) return;
    const Policies& policies = engine_.policies();
    const Policy& policy =
        order.rules == before.rules ? policies.of(order) : policies.at(order.rules);
    if (order.number != before.number) {
      refuse_taken_number(order);
      loses_numbers_ = true;
    }
    save(before);
    deferred_indexes_.build(numbers_index);
    has_replaced_ = true;
    Writers& writers = engine_.writers();
    writers.orders.upsert(order.id, order);
    numbers_.add(order.number);
    writers.derived.rewrite(order, policy);
    remember(policy);
  });
}

void Recorder::remove(OrderId id) {
  translate_errors(*engine_.db, [&] {
    save(at(id));
    loses_numbers_ = true;
    engine_.writers().derived.remove(id);
    engine_.writers().orders.remove(id);
  });
}

void Recorder::set_rules(const Policy& policy) {
  refuse_nul(policy);
  translate_errors(*engine_.db, [&] {
    const Policy* own = engine_.own_rules(policy.name);
    if (own && *own == policy) return;
    if (!own && engine_.policies().find(policy.name)) throw built_in(policy.name);
    Writers& writers = engine_.writers();
    save_rules(policy.name);
    writers.rule_sets.upsert(policy.name, policy);
    remembered_.clear();
    engine_.refresh_rules();
    engine_.reschedule_changed_rules();
  });
}

void Recorder::remove_rules(const std::string& name) {
  translate_errors(*engine_.db, [&] {
    engine_.policies().at(name);
    if (!engine_.own_rules(name)) throw built_in(name);
    refuse_used(name);
    Writers& writers = engine_.writers();
    save_rules(name);
    writers.rule_sets.remove(name);
    remembered_.clear();
    engine_.refresh_rules();
  });
}

std::vector<RememberedMail> Recorder::mails_about(const std::string& number) {
  return translate_errors(*engine_.db, [&] { return engine_.memory().mails_about(number); });
}

void Recorder::remember(std::vector<RememberedMail> mails) {
  mails_.insert(mails_.end(), std::make_move_iterator(mails.begin()),
                std::make_move_iterator(mails.end()));
}

void Recorder::remember(const std::string& source, std::vector<ReadFile> files) {
  if (!files.empty()) files_.emplace_back(source, std::move(files));
}

bool Recorder::write_memory() {
  for (const RememberedMail& mail : mails_) engine_.memory().write(mail, entry_);
  for (const auto& [source, files] : files_) {
    for (const ReadFile& file : files) engine_.memory().write(source, file, entry_);
  }
  if (entry_) {
    for (const std::string& file : origins_) engine_.memory().write_origin(file, *entry_);
  }
  return !mails_.empty() || !files_.empty();
}

Order Recorder::at(OrderId id) {
  if (std::optional<Order> order = engine_.find(id)) return *std::move(order);
  throw UserError("no order with id " + std::to_string(id.value) +
                  " found; `aliprotect list --all` lists all orders");
}

bool Recorder::is_new(const OrderNumber& number) {
  if (numbers_.is_new(number, ids().highest_before())) return true;
  deferred_indexes_.build(numbers_index);
  return false;
}

/// Relies on the unique index to detect a number that already exists, which saves a query.
void Recorder::insert(const Order& order) {
  TableWriter<OrdersTable>& orders = engine_.writers().orders;
  if (is_new(order.number)) {
    orders.insert_new(order.id, order);
  } else if (!orders.insert(order.id, order)) {
    refuse_taken_number(order);
  }
  numbers_.add(order.number);
  ids().use(order.id);
}

void Recorder::refuse_taken_number(const Order& order) {
  deferred_indexes_.build(numbers_index);
  const std::optional<OrderId> owner = engine_.id_of(order.number);
  if (!owner) return;
  const std::string id = std::to_string(owner->value);
  throw UserError("order " + order.number.text() + " already exists with id " + id +
                  "; change it with `aliprotect edit " + id + "`");
}

void Recorder::refuse_used(const std::string& name) {
  Statement used(*engine_.db, "SELECT count(*) FROM orders WHERE rules = $1");
  used.bind(1, name);
  used.step();
  const std::int64_t count = used.number(0);
  if (count == 0) return;
  throw UserError(
      "rule set " + name + " is used by " + std::to_string(count) +
      (count == 1 ? " order" : " orders") +
      "; find them with `aliprotect list --all --columns id,rules` and change them with "
      "`aliprotect edit ORDER --rules NAME`");
}

Ids& Recorder::ids() {
  if (!ids_) ids_.emplace(*engine_.db, deferred_indexes_);
  return *ids_;
}

void Recorder::save(const Order& before) {
  Writers& writers = engine_.writers();
  if (writers.journal.touch(entry(), before.id))
    writers.orders.insert_former(entry(), before.id, before);
}

void Recorder::save_rules(const std::string& name) {
  Writers& writers = engine_.writers();
  const Policy* own = engine_.own_rules(name);
  if (writers.journal.touch_rules(entry(), name, own != nullptr) && own)
    writers.rule_sets.insert_former(entry(), name, *own);
}

void Recorder::save_added(OrderId id) {
  Journal& journal = engine_.writers().journal;
  if (loses_numbers_) {
    journal.save_added(entry(), id);
  } else {
    journal.insert_added(entry(), id);
  }
}

/// A change that more than doubles the number of orders builds the indexes once, at its end.
void Recorder::count_added() {
  ++added_count_;
  const bool is_large = added_count_ > std::max(large_change, ids().highest_before());
  if (is_large) deferred_indexes_.drop(has_replaced_ ? numbers_index : "");
}

bool Recorder::finish() {
  if (loses_numbers_) engine_.writers().journal.mark_ended_numbers(entry());
  if (ids_ && ids_->highest() != ids_->highest_before())
    set_highest_id(*engine_.db, ids_->highest());
  deferred_indexes_.build_all();
  const bool has_memory = write_memory();
  return entry_.has_value() || has_memory;
}

std::int64_t Recorder::entry() {
  if (!entry_) {
    entry_ = engine_.writers().journal.write_entry(label_, ids().highest_before(), std::nullopt);
  }
  return *entry_;
}

void Recorder::remember(const Policy& policy) {
  if (remembered_.insert(&policy).second) engine_.writers().scheduled_rules.remember(policy);
}

}  // namespace aliprotect::store
