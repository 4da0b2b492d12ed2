#include "commands/support/row_recorder.h"

#include <algorithm>

#include "core/distinct.h"
#include "core/text/quote.h"
#include "import/merge/ignored_facts.h"
#include "import/merge/recorded_ends.h"
#include "rules/refusals.h"

namespace aliprotect {
namespace {

/// From this date on, orders follow other rules than the default ones.
constexpr Instant later_rules{std::chrono::sys_days{std::chrono::year{2018} / 1 / 1}};

Order blank(const OrderPatch& facts, const ImportDefaults& defaults) {
  Order order;
  order.number = facts.number;
  order.id = facts.id.value_or(OrderId{});
  order.rules = defaults.rules;
  return order;
}

bool has_shipping_date(const Order& order) {
  return std::any_of(order.parcels.begin(), order.parcels.end(),
                     [](const Parcel& parcel) { return parcel.shipped_at.has_value(); });
}

/// Sets the shipping date to `after` the order date, at most `now`. If one parcel has a date, the
/// others get none, because the clocks start at the last shipment.
void add_shipping_dates(Seconds after, Instant now, Order& order) {
  if (!order.ordered_at || has_shipping_date(order)) return;
  for (Parcel& parcel : order.parcels) parcel.shipped_at = std::min(*order.ordered_at + after, now);
}

}  // namespace

void RowRecorder::record(ImportedOrder& imported) {
  skip_unknown_rules(imported);
  OrderPatch& facts = imported.facts;
  const std::optional<Order> recorded = changes_.find(facts.number);
  if (!recorded && facts.mails) facts.mails->before = {};
  if (recorded && on_existing_ == OnExisting::skip) return report_.count_unchanged();
  if (recorded && on_existing_ == OnExisting::fail) {
    throw RowError("order number " + facts.number.text() + " is already recorded as id " +
                   std::to_string(recorded->id.value));
  }
  Order order = recorded ? *recorded : blank(facts, defaults_);
  const std::string& rules = facts.rules ? *facts.rules : order.rules;
  apply_patch(facts, order, context_.policies().at(rules).longest_protection);
  const bool keeps_end = recorded && keep_recorded_ends(*recorded, order);
  add_defaults(order);
  check(order);
  count_shipping_date(order);
  for (const IgnoredFact fact : ignored_facts(facts, order)) report_.count_ignored(fact);
  if (keeps_end) report_.count_ignored(IgnoredFact::recorded_end);
  const OrderId id = put(recorded, std::move(order));
  if (facts.id && facts.id != id) report_.count_ignored(IgnoredFact::id);
  changes_.remember(std::move(imported.mails));
}

OrderId RowRecorder::put(const std::optional<Order>& recorded, Order order) {
  if (!recorded) {
    if (!order.number.has_usual_length()) report_.count_unusual(order.number);
    if (order.rules == default_policy && order.ordered_at && *order.ordered_at >= later_rules)
      report_.count_outdated_rules();
    const OrderId id = changes_.add(std::move(order));
    report_.count_new();
    return id;
  }
  if (order == *recorded) {
    report_.count_unchanged();
  } else {
    changes_.replace(order);
    report_.count_changed();
  }
  return recorded->id;
}

void RowRecorder::add_defaults(Order& order) const {
  add_distinct(order.tags, defaults_.tags);
  if (has_recorded_end(order)) return;
  if (defaults_.shipped_after) add_shipping_dates(*defaults_.shipped_after, context_.now, order);
  if (!order.days && !order.deadline) order.days = defaults_.days;
  if (!order.protection_days && !order.closes) order.protection_days = defaults_.protection_days;
}

void RowRecorder::skip_unknown_rules(ImportedOrder& imported) {
  std::optional<std::string>& rules = imported.facts.rules;
  if (!rules || context_.policies().find(*rules)) return;
  skip(imported.skipped, "rules", *rules, "unknown rule set " + in_quotes(*rules),
       "add it with `aliprotect rules add`");
  imported.skipped.back().line = imported.rows.front().line;
  rules.reset();
}

/// Rejects a row only if its facts are impossible; the rules for changes do not apply to imports.
void RowRecorder::check(const Order& order) {
  const auto refusal = check_validity(order);
  if (!refusal) return;
  std::string reason = refusal->sentence;
  for (const Instant at : refusal->instants) reason.replace(reason.find("{}"), 2, to_rfc3339(at));
  throw RowError(reason);
}

void RowRecorder::count_shipping_date(const Order& order) {
  if (has_recorded_end(order)) return;
  if (!order.parcels.empty() && !has_shipping_date(order)) report_.count_without_shipping_date();
}

}  // namespace aliprotect
