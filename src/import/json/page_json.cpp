#include "import/json/page_json.h"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <utility>

namespace aliprotect {
namespace {

struct Column {
  std::string_view name;
  Role role;
};

constexpr Column of_listed_order[] = {
    {"orderid", Role::number},        {"orderdatetext", Role::ordered},
    {"statustext", Role::status},     {"storename", Role::seller},
    {"totalpricetext", Role::price},  {"formatpriceinfo", Role::price},
    {"currencycode", Role::currency},
};

/// `orderDateIso` is not used: it can be a day early, because the program that writes it converts
/// to UTC.
constexpr Column of_inventory_line[] = {
    {"orderid", Role::number},    {"orderdate", Role::ordered},    {"status", Role::status},
    {"storename", Role::seller},  {"title", Role::title},          {"price", Role::item_price},
    {"currency", Role::currency}, {"priceinfo", Role::item_price}, {"quantity", Role::quantity},
};

template <std::size_t count>
JsonCells cells_of(const JsonMembers& members, const Column (&columns)[count]) {
  JsonCells cells;
  for (const Column& column : columns) cells.add(column.role, members, {column.name});
  return cells;
}

void add_tags(const JsonMembers& line, JsonCells& cells) {
  const nlohmann::json* tags = line.find({"tags"});
  if (!tags || !tags->is_array()) return cells.add(Role::tags, line, {"tags"});
  std::string joined;
  for (const nlohmann::json& tag : *tags) {
    if (tag.is_string()) joined += tag.get<std::string>() + ",";
  }
  cells.add(Role::tags, joined);
}

/// The member as JSON.
std::string written(const JsonMembers& members, std::initializer_list<std::string_view> names) {
  const nlohmann::json* value = members.find(names);
  return value ? value->dump(-1, ' ', false, nlohmann::json::error_handler_t::replace)
               : std::string();
}

}  // namespace

void JsonCells::add(Role role, std::string cell) {
  if (cell.empty() || std::find(roles_.begin(), roles_.end(), role) != roles_.end()) return;
  roles_.push_back(role);
  cells_.push_back(std::move(cell));
}

void JsonCells::add(Role role, const JsonMembers& members,
                    std::initializer_list<std::string_view> names) {
  try {
    add(role, members.text(names));
  } catch (const RowError& error) {
    if (role == Role::number) throw;
    skip(role, written(members, names), error.what());
  }
}

void JsonCells::skip(Role role, std::string_view value, const std::string& reason) {
  aliprotect::skip(skipped_, std::string(field_of(role)), value, reason);
}

PageRow JsonCells::read(const CellReading& reading) const {
  TableShape shape;
  shape.roles = roles_;
  PageRow row = read_page_row(cells_, shape, reading);
  row.skipped.insert(row.skipped.begin(), skipped_.begin(), skipped_.end());
  return row;
}

void add_title(const JsonMembers& item, std::string_view name, PageRow& row) {
  std::vector<std::string>& titles = row.order.titles;
  try {
    std::string title = item.text({name});
    const bool is_known = std::find(titles.begin(), titles.end(), title) != titles.end();
    if (!title.empty() && !is_known) titles.push_back(std::move(title));
  } catch (const RowError& error) {
    skip(row.skipped, "title", written(item, {name}), error.what());
  }
}

PageRow read_listed_order(const JsonMembers& fields, const CellReading& reading) {
  PageRow row = cells_of(fields, of_listed_order).read(reading);
  for (const nlohmann::json* line : objects_within(fields.find({"orderlines"})))
    add_title(JsonMembers(*line), "itemtitle", row);
  return row;
}

PageRow read_inventory_line(const JsonMembers& line, const CellReading& reading) {
  JsonCells cells = cells_of(line, of_inventory_line);
  add_tags(line, cells);
  return cells.read(reading);
}

}  // namespace aliprotect
