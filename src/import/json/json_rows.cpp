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
  if (const auto shape = shape_of(value)) return take_order(value, *shape, std::move(row));
  if (take_within(value, row.line)) return;
  if (is_meant_as_own(value)) return take_own(value, std::move(row));
  keep_text(value, sink_.keeps_text, row);
  sink_.rejected(row, value.is_object() ? "no order found: " + description_of_foreign(value)
                                        : "it is not a JSON object");
}

bool JsonRows::take_within(const json& value, std::size_t line) {
  if (!value.is_structured()) return false;
  bool found = false;
  for (const json& member : value) {
    const auto shape = shape_of(member);
    if (shape) take_order(member, *shape, {line, {}});
    found = shape || take_within(member, line) || found;
  }
  return found;
}

void JsonRows::take_order(const json& object, JsonShape shape, FileRow row) {
  keep_text(object, sink_.keeps_text || shape == JsonShape::inventory_line, row);
  switch (shape) {
    case JsonShape::own:
      return take_own(object, std::move(row));
    case JsonShape::listed_order:
      return take_page(JsonMembers(object), std::move(row), read_listed_order);
    case JsonShape::interface_order:
      return take_interface_order(object, std::move(row));
    case JsonShape::inventory_line:
      return take_line(JsonMembers(object), std::move(row));
  }
}

void JsonRows::take_interface_order(const json& object, FileRow row) {
  const bool has_number = JsonMembers(object).find({"orderid", "id"});
  if (has_number || !reading_.order || is_order_used_)
    return take_page(JsonMembers(object), std::move(row), read_interface_order);
  is_order_used_ = true;
  json numbered = object;
  numbered["order_id"] = reading_.order->text();
  take_page(JsonMembers(numbered), std::move(row), read_interface_order);
}

void JsonRows::take_own(const json& object, FileRow row) {
  keep_text(object, sink_.keeps_text, row);
  try {
    ImportedOrder order;
    const auto read_time = [this](std::string_view text, Bound bound) {
      if (const auto at = from_rfc3339(text)) return *at;
      if (!own_zone_) own_zone_ = zone_of(reading_, Clock::users);
      return read_page_date(text, bound, {*own_zone_, reading_.dates, reading_.written()});
    };
    order.facts = read_order_json(
        object, {read_time, reading_.currency, order.skipped, sink_.remarks.unknown_columns});
    skip_future_delivery(order.facts, reading_.now, order.skipped);
    for (SkippedValue& value : order.skipped) value.line = row.line;
    order.rows.push_back(std::move(row));
    sink_.order(std::move(order));
  } catch (const RowError& error) {
    sink_.rejected(row, error.what());
  }
}

/// Each is a complete order: a second one with the same number is a newer state of it.
void JsonRows::take_page(const JsonMembers& members, FileRow row,
                         PageRow (*read)(const JsonMembers& members, const CellReading& reading)) {
  try {
    PageRow page = read(members, cells());
    OrderFold alone(sink_, reading_.now);
    alone.add(std::move(row), std::move(page));
    alone.finish();
  } catch (const RowError& error) {
    sink_.rejected(row, error.what());
  }
}

void JsonRows::take_line(const JsonMembers& members, FileRow row) {
  try {
    PageRow page = read_inventory_line(members, cells());
    fold_.add(std::move(row), std::move(page));
  } catch (const RowError& error) {
    fold_.reject(std::move(row), {}, error.what());
  }
}

void JsonRows::keep_text(const json& value, bool wanted, FileRow& row) const {
  if (wanted && row.text.empty())
    row.text = value.dump(-1, ' ', false, json::error_handler_t::replace);
}

CellReading JsonRows::cells() {
  if (!zone_) zone_ = zone_of(reading_, Clock::pacific);
  return {{*zone_, reading_.dates, reading_.written()},
          reading_.currency,
          reading_.now,
          Currency::from_code("USD")};
}

}  // namespace aliprotect
