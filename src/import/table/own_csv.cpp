#include "import/table/own_csv.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <functional>
#include <nlohmann/json.hpp>
#include <set>

#include "aliprotect/error.h"
#include "core/order_fields.h"
#include "core/text/csv_cell.h"
#include "core/text/quote.h"
#include "core/text/scanner.h"
#include "core/text/split.h"
#include "import/json/json_fields.h"
#include "import/json/json_tree.h"
#include "import/json/order_json.h"
#include "import/text/folded_name.h"
#include "import/text/page_number.h"
#include "import/text/page_price.h"

namespace aliprotect {
namespace {

/// One row while it is read.
struct Row {
  const CellReading& reading;
  OrderPatch facts;
  SkippedValues skipped;
  nlohmann::json lists = nlohmann::json::object();
  bool closes_unclear = false;
};

Instant read_instant(const Row& row, std::string_view cell, Bound bound) {
  if (const auto at = from_rfc3339(cell)) return *at;
  return read_page_date(cell, bound, row.reading.clock);
}

std::int64_t read_number(std::string_view key, std::string_view cell, std::int64_t most) {
  std::int64_t number = 0;
  const auto [end, error] = std::from_chars(cell.data(), cell.data() + cell.size(), number);
  if (error == std::errc{} && end == cell.data() + cell.size() && number >= 0 && number <= most)
    return number;
  throw RowError(fmt::format("`{}` is {}, which is not a whole number from 0 to {}", key,
                             in_quotes(cell), most));
}

void read(Row& row, const PlainFact<std::string>& fact, std::string_view cell) {
  row.facts.*fact.member = std::string(cell);
}

void read(Row& row, const PlainFact<Instant>& fact, std::string_view cell) {
  row.facts.*fact.member = read_instant(row, cell, fact.bound);
}

void read(Row& row, const PlainFact<Days>& fact, std::string_view cell) {
  const std::int64_t count = read_number(fact.key.name(), cell, longest_clock.count());
  row.facts.*fact.member = Days{static_cast<int>(count)};
}

/// `12.34 USD` as exported, or a price as people type it.
Money read_money_cell(const Row& row, std::string_view cell) {
  if (const auto blank = cell.rfind(' '); blank != std::string_view::npos) {
    const auto currency = Currency::from_code(cell.substr(blank + 1));
    const auto money = currency ? from_amount(cell.substr(0, blank), *currency) : std::nullopt;
    if (money && money->minor >= 0 && money->minor <= max_minor) return *money;
  }
  if (const auto money = read_page_price(cell, row.reading.currency)) return *money;
  throw RowError(in_quotes(cell) + " is not a price");
}

void read(Row& row, const PlainFact<Money>& fact, std::string_view cell) {
  row.facts.*fact.member = read_money_cell(row, cell);
}

template <typename Enum>
requires std::is_enum_v<Enum>
void read(Row& row, const PlainFact<Enum>& fact, std::string_view cell) {
  read_field(std::string(cell), fact.key.name(), row.facts.*fact.member);
}

void list(Row& row, std::string_view key, std::string_view cell) {
  if (cell != "[]") row.lists[key] = tree_of(std::string(cell), largest_order);
}

bool is_list(std::string_view cell) { return trimmed(cell).starts_with('['); }

/// People may have typed `gift, work`.
void tags(Row& row, std::string_view key, std::string_view cell) {
  if (is_list(cell)) return list(row, key, cell);
  nlohmann::json& words = row.lists[key] = nlohmann::json::array();
  for_each_part(cell, ",;", [&](std::string_view tag) { words.push_back(tag); });
}

/// Accepts a note without its time, too.
void notes(Row& row, std::string_view key, std::string_view cell) {
  if (is_list(cell)) return list(row, key, cell);
  row.facts.undated_status.emplace();
  row.facts.undated_status->at = row.reading.now;
  row.facts.undated_status->notes.emplace_back(trimmed(cell));
}

void id(Row& row, std::string_view key, std::string_view cell) {
  row.facts.id = OrderId{read_number(key, cell, highest_order_id)};
  if (row.facts.id->value == 0) throw RowError("`id` is not a number from 1 to 999999999");
}

void number(Row& row, std::string_view, std::string_view cell) {
  row.facts.number = read_printed_number(cell);
}

void shipped_at(Row& row, std::string_view, std::string_view cell) {
  row.facts.shipped_at = read_instant(row, cell, Bound::begin);
}

void delivered_at(Row& row, std::string_view, std::string_view cell) {
  row.facts.delivered_at = read_instant(row, cell, Bound::begin);
}

void rules(Row& row, std::string_view, std::string_view cell) {
  row.facts.rules = std::string(cell);
}

void closes_at(Row& row, std::string_view, std::string_view cell) {
  row.facts.closes.at = read_instant(row, cell, Bound::end);
}

/// If its source cannot be read, it is unclear whether the end was computed.
void closes_source(Row& row, std::string_view key, std::string_view cell) {
  try {
    read_field(std::string(cell), key, row.facts.closes.source);
  } catch (const RowError&) {
    row.closes_unclear = true;
    throw;
  }
}

}  // namespace

struct OwnColumn {
  std::string_view key;
  std::function<void(Row& row, std::string_view key, std::string_view cell)> read;
};

namespace {

std::vector<OwnColumn> all_columns() {
  std::vector<OwnColumn> columns = {
      {"id", id},
      {"number", number},
      {"tags", tags},
      {"rules", rules},
      {"shipped_at", shipped_at},
      {"closes_at", closes_at},
      {"closes_source", closes_source},
      {"delivered_at", delivered_at},
      {"parcels", list},
      {"extensions", list},
      {"disputes", list},
      {"notes", notes},
  };
  for_each_plain_fact([&](const auto& fact) {
    const auto read_fact = [&fact](Row& row, std::string_view, std::string_view cell) {
      read(row, fact, cell);
    };
    columns.push_back({fact.key.name(), read_fact});
  });
  return columns;
}

const OwnColumn* column_of(std::string_view key) {
  static const std::vector<OwnColumn> columns = all_columns();
  const auto found = std::find_if(columns.begin(), columns.end(),
                                  [&](const OwnColumn& column) { return column.key == key; });
  return found == columns.end() ? nullptr : &*found;
}

/// Keys of lists (`next_step.by`) and of `due` are derived, as `status` is.
bool is_derived(const std::string& key) {
  return is_order_key(key.substr(0, key.find('.'))) && !column_of(key);
}

void read_or_skip(Row& row, const OwnColumn& column, std::string_view cell) {
  try {
    refuse_unreadable(cell);
    column.read(row, column.key, cell);
  } catch (const CurrencyUnknown& error) {
    skip(row.skipped, std::string(column.key), cell, error.what(), pass_currency);
  } catch (const RowError& error) {
    if (column.key == "number") throw;
    skip(row.skipped, std::string(column.key), cell, error.what());
  }
}

bool has_ends(const std::set<std::string>& keys) {
  return keys.contains("confirmed_at") && keys.contains("cancelled_at");
}

/// Some names are used by no other program. Without one of these, all columns must be ours, and no
/// status may replace the facts that it is derived from.
bool are_own(const std::set<std::string>& keys, bool all_known) {
  if (!keys.contains("number")) return false;
  for (const char* ours : {"closes_source", "parcels", "extensions", "disputes"}) {
    if (keys.contains(ours)) return true;
  }
  return all_known && (!keys.contains("status") || has_ends(keys));
}

}  // namespace

std::optional<OwnColumns> own_columns(const std::vector<std::string>& header) {
  OwnColumns columns;
  std::set<std::string> keys;
  std::vector<std::string> repeated;
  for (const std::string& name : header) {
    const std::string key = folded_name(name);
    const OwnColumn* column = column_of(key);
    const bool is_first = !column || keys.insert(key).second;
    if (key == "status" && !columns.lone_status) columns.lone_status = columns.read.size();
    columns.read.push_back(is_first ? column : nullptr);
    if (!is_first) {
      repeated.push_back(name + " (again)");
    } else if (is_derived(key)) {
      keys.insert(key);
    } else if (!column && !key.empty()) {
      columns.unknown_columns.push_back(name);
    }
  }
  if (!are_own(keys, columns.unknown_columns.empty())) return std::nullopt;
  if (has_ends(keys)) columns.lone_status.reset();
  columns.unknown_columns.insert(columns.unknown_columns.end(), repeated.begin(), repeated.end());
  return columns;
}

OwnRow read_own_row(const std::vector<std::string>& cells, const OwnColumns& columns,
                    const CellReading& reading, NameList& unknown_keys) {
  Row row{reading, {}, {}};
  for (std::size_t i = 0; i < columns.read.size() && i < cells.size(); ++i) {
    if (is_blank(cells[i])) continue;
    if (columns.read[i]) read_or_skip(row, *columns.read[i], plain_cell(cells[i]));
    if (i == columns.lone_status) row.facts.ignored.push_back(IgnoredFact::status);
  }
  OrderPatch& facts = row.facts;
  if (facts.number.text().empty()) throw RowError("it has no order number");
  if (row.closes_unclear) facts.closes = {};
  const auto read_time = [&](std::string_view text, Bound bound) {
    return read_instant(row, text, bound);
  };
  read_order_lists(row.lists, facts, {read_time, reading.currency, row.skipped, unknown_keys});
  skip_future_delivery(facts, reading.now, row.skipped);
  return {std::move(facts), std::move(row.skipped)};
}

OwnRow read_own_number(const std::vector<std::string>& cells, const OwnColumns& columns,
                       const std::string& reason) {
  TableShape shape;
  for (const OwnColumn* column : columns.read)
    shape.roles.push_back(column && column->key == "number" ? Role::number : Role::ignored);
  PageRow row = read_number_alone(cells, shape, reason);
  return {std::move(row.order.facts), std::move(row.skipped)};
}

}  // namespace aliprotect
