#include "render/columns.h"

#include <type_traits>
#include <utility>

#include "aliprotect/error.h"
#include "core/text/suggestions.h"
#include "export/order_fields.h"
#include "render/phrases.h"
#include "render/text.h"

namespace aliprotect {
namespace {

using Texts = std::vector<std::string>;

const Clocks& clocks(const AssessedOrder& of) { return of.protection.clocks; }

std::string raw(const std::string& text) { return text; }
std::string raw(std::string_view text) { return std::string(text); }
std::string raw(OrderId id) { return std::to_string(id.value); }
std::string raw(const OrderNumber& number) { return number.text(); }
std::string raw(Instant at) { return to_rfc3339(at); }
std::string raw(Days days) { return std::to_string(days.count()); }
std::string raw(const Money& money) { return to_text(money); }
std::string raw(ClosesSource source) { return raw(to_string(source)); }
std::string raw(Inspection inspection) { return raw(to_string(inspection)); }

template <typename Value>
std::string raw(const std::optional<Value>& value) {
  return value ? raw(*value) : std::string();
}

/// Formats a time, and for an end also the distance to it.
Cell instant_cell(std::optional<Instant> at, Bound bound, const AssessedOrder& of,
                  const Zone& zone) {
  if (!at) return {};
  if (bound == Bound::begin) return {to_text(*at, bound, zone)};
  return {format_when(*at, bound, of.now, zone)};
}

/// Shows only the number of entries; other formats contain the list.
template <typename Element>
Cell list_cell(const std::vector<Element>& list) {
  return {list.empty() ? std::string() : std::to_string(list.size())};
}

Cell list_cell(const Texts& words) {
  std::string text;
  for (const std::string& word : words) text += (text.empty() ? "" : ", ") + printable(word);
  return {text};
}

/// Whether the order ended otherwise than by closing, so that `closes` no longer applies.
bool ended_without_closing(const Protection& protection) {
  return is_finished(protection.status) && protection.status != Status::auto_closed &&
         !protection.at_risk;
}

Cell closes_cell(const AssessedOrder& of, const Zone& zone) {
  const Clocks& at = clocks(of);
  const bool last_chance = of.protection.at_risk && is_completed(at, of.now) && at.last_chance &&
                           of.now < *at.last_chance;
  if (!at.closes && !last_chance) return {};
  if (is_held_by_dispute(of)) return {"held open by the dispute"};
  if (ended_without_closing(of.protection)) return {format_word(to_string(of.protection.status))};
  return {format_when(last_chance ? *at.last_chance : *at.closes, Bound::end, of.now, zone) +
              (last_chance ? ", last chance" : ""),
          tint_of(of.protection.next_step.urgency)};
}

Cell next_step_cell(const AssessedOrder& of, const Zone&) {
  const NextStep& step = of.protection.next_step;
  if (step.action == Action::none) return {};
  return {format_action(step.action), tint_of(step.urgency)};
}

Cell urgency_cell(const AssessedOrder& of, const Zone&) {
  const Urgency urgency = of.protection.next_step.urgency;
  if (urgency == Urgency::none) return {};
  return {std::string(to_string(urgency)), tint_of(urgency)};
}

Cell deadlines_cell(const AssessedOrder& of, const Zone& zone) {
  std::string text;
  for (const Deadline& deadline : of.protection.deadlines) {
    text += (text.empty() ? "" : "; ") + format_deadline(deadline, of.now, zone);
  }
  return {text};
}

Cell due_cell(const AssessedOrder& of, const Zone& zone) {
  if (!of.due) return {};
  return {format_when(of.due->at, Bound::end, of.now, zone),
          tint_of(of.protection.next_step.urgency)};
}

std::string due_raw(const AssessedOrder& of) {
  return of.due ? raw(to_string(of.due->kind)) + " " + raw(of.due->at) : std::string();
}

/// Returns the whole days from the deadline until the goods arrived, or until now.
std::string days_late(const AssessedOrder& of) {
  const auto& deadline = clocks(of).deadline;
  const Instant until = clocks(of).delivered.value_or(of.now);
  if (!deadline || until < *deadline) return {};
  return std::to_string(std::chrono::floor<Days>(until - *deadline).count());
}

/// An alleged delivery has the lead time 0, a loss has none.
std::string lead_text(const AssessedOrder& of) {
  if (!of.reminder || (!of.reminder->lead && !of.reminder->claim)) return {};
  return to_duration(of.reminder->lead.value_or(Seconds{0}));
}

using Of = const AssessedOrder&;
using In = const Zone&;

template <typename Value>
constexpr bool is_number = is_list<Value> && !std::is_same_v<Value, Texts>;
template <>
constexpr bool is_number<OrderId> = true;
template <>
constexpr bool is_number<std::optional<Money>> = true;
template <>
constexpr bool is_number<std::optional<Days>> = true;

/// Texts that people enter can be long, so they are cut first.
template <typename Value>
constexpr bool is_typed =
    std::is_same_v<Value, Texts> || std::is_same_v<Value, std::optional<std::string>>;

template <typename Field>
Column fact_column(const Field& field) {
  using Value = ValueOf<Field>;
  Column column{field.key.name(), field.label, is_number<Value>, is_typed<Value> ? 12u : 0u, {}};
  if constexpr (is_list<Value>) {
    column.raw = [&field](Of of) { return field_json(of, field.key.name()); };
    column.shown = [&field](Of of, In) { return list_cell(value_of(of, field)); };
  } else {
    column.raw = [&field](Of of) { return raw(value_of(of, field)); };
  }
  if constexpr (std::is_same_v<Field, ClosesField>) {
    column.shown = closes_cell;
  } else if constexpr (is_instant<Field>) {
    column.shown = [&field](Of of, In zone) {
      return instant_cell(value_of(of, field), field.bound, of, zone);
    };
  }
  return column;
}

// clang-format off
/// The columns of values that are derived from the facts.
std::vector<Column> derived_columns() {
  return {
    {"status", "status", false, 0, [](Of of) { return raw(to_string(of.protection.status)); },
     [](Of of, In zone) { return Cell{format_word(to_string(of.protection.status)), {}, status_notes(of, zone)}; }},
    {"windows", "windows", false, 0, [](Of of) { return field_json(of, "windows"); }},
    {"completion", "completion", false, 0, [](Of of) { return field_json(of, "completion"); },
     [](Of of, In zone) {
       const auto& completion = clocks(of).completion;
       if (!completion) return Cell{};
       return Cell{to_text(completion->at, Bound::end, zone) + ", " + raw(to_string(completion->source))};
     }},
    {"deadlines", "deadlines", false, 0, [](Of of) { return field_json(of, "deadlines"); }, deadlines_cell},
    {"next_step", "next step", false, 16, [](Of of) { return field_json(of, "next_step"); }, next_step_cell},
    {"next_step.action", "action", false, 0, [](Of of) { return raw(to_string(of.protection.next_step.action)); }},
    {"next_step.by", "by", false, 0, [](Of of) { return raw(of.protection.next_step.by); },
     [](Of of, In zone) { return instant_cell(of.protection.next_step.by, Bound::end, of, zone); }},
    {"next_step.urgency", "urgency", false, 0, [](Of of) { return raw(to_string(of.protection.next_step.urgency)); },
     urgency_cell},
    {"next_step.why", "why", false, 0, [](Of of) { return of.protection.next_step.why; }},
    {"at_risk", "at risk", false, 0, [](Of of) { return std::string(of.protection.at_risk ? "true" : "false"); }},
    {"days_late", "days late", true, 0, days_late},
    {"due", "due", false, 0, due_raw, due_cell},
    {"due.kind", "what", false, 0, [](Of of) { return of.due ? raw(to_string(of.due->kind)) : ""; },
     [](Of of, In) { return of.due ? Cell{format_deadline_kind(of.due->kind), {}, carrier_notes(of)} : Cell{}; }},
    {"due.at", "at", false, 0, [](Of of) { return of.due ? raw(of.due->at) : ""; }},
    {"due.days_left", "days left", true, 0,
     [](Of of) { return of.due ? std::to_string(days_left(of.due->at, of.now)) : ""; }},
    {"lead", "lead", true, 0,
     [](Of of) { return lead_text(of); }},
  };
}
// clang-format on

const std::vector<Column>& all_columns() {
  static const std::vector<Column> columns = [] {
    std::vector<Column> all;
    for_each_order_field([&](const auto& field) { all.push_back(fact_column(field)); });
    for (Column& column : derived_columns()) all.push_back(std::move(column));
    return all;
  }();
  return columns;
}

const Column& column_named(std::string_view key) {
  for (const Column& column : all_columns()) {
    if (column.key == key) return column;
  }
  throw unknown_word("--columns", std::string(key), "column", column_keys());
}

template <typename Keys>
std::vector<const Column*> named(const Keys& keys) {
  std::vector<const Column*> found;
  for (const auto& key : keys) found.push_back(&column_named(key));
  return found;
}

}  // namespace

std::vector<std::string> column_keys() {
  std::vector<std::string> keys;
  for (const Column& column : all_columns()) keys.emplace_back(column.key);
  return keys;
}

std::vector<const Column*> columns_named(std::span<const std::string> keys) { return named(keys); }
std::vector<const Column*> columns_named(std::initializer_list<std::string_view> keys) {
  return named(keys);
}

}  // namespace aliprotect
