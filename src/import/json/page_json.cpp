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

/// Its `orderDateIso` is the day before: it was made in UTC of a time in another zone.
constexpr Column of_inventory_line[] = {
    {"orderid", Role::number},    {"orderdate", Role::ordered},    {"status", Role::status},
    {"storename", Role::seller},  {"title", Role::title},          {"price", Role::item_price},
    {"currency", Role::currency}, {"priceinfo", Role::item_price}, {"quantity", Role::quantity},
};

template <std::size_t count>
JsonCells cells_of(const JsonMembers& members, const Column (&columns)[count]) {
  JsonCells cells;
  for (const Column& column : columns) cells.add(column.role, members.text({column.name}));
  return cells;
}

std::string tags_of(const JsonMembers& line) {
  const nlohmann::json* tags = line.find({"tags"});
  if (!tags || !tags->is_array()) return line.text({"tags"});
  std::string joined;
  for (const nlohmann::json& tag : *tags) {
    if (tag.is_string()) joined += tag.get<std::string>() + ",";
  }
  return joined;
}

}  // namespace

void JsonCells::add(Role role, std::string cell) {
  if (cell.empty() || std::find(roles_.begin(), roles_.end(), role) != roles_.end()) return;
  roles_.push_back(role);
  cells_.push_back(std::move(cell));
}

PageRow JsonCells::read(const CellReading& reading) const {
  TableShape shape;
  shape.roles = roles_;
  return read_page_row(cells_, shape, reading);
}

void add_title(std::string title, PageOrder& order) {
  const auto known = std::find(order.titles.begin(), order.titles.end(), title);
  if (!title.empty() && known == order.titles.end()) order.titles.push_back(std::move(title));
}

PageRow read_listed_order(const JsonMembers& fields, const CellReading& reading) {
  PageRow row = cells_of(fields, of_listed_order).read(reading);
  for (const nlohmann::json* line : objects_within(fields.find({"orderlines"})))
    add_title(JsonMembers(*line).text({"itemtitle"}), row.order);
  return row;
}

PageRow read_inventory_line(const JsonMembers& line, const CellReading& reading) {
  JsonCells cells = cells_of(line, of_inventory_line);
  cells.add(Role::tags, tags_of(line));
  return cells.read(reading);
}

}  // namespace aliprotect
