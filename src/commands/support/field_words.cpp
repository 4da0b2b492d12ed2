#include "commands/support/field_words.h"

#include "export/order_fields.h"
#include "render/columns.h"
#include "render/text.h"

namespace aliprotect {
namespace {

constexpr std::size_t longest_value = 40;

/// Assesses the order now. The log may name a rule set that has been deleted.
AssessedOrder assessed(Context& context, const Order& order) {
  const Policy* known = context.policies().find(order.rules);
  return {order, known ? *known : context.policies().at(default_policy), context.now};
}

std::vector<FieldChange> changes_between(Context& context, const Order* before,
                                         const Order* after) {
  std::optional<AssessedOrder> states[2];
  if (before) states[0].emplace(assessed(context, *before));
  if (after) states[1].emplace(assessed(context, *after));
  return field_changes(states[0] ? &*states[0] : nullptr, states[1] ? &*states[1] : nullptr);
}

/// Returns the end for keys that lists show as a distance from now.
std::optional<Instant> end_of(const AssessedOrder& of, std::string_view key) {
  std::optional<Instant> end;
  for_each_order_field([&]<typename Field>(const Field& field) {
    if constexpr (is_instant<Field>) {
      if (field.key.name() == key && field.bound == Bound::end) end = value_of(of, field);
    }
  });
  return end;
}

std::string shown_value(const AssessedOrder& of, std::string_view key, const Zone& zone) {
  if (!states_fact(of, key)) return {};
  if (const auto end = end_of(of, key)) return to_text(*end, Bound::end, zone);
  const Column& column = *columns_named({key}).front();
  return column.shown ? column.shown(of, zone).text : printable(column.raw(of));
}

/// Returns `title Hub -> USB hub`, or only the key if both values print the same.
std::string format_change(std::string_view key, const std::string& before,
                          const std::string& after) {
  std::string text(key);
  if (before == after) return text;
  const auto in_short = [](const std::string& value) {
    return value.empty() ? "none" : clipped(value, longest_value);
  };
  return text + " " + in_short(before) + " -> " + in_short(after);
}

/// A value of a rule set, in JSON.
std::string shown(const std::string& json) { return json == "null" ? "" : printable(json); }

void append(std::string& list, const std::string& words) {
  list += (list.empty() ? "" : "; ") + words;
}

}  // namespace

std::vector<FieldChange> changed_fields(Context& context, const Difference<Order>& difference) {
  return changes_between(context, difference.before ? &*difference.before : nullptr,
                         difference.after ? &*difference.after : nullptr);
}

std::vector<FieldChange> changed_fields(const Difference<Policy>& difference) {
  return field_changes(difference.before ? &*difference.before : nullptr,
                       difference.after ? &*difference.after : nullptr);
}

std::string field_words(Context& context, const Difference<Order>& difference) {
  const AssessedOrder before = assessed(context, *difference.before);
  const AssessedOrder after = assessed(context, *difference.after);
  std::string words;
  for (const FieldChange& change : field_changes(&before, &after)) {
    append(words, format_change(change.key, shown_value(before, change.key, context.zone()),
                                shown_value(after, change.key, context.zone())));
  }
  return words.empty() ? "unchanged" : words;
}

std::string format_changes(const std::vector<FieldChange>& changes) {
  std::string words;
  for (const FieldChange& change : changes) {
    append(words, format_change(change.key, shown(change.before), shown(change.after)));
  }
  return words;
}

}  // namespace aliprotect
