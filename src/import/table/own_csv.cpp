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
#include "import/text/page_price.h"

namespace aliprotect {
namespace {

/// One row while it is read.
struct Row {
  const CellReading& reading;
  OrderPatch facts;
  SkippedValues skipped_values;
  nlohmann::json lists = nlohmann::json::object();
};

Instant read_instant(const Row& row, std::string_view key, std::string_view cell, Bound bound) {
  if (const auto at = from_rfc3339(cell)) return *at;
  try {
    return read_page_date(cell, bound, row.reading.clock);
  } catch (const RowError& error) {
    throw RowError(fmt::format("`{}`: {}", key, error.what()));
  }
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
  row.facts.*fact.member = read_instant(row, fact.key.name(), cell, fact.bound);
}

void read(Row& row, const PlainFact<Days>& fact, std::string_view cell) {
  const std::int64_t count = read_number(fact.key.name(), cell, longest_clock.count());
  row.facts.*fact.member = Days{static_cast<int>(count)};
}

/// `12.34 USD` is what we write; anything else a person may have typed.
void read(Row& row, const PlainFact<Money>& fact, std::string_view cell) {
  std::optional<Money>& money = row.facts.*fact.member;
  if (const auto blank = cell.rfind(' '); blank != std::string_view::npos) {
    const auto currency = Currency::from_code(cell.substr(blank + 1));
    if (currency) money = from_amount(cell.substr(0, blank), *currency);
    if (money && money->minor >= 0 && money->minor <= max_minor) return;
  }
  try {
    money = read_page_price(cell, row.reading.currency);
  } catch (const CurrencyUnknown&) {
    money = std::nullopt;
    row.skipped_values.price = true;
  } catch (const RowError& error) {
    throw RowError(fmt::format("`{}`: {}", fact.key.name(), error.what()));
  }
}

template <typename Enum>
requires std::is_enum_v<Enum>
void read(Row& row, const PlainFact<Enum>& fact, std::string_view cell) {
  read_field(std::string(cell), fact.key.name(), row.facts.*fact.member);
}

void list(Row& row, std::string_view key, std::string_view cell) {
  if (cell == "[]") return;
  try {
    row.lists[key] = tree_of(std::string(cell), largest_order);
  } catch (const RowError& error) {
    throw RowError(fmt::format("`{}`: {}", key, error.what()));
  }
}

bool is_list(std::string_view cell) { return trimmed(cell).starts_with('['); }

/// A person may have typed `gift, work`.
void tags(Row& row, std::string_view key, std::string_view cell) {
  if (is_list(cell)) return list(row, key, cell);
  nlohmann::json& words = row.lists[key] = nlohmann::json::array();
  for_each_part(cell, ",;", [&](std::string_view tag) { words.push_back(tag); });
}

/// Or a note without its time.
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
  try {
    row.facts.number = OrderNumber::read(cell);
  } catch (const UserError& error) {
    throw RowError(error.what());
  }
}

void shipped_at(Row& row, std::string_view key, std::string_view cell) {
  row.facts.shipped_at = read_instant(row, key, cell, Bound::begin);
}

void delivered_at(Row& row, std::string_view key, std::string_view cell) {
  row.facts.delivered_at = read_instant(row, key, cell, Bound::begin);
}

void rules(Row& row, std::string_view, std::string_view cell) {
  row.facts.rules = std::string(cell);
}

void closes_at(Row& row, std::string_view key, std::string_view cell) {
  row.facts.closes.at = read_instant(row, key, cell, Bound::end);
}

void closes_source(Row& row, std::string_view key, std::string_view cell) {
  read_field(std::string(cell), key, row.facts.closes.source);
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

bool has_ends(const std::set<std::string>& keys) {
  return keys.contains("confirmed_at") && keys.contains("cancelled_at");
}

/// No other program names its columns like this; else all of them must be ours, and a status must
/// not stand for the facts that it follows from.
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
    const OwnColumn* const column = columns.read[i];
    if (is_blank(cells[i])) continue;
    if (column) column->read(row, column->key, plain_cell(cells[i]));
    if (i == columns.lone_status) row.facts.ignored.push_back(IgnoredFact::status);
  }
  OrderPatch& facts = row.facts;
  if (facts.number.text().empty()) throw RowError("it has no order number");
  read_order_lists(row.lists, facts, unknown_keys);
  leave_out_ahead(facts, reading.now, row.skipped_values);
  return {std::move(facts), std::move(row.skipped_values)};
}

}  // namespace aliprotect
