#include "reader/order_answers.h"

#include <algorithm>
#include <initializer_list>
#include <iterator>
#include <nlohmann/json.hpp>

#include "aliprotect/time.h"
#include "core/text/scanner.h"
#include "import/text/page_label.h"

namespace aliprotect {
namespace {

using nlohmann::json;

const json* member(const json& object, std::initializer_list<const char*> names) {
  if (!object.is_object()) return nullptr;
  for (const char* name : names) {
    const auto found = object.find(name);
    if (found != object.end() && !found->is_null()) return &*found;
  }
  return nullptr;
}

/// Returns a text, or a whole number as written.
std::string text_at(const json& object, std::initializer_list<const char*> names) {
  const json* value = member(object, names);
  if (!value) return {};
  if (value->is_string()) return value->get<std::string>();
  return value->is_number_integer() ? value->dump() : std::string();
}

/// Milliseconds since 1970, as a number or a text.
std::string time_at(const json& object, std::initializer_list<const char*> names) {
  const std::string text = text_at(object, names);
  const bool is_count = text.size() == 13 && std::all_of(text.begin(), text.end(), is_digit);
  if (!is_count) return {};
  return to_rfc3339(Instant(Seconds(std::stoll(text) / 1'000)));
}

/// The elements of a list, or of the list that an object wraps.
std::vector<const json*> elements(const json* list) {
  std::vector<const json*> all;
  if (list && list->is_object() && list->size() == 1) list = &list->front();
  if (!list || !list->is_array()) return all;
  for (const json& element : *list) all.push_back(&element);
  return all;
}

/// Reads `Apply for … if delayed by D · Refund if no delivery before D` into cells.
void add_promises(std::string_view text, NamedCells& cells) {
  constexpr std::string_view dot = "\u00B7";
  while (!text.empty()) {
    const auto end = std::min(text.find(dot), text.size());
    const std::string_view line = trimmed(text.substr(0, end));
    const auto label = read_label(line);
    text.remove_prefix(std::min(end + dot.size(), text.size()));
    if (!label || label->value.empty()) continue;
    if (label->role == Role::closes) cells.emplace_back("closes", label->value);
    if (label->role == Role::deadline) cells.emplace_back("deadline", label->value);
    if (is_coupon_promise(*label)) cells.emplace_back("late-credit", line);
  }
}

/// The page of an order, block by block. A block has a tag and fields.
class DetailReader {
 public:
  void read(const std::string& tag, const json& fields) {
    if (tag.starts_with("detail_simple_order_info_component")) read_order(fields);
    if (tag.starts_with("detail_order_status_block")) read_status(fields);
    if (tag.starts_with("detail_product_block")) read_products(fields);
    if (tag.starts_with("detail_order_price_block")) read_price(fields);
    if (tag.starts_with("detail_order_services")) read_services(fields);
  }

  std::vector<OrderFacts> facts() {
    if (number_.empty()) return {};
    OrderFacts facts;
    facts.number = number_;
    facts.rows = std::move(items_);
    if (facts.rows.empty()) facts.rows.emplace_back();
    NamedCells& first = facts.rows.front();
    first.insert(first.begin(), cells_.begin(), cells_.end());
    return {std::move(facts)};
  }

 private:
  void put(const char* column, std::string text) {
    if (!text.empty()) cells_.emplace_back(column, std::move(text));
  }

  void read_order(const json& fields) {
    const std::string number = text_at(fields, {"tradeOrderId"});
    if (!number.empty()) number_ = number;
    put("ordered", text_at(fields, {"orderCreatTime", "orderCreateTime"}));
    put("shipped", text_at(fields, {"orderShipTime"}));
    put("ended", text_at(fields, {"orderEndTime"}));
  }

  void read_status(const json& fields) {
    if (number_.empty()) number_ = text_at(fields, {"orderId"});
    put("status", text_at(fields, {"title"}));
  }

  void read_products(const json& fields) {
    if (const json* seller = member(fields, {"sellerVO"}))
      put("seller", text_at(*seller, {"sellerName"}));
    for (const json* product : elements(member(fields, {"productVOList"}))) {
      NamedCells& item = items_.emplace_back();
      item.emplace_back("title", text_at(*product, {"itemTitle"}));
      item.emplace_back("item-price", text_at(*product, {"itemPriceText"}));
      item.emplace_back("quantity", text_at(*product, {"quantity"}));
      item.emplace_back("currency", text_at(*product, {"currencyCode"}));
    }
  }

  void read_price(const json& fields) {
    const json* total = member(fields, {"totalPrice"});
    if (!total) return;
    put("price", text_at(*total, {"value"}));
    put("currency", text_at(*total, {"currencyCode"}));
  }

  void read_services(const json& fields) {
    for (const json* service : elements(member(fields, {"data"})))
      add_promises(text_at(*service, {"content"}), cells_);
  }

  std::string number_;
  NamedCells cells_;
  std::vector<NamedCells> items_;
};

/// Codes before the carrier has the parcel.
bool is_before_shipment(const std::string& code) {
  return code.starts_with("AE_ORDER_") || code.starts_with("AE_GWMS_");
}

bool is_shipment(const std::string& code) {
  if (code.starts_with("AE_GWMS_OUTBOUND") || code.starts_with("AE_GOT") ||
      code == "AE_ORDER_SHIPPED")
    return true;
  return !is_before_shipment(code) &&
         (code.starts_with("AE_LH") || code.starts_with("AE_CC") || code.starts_with("AE_GTMS"));
}

/// A parcel, with the time of its shipment and of the delivery that the carrier reports.
NamedCells parcel_of(const json& line) {
  NamedCells cells;
  cells.emplace_back("tracking", text_at(line, {"mailNo", "mail_no"}));
  cells.emplace_back("carrier", text_at(line, {"logisticsCarrierName", "carrier_name"}));
  std::string shipped;
  std::string delivered;
  const json* list = member(line, {"detailList", "detail_node_list"});
  for (const json* event : elements(list)) {
    const std::string at = time_at(*event, {"time", "time_stamp"});
    const std::string code = text_at(
        *event, {"trackingPrimaryCode", "trackingSecondCode", "tracking_code", "tracking_name"});
    if (at.empty()) continue;
    if (is_shipment(code) && (shipped.empty() || at < shipped)) shipped = at;
    if (code == "AE_GTMS_SIGNED" && (delivered.empty() || at < delivered)) delivered = at;
  }
  cells.emplace_back("shipped", shipped);
  cells.emplace_back("claimed", delivered);
  return cells;
}

/// Finds the known parts of a response, wherever they are.
class AnswerReader {
 public:
  void walk(const json& value, const std::string& name = {}) {
    if (value.is_array()) {
      for (const json& element : value) walk(element, name);
      return;
    }
    if (!value.is_object()) return;
    const std::string tag = text_at(value, {"tag"});
    const json* fields = member(value, {"fields"});
    detail_.read(tag.empty() ? name : tag, fields ? *fields : value);
    if (member(value, {"detailList", "detail_node_list"})) parcels_.push_back(parcel_of(value));
    if (const json* list = member(value, {"fdContentList"})) {
      for (const json* text : elements(list)) {
        if (text->is_string()) add_promises(text->get<std::string>(), promises_);
      }
    }
    if (name == "reverseOrderLines") read_refund(value);
    for (const auto& [key, child] : value.items()) walk(child, key);
  }

  std::vector<OrderFacts> facts() {
    std::vector<OrderFacts> all = detail_.facts();
    if (!parcels_.empty()) {
      OrderFacts& facts = all.emplace_back();
      facts.rows = parcels_;
      facts.rows.front().insert(facts.rows.front().end(), promises_.begin(), promises_.end());
      for (const NamedCells& parcel : parcels_) {
        if (!parcel.front().second.empty()) facts.tracking.push_back(parcel.front().second);
      }
    }
    std::move(refunds_.begin(), refunds_.end(), std::back_inserter(all));
    return all;
  }

 private:
  /// The time at which a refund was requested. No code says how it ended.
  void read_refund(const json& line) {
    OrderFacts facts;
    facts.number = text_at(line, {"tradeOrderId"});
    facts.at = time_at(line, {"gmtCreate"});
    if (facts.number.empty() || facts.at.empty()) return;
    facts.event =
        text_at(line, {"reverseType"}) == "RETURN" ? "return_requested" : "refund_requested";
    facts.rows = {{}};
    refunds_.push_back(std::move(facts));
  }

  DetailReader detail_;
  std::vector<NamedCells> parcels_;
  NamedCells promises_;
  std::vector<OrderFacts> refunds_;
};

}  // namespace

std::vector<OrderFacts> read_answer(const std::string& text) {
  AnswerReader reader;
  reader.walk(json::parse(text));
  return reader.facts();
}

}  // namespace aliprotect
