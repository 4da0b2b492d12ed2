#include "store/recorder.h"

#include <string>

#include "aliprotect/error.h"
#include "store/errors.h"

namespace aliprotect::store {

std::optional<Order> Recorder::find(OrderId id) {
  return translating(engine_.path, [&] { return engine_.find(id); });
}

std::optional<Order> Recorder::find(const OrderNumber& number) {
  return translating(engine_.path, [&] {
    const std::optional<OrderId> id = engine_.id_of(number);
    return id ? engine_.find(*id) : std::nullopt;
  });
}

OrderId Recorder::add(Order order) {
  const Policy& policy = engine_.policies.at(order.rules);
  refuse_nul(order);
  return translating(engine_.path, [&] {
    refuse_taken_number(order);
    Writers& writers = engine_.writers();
    order.id = writers.ids.id_for(order);
    writers.journal.keep_new(entry(), order.id);
    writers.orders.insert(order);
    writers.deadlines.write(order, policy);
    remember(policy);
    return order.id;
  });
}

void Recorder::replace(const Order& order) {
  const Policy& policy = engine_.policies.at(order.rules);
  refuse_nul(order);
  translating(engine_.path, [&] {
    const Order before = at(order.id);
    if (order == before) return;
    if (order.number != before.number) refuse_taken_number(order);
    Writers& writers = engine_.writers();
    writers.journal.keep(entry(), order.id);
    writers.orders.replace(before, order);
    writers.deadlines.rewrite(order, policy);
    remember(policy);
  });
}

void Recorder::remove(OrderId id) {
  translating(engine_.path, [&] {
    at(id);
    Writers& writers = engine_.writers();
    writers.journal.keep(entry(), id);
    writers.orders.remove(id);
  });
}

Order Recorder::at(OrderId id) {
  if (std::optional<Order> order = engine_.find(id)) return *std::move(order);
  throw UserError("there is no order " + std::to_string(id.value) +
                  "; `aliprotect list --all` shows those there are");
}

void Recorder::refuse_taken_number(const Order& order) {
  const std::optional<OrderId> owner = engine_.id_of(order.number);
  if (!owner) return;
  const std::string id = std::to_string(owner->value);
  throw UserError("order " + order.number.text() + " is recorded already, as id " + id +
                  "; change it with `aliprotect edit " + id + "`");
}

std::int64_t Recorder::entry() {
  Writers& writers = engine_.writers();
  if (!entry_)
    entry_ = writers.journal.write_entry(label_, writers.ids.highest_given(), std::nullopt);
  return *entry_;
}

void Recorder::remember(const Policy& policy) {
  if (remembered_ == &policy) return;
  engine_.writers().rules.remember(policy);
  remembered_ = &policy;
}

}  // namespace aliprotect::store
