#include "import/json/json_rows.h"

#include <nlohmann/json.hpp>
#include <utility>

#include "import/json/interface_order.h"
#include "import/json/json_fields.h"
#include "import/json/json_members.h"
#include "import/json/json_shapes.h"
#include "import/json/json_tree.h"
#include "import/json/order_json.h"
#include "import/json/page_json.h"

namespace aliprotect {
namespace {

using nlohmann::json;

/// Empty where it cannot be read.
std::string number_in(const JsonMembers& members) {
  try {
    JsonCells cells;
    cells.add(Role::number, members.text({"orderid", "id"}));
    const Zone utc = Zone::utc();
    return cells.read({{utc}, std::nullopt}).order.facts.number.text();
  } catch (const RowError&) {
    return {};
  }
}

/// Of several orders in one answer the line alone does not tell which is meant.
std::string naming_order(const std::string& number, const std::string& reason) {
  return number.empty() ? reason : "order " + number + ": " + reason;
}

}  // namespace

void JsonRows::take_text(FileRow row) {
  try {
    const json value = tree_of(row.text, largest_order);
    take(value, std::move(row));
  } catch (const json::exception& error) {
    sink_.rejected(row, reason_of(error));
  } catch (const RowError& error) {
    sink_.rejected(row, error.what());
  }
}

void JsonRows::take(const json& value, FileRow row) {
  if (const auto shape = shape_of(value)) return take_order(value, *shape, std::move(row), false);
  if (take_within(value, row.line)) return;
  if (is_meant_as_own(value)) return take_own(value, std::move(row));
  keep_text(value, sink_.keeps_text, row);
  sink_.rejected(row, value.is_object()
                          ? "it holds no order that is known: " + std::string(shapes_in_words)
                          : "it is no JSON object");
}

bool JsonRows::take_within(const json& value, std::size_t line) {
  if (!value.is_structured()) return false;
  bool found = false;
  for (const json& member : value) {
    const auto shape = shape_of(member);
    if (shape) take_order(member, *shape, {line, {}}, true);
    found = shape || take_within(member, line) || found;
  }
  return found;
}

void JsonRows::take_order(const json& object, JsonShape shape, FileRow row, bool is_within) {
  keep_text(object, sink_.keeps_text || shape == JsonShape::inventory_line, row);
  switch (shape) {
    case JsonShape::own:
      return take_own(object, std::move(row));
    case JsonShape::listed_order:
      return take_page(JsonMembers(object), std::move(row), is_within, read_listed_order);
    case JsonShape::interface_order:
      return take_page(JsonMembers(object), std::move(row), is_within, read_interface_order);
    case JsonShape::inventory_line:
      return take_line(JsonMembers(object), std::move(row));
  }
}

void JsonRows::take_own(const json& object, FileRow row) {
  keep_text(object, sink_.keeps_text, row);
  try {
    ImportedOrder order;
    order.facts = read_order_json(object, sink_.remarks.unknown_columns);
    SkippedValues skipped_values;
    leave_out_ahead(order.facts, reading_.now, skipped_values);
    remark_on(skipped_values, false, sink_.remarks);
    order.rows.push_back(std::move(row));
    sink_.order(std::move(order));
  } catch (const RowError& error) {
    sink_.rejected(row, error.what());
  }
}

/// Each is an order by itself: what is said of it again is newer, not more.
void JsonRows::take_page(const JsonMembers& members, FileRow row, bool is_within,
                         PageRow (*read)(const JsonMembers& members, const CellReading& reading)) {
  try {
    PageRow page = read(members, cells());
    OrderFold alone(sink_, reading_.now);
    alone.add(std::move(row), std::move(page));
    alone.finish();
  } catch (const RowError& error) {
    sink_.rejected(row, naming_order(is_within ? number_in(members) : "", error.what()));
  }
}

void JsonRows::take_line(const JsonMembers& members, FileRow row) {
  try {
    PageRow page = read_inventory_line(members, cells());
    fold_.add(std::move(row), std::move(page));
  } catch (const RowError& error) {
    fold_.reject(std::move(row), number_in(members), error.what());
  }
}

void JsonRows::keep_text(const json& value, bool wanted, FileRow& row) const {
  if (wanted && row.text.empty())
    row.text = value.dump(-1, ' ', false, json::error_handler_t::replace);
}

CellReading JsonRows::cells() {
  if (!zone_) zone_ = zone_of(reading_, Clock::pacific);
  return {{*zone_, reading_.dates}, reading_.currency, reading_.now};
}

}  // namespace aliprotect
