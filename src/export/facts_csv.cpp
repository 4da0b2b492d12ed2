#include "export/facts_csv.h"

#include <fmt/format.h>

#include "core/csv_cell.h"
#include "export/order_json.h"

namespace aliprotect {
namespace {

// Numbers, times and words are never quoted nor taken for formulas.
void put(std::string& out, std::int64_t number) {
  const fmt::format_int digits(number);
  out.append(digits.data(), digits.size());
}
void put(std::string& out, Instant at) { append_rfc3339(out, at); }
void put(std::string& out, Days days) { put(out, std::int64_t{days.count()}); }
void put(std::string& out, ClosesSource source) { out += to_string(source); }
void put(std::string& out, Inspection inspection) { out += to_string(inspection); }
void put(std::string& out, const Money& money) { out += to_text(money); }
void put(std::string& out, const std::string& text) { append_csv_cell(out, text); }

template <typename Value>
void put(std::string& out, const std::optional<Value>& value) {
  if (value) put(out, *value);
}

const Clocks& clocks(const AssessedOrder& of) { return of.protection.clocks; }

using Out = std::string&;
using Of = const AssessedOrder&;

struct Column {
  std::string_view key;
  void (*put)(Out out, Of of) = nullptr;
  bool (*has_items)(Of of) = nullptr;  ///< of a list, which is written as JSON
};

// clang-format off
constexpr Column columns[] = {
    {"id", [](Out out, Of of) { put(out, of.order.id.value); }},
    {"number", [](Out out, Of of) { out += of.order.number.text(); }},
    {"title", [](Out out, Of of) { put(out, of.order.title); }},
    {"seller", [](Out out, Of of) { put(out, of.order.seller); }},
    {"client", [](Out out, Of of) { put(out, of.order.client); }},
    {"tags", nullptr, [](Of of) { return !of.order.tags.empty(); }},
    {"price", [](Out out, Of of) { put(out, of.order.price); }},
    {"sale_price", [](Out out, Of of) { put(out, of.order.sale_price); }},
    {"rules", [](Out out, Of of) { put(out, of.order.rules); }},
    {"ordered_at", [](Out out, Of of) { put(out, of.order.ordered_at); }},
    {"ship_by", [](Out out, Of of) { put(out, of.order.ship_by); }},
    {"shipped_at", [](Out out, Of of) { put(out, clocks(of).shipped); }},
    {"days", [](Out out, Of of) { put(out, of.order.days); }},
    {"deadline", [](Out out, Of of) { put(out, clocks(of).deadline); }},
    {"protection_days", [](Out out, Of of) { put(out, of.order.protection_days); }},
    {"closes_at", [](Out out, Of of) { put(out, clocks(of).closes); }},
    {"closes_source", [](Out out, Of of) { put(out, clocks(of).closes_source); }},
    {"pickup_by", [](Out out, Of of) { put(out, of.order.pickup_by); }},
    {"delivered_at", [](Out out, Of of) { put(out, clocks(of).delivered); }},
    {"inspection", [](Out out, Of of) { put(out, of.order.inspection); }},
    {"confirmed_at", [](Out out, Of of) { put(out, of.order.confirmed_at); }},
    {"cancelled_at", [](Out out, Of of) { put(out, of.order.cancelled_at); }},
    {"parcels", nullptr, [](Of of) { return !of.order.parcels.empty(); }},
    {"extensions", nullptr, [](Of of) { return !of.order.extensions.empty(); }},
    {"disputes", nullptr, [](Of of) { return !of.order.disputes.empty(); }},
    {"notes", nullptr, [](Of of) { return !of.order.notes.empty(); }},
};
// clang-format on

}  // namespace

void FactsCsv::write_names(std::string& out) const {
  for (const Column& column : columns) {
    if (&column != columns) out += ',';
    out += column.key;
  }
  out += '\n';
}

void FactsCsv::write_order(std::string& out, const AssessedOrder& of) {
  for (const Column& column : columns) {
    if (&column != columns) out += ',';
    if (column.put) {
      column.put(out, of);
    } else if (column.has_items(of)) {
      json_.clear();
      write_field_json(json_, of, column.key);
      append_csv_cell(out, json_);
    }
  }
}

}  // namespace aliprotect
