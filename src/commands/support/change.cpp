#include "commands/support/change.h"

#include <algorithm>

#include "commands/support/answer.h"
#include "render/phrases.h"

namespace aliprotect {
namespace {

/// Changing orders needs existing ones, so it never creates a store.
void expect_store(Context& context) {
  if (context.store_exists()) return;
  throw UserError("no orders yet: no store found at " + context.store_name() +
                  "; add one with `aliprotect add NUMBER`");
}

}  // namespace

std::string format_refusal(Context& context, const Refusal& refusal) {
  const bool compares = refusal.instants.size() > 1;
  std::string text = refusal.sentence;
  for (const Instant at : refusal.instants) {
    text.replace(text.find("{}"), 2,
                 compares ? to_text_with_time(at, context.zone())
                          : to_text(at, refusal.bound, context.zone()));
  }
  return text;
}

void unless_refused(Context& context, const Order& order, const std::optional<Refusal>& refusal,
                    bool force) {
  if (!refusal || (force && refusal->forceable)) return;
  throw UserError("order " + name_of(order) + ": " + format_refusal(context, *refusal) +
                  (refusal->forceable ? "; use --force to record it anyway" : ""));
}

Clocks clocks_under_its_rules(Context& context, const Order& order) {
  return clocks_of(order, context.policies().of(order));
}

void check_facts(Context& context, const Order* before, const Order& after, bool force) {
  unless_refused(context, after, check_validity(after), force);
  unless_refused(context, after, check_times(before, after, context.now), force);
}

void change_each(Context& context, const std::vector<std::string>& words,
                 const std::function<void(Changes&, const Order&)>& step) {
  const std::vector<OrderRef> refs = read_orders(context, words);
  if (refs.empty()) return;  // standard input held none
  expect_store(context);
  context.record([&](Changes& changes) {
    for (const Order& order : orders_named(changes, refs)) step(changes, order);
  });
}

ExitCode change_orders(Context& context, const ChangeOptions& options, const OrderChange& change) {
  std::vector<Order> before;
  std::vector<Done> changes;
  change_each(context, options.orders, [&](Changes& record, const Order& order) {
    unless_refused(context, order, change.check(order), options.force);
    Order after = order;
    change.apply(after);
    check_facts(context, &order, after, options.force);
    record.replace(after);
    before.push_back(order);
    changes.push_back({after == order ? "unchanged:" : change.done, std::move(after)});
  });
  for (std::size_t i = 0; i < changes.size(); ++i) {
    warn_about(context, &before[i], changes[i].order);
  }
  answer(context, changes);
  return ExitCode::done;
}

std::optional<Refusal> unless_final(Context& context, const Order& order, Instant at,
                                    AfterEnd change) {
  return check_change_after_end(order, clocks_under_its_rules(context, order), change, at);
}

Instant happened(Context& context, const ChangeOptions& options) {
  return options.at ? context.read_when("--at", *options.at, Bound::begin) : context.now;
}

void add_when_and_force(Command& command, ChangeOptions& options, const std::string& meaning) {
  add_value(command, "--at", options.at, meaning + " [now]", "WHEN");
  add_force(command, options.force);
}

void add_force(Command& command, bool& force) {
  add_flag(command, "--force", force, "record it even if a rule does not allow it");
}

}  // namespace aliprotect
