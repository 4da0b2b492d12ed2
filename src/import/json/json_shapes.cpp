#include "import/json/json_shapes.h"

#include <algorithm>
#include <initializer_list>
#include <nlohmann/json.hpp>

#include "aliprotect/order.h"
#include "core/text/name_list.h"
#include "import/json/json_members.h"
#include "import/json/order_json.h"
#include "import/text/folded_name.h"
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

/// Logs, messages and disputes also have a `gmt_create`, and questions an `order_status`. So an
/// order must have one of the two and a member that only orders have.
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

constexpr int most_depth = 8;

/// Whether the value, or one inside it, has a member with this bare name.
bool has_key(const json& value, std::initializer_list<std::string_view> names, int depth) {
  if (!value.is_structured() || depth == 0) return false;
  for (const auto& [key, member] : value.items()) {
    const bool is_found =
        value.is_object() && std::find(names.begin(), names.end(), bare_name(key)) != names.end();
    if (is_found || has_key(member, names, depth - 1)) return true;
  }
  return false;
}

/// `{"ret": ["FAIL_SYS_SESSION_EXPIRED::…"]}`
bool is_error(const json& value) {
  if (value.contains("error_response")) return true;
  const auto ret = value.find("ret");
  return ret != value.end() && ret->is_array() && !ret->empty() && ret->front().is_string() &&
         ret->front().get_ref<const std::string&>().starts_with("FAIL");
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

std::string description_of_foreign(const json& value) {
  if (has_key(value, {"trackingdetaillinelist", "trackingdetail"}, most_depth)) {
    return "it appears to be a tracking response, which has no order number; record it with "
           "`aliprotect "
           "ship ORDER --tracking NUMBER --at WHEN`";
  }
  if (is_error(value))
    return "it appears to be an error response; sign in to AliExpress and save the response again";
  NameList keys;
  for (const auto& [key, member] : value.items()) keys.add(key);
  return "it appears to be JSON of another program" +
         (keys.empty() ? "" : " (with " + keys.text() + ")") +
         "; import AliExpress's order list, a response of its API, or a file from `aliprotect "
         "export`";
}

}  // namespace aliprotect
