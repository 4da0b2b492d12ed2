#include "render/columns.h"

#include <algorithm>

#include "aliprotect/error.h"
#include "core/text/suggestions.h"
#include "render/phrases.h"
#include "render/text.h"

namespace aliprotect {
namespace {

const Clocks& clocks(const AssessedOrder& of) { return of.protection.clocks; }

std::string raw(const std::string& text) { return text; }
std::string raw(std::string_view text) { return std::string(text); }
std::string raw(Instant at) { return to_rfc3339(at); }
std::string raw(Days days) { return std::to_string(days.count()); }
std::string raw(const Money& money) { return to_text(money); }
std::string raw(ClosesSource source) { return raw(to_string(source)); }
std::string raw(Inspection inspection) { return raw(to_string(inspection)); }

template <typename Value>
std::string raw(const std::optional<Value>& value) {
  return value ? raw(*value) : std::string();
}

Cell time_cell(std::optional<Instant> at, Bound bound, const Zone& zone) {
  return {at ? to_text(*at, bound, zone) : std::string()};
}

/// Formats a time and the distance to it.
Cell end_cell(std::optional<Instant> at, const AssessedOrder& of, const Zone& zone) {
  return {at ? format_when(*at, Bound::end, of.now, zone) : std::string()};
}

/// Shows only the number of entries; other formats contain the list.
template <typename List>
Cell count_cell(const List& list) {
  return {list.empty() ? std::string() : std::to_string(list.size())};
}

std::string joined(const std::vector<std::string>& words) {
  std::string text;
  for (const std::string& word : words) text += (text.empty() ? "" : ", ") + printable(word);
  return text;
}

Cell closes_cell(const AssessedOrder& of, const Zone& zone) {
  if (!clocks(of).closes) return {};
  const bool in_grace = of.now >= *clocks(of).closes && of.now < *clocks(of).last_chance;
  if (is_held_by_dispute(of)) return {"held open by the dispute"};
  const Instant at = in_grace ? *clocks(of).last_chance : *clocks(of).closes;
  return {format_when(at, Bound::end, of.now, zone) + (in_grace ? ", last chance" : ""),
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
  return {format_when(of.due->at, bound_of(of.due->kind), of.now, zone),
          tint_of(of.protection.next_step.urgency)};
}

std::string due_raw(const AssessedOrder& of) {
  return of.due ? raw(to_string(of.due->kind)) + " " + raw(of.due->at) : std::string();
}

using Of = const AssessedOrder&;
using In = const Zone&;

// clang-format off
constexpr Column columns[] = {
    {"id", "ID", true, 0, [](Of of) { return std::to_string(of.order.id.value); }},
    {"number", "NUMBER", false, 0, [](Of of) { return of.order.number.text(); }},
    {"title", "TITLE", false, 12, [](Of of) { return raw(of.order.title); }},
    {"seller", "SELLER", false, 12, [](Of of) { return raw(of.order.seller); }},
    {"client", "CLIENT", false, 12, [](Of of) { return raw(of.order.client); }},
    {"tags", "TAGS", false, 12, [](Of of) { return field_json(of, "tags"); },
     [](Of of, In) { return Cell{joined(of.order.tags)}; }},
    {"price", "PRICE", true, 0, [](Of of) { return raw(of.order.price); }},
    {"sale_price", "SALE PRICE", true, 0, [](Of of) { return raw(of.order.sale_price); }},
    {"rules", "RULES", false, 0, [](Of of) { return of.order.rules; }},
    {"ordered_at", "ORDERED", false, 0, [](Of of) { return raw(of.order.ordered_at); },
     [](Of of, In zone) { return time_cell(of.order.ordered_at, Bound::begin, zone); }},
    {"ship_by", "SHIP BY", false, 0, [](Of of) { return raw(of.order.ship_by); },
     [](Of of, In zone) { return end_cell(of.order.ship_by, of, zone); }},
    {"shipped_at", "SHIPPED", false, 0, [](Of of) { return raw(clocks(of).shipped); },
     [](Of of, In zone) { return time_cell(clocks(of).shipped, Bound::begin, zone); }},
    {"days", "DAYS", true, 0, [](Of of) { return raw(of.order.days); }},
    {"deadline", "DEADLINE", false, 0, [](Of of) { return raw(clocks(of).deadline); },
     [](Of of, In zone) { return end_cell(clocks(of).deadline, of, zone); }},
    {"protection_days", "PROTECTION DAYS", true, 0, [](Of of) { return raw(of.order.protection_days); }},
    {"closes_at", "CLOSES", false, 0, [](Of of) { return raw(clocks(of).closes); }, closes_cell},
    {"closes_source", "CLOSES FROM", false, 0, [](Of of) { return raw(clocks(of).closes_source); }},
    {"pickup_by", "PICK UP BY", false, 0, [](Of of) { return raw(of.order.pickup_by); },
     [](Of of, In zone) { return end_cell(of.order.pickup_by, of, zone); }},
    {"delivered_at", "DELIVERED", false, 0, [](Of of) { return raw(clocks(of).delivered); },
     [](Of of, In zone) { return time_cell(clocks(of).delivered, Bound::begin, zone); }},
    {"inspection", "INSPECTION", false, 0, [](Of of) { return raw(of.order.inspection); }},
    {"confirmed_at", "CONFIRMED", false, 0, [](Of of) { return raw(of.order.confirmed_at); },
     [](Of of, In zone) { return time_cell(of.order.confirmed_at, Bound::begin, zone); }},
    {"cancelled_at", "CANCELLED", false, 0, [](Of of) { return raw(of.order.cancelled_at); },
     [](Of of, In zone) { return time_cell(of.order.cancelled_at, Bound::begin, zone); }},
    {"parcels", "PARCELS", true, 0, [](Of of) { return field_json(of, "parcels"); },
     [](Of of, In) { return count_cell(of.order.parcels); }},
    {"extensions", "EXTENSIONS", true, 0, [](Of of) { return field_json(of, "extensions"); },
     [](Of of, In) { return count_cell(of.order.extensions); }},
    {"disputes", "DISPUTES", true, 0, [](Of of) { return field_json(of, "disputes"); },
     [](Of of, In) { return count_cell(of.order.disputes); }},
    {"notes", "NOTES", true, 0, [](Of of) { return field_json(of, "notes"); },
     [](Of of, In) { return count_cell(of.order.notes); }},
    {"status", "STATUS", false, 0, [](Of of) { return raw(to_string(of.protection.status)); },
     [](Of of, In) { return Cell{format_word(to_string(of.protection.status))}; }},
    {"windows", "WINDOWS", false, 0, [](Of of) { return field_json(of, "windows"); }},
    {"deadlines", "DEADLINES", false, 0, [](Of of) { return field_json(of, "deadlines"); }, deadlines_cell},
    {"next_step", "NEXT STEP", false, 16, [](Of of) { return field_json(of, "next_step"); }, next_step_cell},
    {"next_step.action", "ACTION", false, 0, [](Of of) { return raw(to_string(of.protection.next_step.action)); }},
    {"next_step.by", "BY", false, 0, [](Of of) { return raw(of.protection.next_step.by); },
     [](Of of, In zone) { return end_cell(of.protection.next_step.by, of, zone); }},
    {"next_step.urgency", "URGENCY", false, 0, [](Of of) { return raw(to_string(of.protection.next_step.urgency)); },
     urgency_cell},
    {"next_step.why", "WHY", false, 0, [](Of of) { return of.protection.next_step.why; }},
    {"at_risk", "AT RISK", false, 0, [](Of of) { return std::string(of.protection.at_risk ? "true" : "false"); }},
    {"due", "DUE", false, 0, due_raw, due_cell},
    {"due.kind", "WHAT", false, 0, [](Of of) { return of.due ? raw(to_string(of.due->kind)) : ""; },
     [](Of of, In) { return Cell{of.due ? format_deadline_kind(of.due->kind) : ""}; }},
    {"due.at", "AT", false, 0, [](Of of) { return of.due ? raw(of.due->at) : ""; }},
    {"due.days_left", "DAYS LEFT", true, 0,
     [](Of of) { return of.due ? std::to_string(days_left(of.due->at, of.now)) : ""; }},
    {"lead", "LEAD", true, 0,
     [](Of of) { return of.reminder && of.reminder->lead ? to_duration(*of.reminder->lead) : ""; }},
};
// clang-format on

const Column& column_named(std::string_view key) {
  const auto found = std::find_if(std::begin(columns), std::end(columns),
                                  [&](const Column& column) { return column.key == key; });
  if (found != std::end(columns)) return *found;
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
  for (const Column& column : columns) keys.emplace_back(column.key);
  return keys;
}

std::vector<const Column*> columns_named(std::span<const std::string> keys) { return named(keys); }
std::vector<const Column*> columns_named(std::initializer_list<std::string_view> keys) {
  return named(keys);
}

}  // namespace aliprotect
