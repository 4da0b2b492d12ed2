#include "import/json/json_shapes.h"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "aliprotect/order.h"
#include "import/json/json_members.h"
#include "import/json/order_json.h"
#include "import/text/page_number.h"

namespace aliprotect {
namespace {

using nlohmann::json;

bool is_order_number(const json& value) {
  return value.is_string() && printed_number(value.get_ref<const std::string&>());
}

bool is_listed_order(const JsonMembers& members) {
  return members.has("orderid") &&
         (members.has("orderdatetext") || members.has("orderlines") || members.has("statustext"));
}

/// Logs, messages and disputes have a `gmt_create` as well, and questions an `order_status`: it
/// takes one of the two, and something more of what only orders have.
bool is_interface_order(const JsonMembers& members) {
  constexpr std::string_view more[] = {
      "logisticsinfolist", "logisticinfolist", "logistics",      "overtimeleft",    "orderamount",
      "payamount",         "userorderamount",  "childorderlist", "productlist",     "gmtpaysuccess",
      "gmtpaytime",        "gmttradeend",      "orderendreason", "endreason",       "fundstatus",
      "frozenstatus",      "logisticsstatus",  "initoderamount", "freightcommitday"};
  const bool is_created = members.has("gmtcreate");
  const bool has_status = members.has("orderstatus");
  if (is_created && has_status) return true;
  return (is_created || has_status) &&
         std::any_of(std::begin(more), std::end(more),
                     [&](std::string_view name) { return members.has(name); });
}

bool is_inventory_line(const JsonMembers& members) {
  return members.has("orderid") && members.has("orderdate") && members.has("title");
}

}  // namespace

std::optional<JsonShape> shape_of(const json& value) {
  if (!value.is_object()) return std::nullopt;
  const auto number = value.find("number");
  if (number != value.end() && is_order_number(*number)) return JsonShape::own;
  const JsonMembers members(value);
  if (is_listed_order(members)) return JsonShape::listed_order;
  if (is_interface_order(members)) return JsonShape::interface_order;
  if (is_inventory_line(members)) return JsonShape::inventory_line;
  return std::nullopt;
}

bool is_meant_as_own(const json& value) {
  if (!value.is_object()) return false;
  const auto items = value.items();
  return value.contains("number") ||
         std::all_of(items.begin(), items.end(),
                     [](const auto& member) { return is_order_key(member.key()); });
}

const std::string_view shapes_in_words =
    "the tracker's own have a `number`, those of AliExpress's list an `orderId` and `orderLines`, "
    "those of its interfaces `gmt_create` and `order_status`, lines of an inventory `orderId`, "
    "`orderDate` and `title`";

}  // namespace aliprotect
