#include "import/json/interface_order.h"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <utility>

#include "import/json/interface_money.h"
#include "import/json/page_json.h"
#include "import/text/tracking_number.h"

namespace aliprotect {
namespace {

using nlohmann::json;

/// What the present status lasts until at most: `over_time_left` says when.
struct TimeOfStatus {
  std::string_view code;
  Role role;
};

/// In the others it is a time to pay, or to answer a wish to cancel.
constexpr TimeOfStatus times_of_statuses[] = {
    {"WAIT_SELLER_SEND_GOODS", Role::ship_by}, {"SELLER_PART_SEND_GOODS", Role::ship_by},
    {"SELLER_SEND_PART_GOODS", Role::ship_by}, {"SELLER_SEND_GOODS", Role::closes},
    {"WAIT_BUYER_ACCEPT_GOODS", Role::closes},
};

Role role_of_time_left(std::string_view status) {
  if (status.empty()) return Role::closes;
  for (const TimeOfStatus& row : times_of_statuses) {
    if (same_word(row.code, status)) return row.role;
  }
  return Role::passed_over;
}

std::string seller_of(const JsonMembers& order) {
  const json* store = order.find({"storeinfo"});
  const bool is_named = store && store->is_object() && JsonMembers(*store).has("storename");
  if (is_named) return JsonMembers(*store).text({"storename"});
  return order.text({"storename", "sellersignerfullname"});
}

/// Its sub-orders, as each of the interfaces calls them; the same ones can stand there twice.
std::vector<JsonMembers> items_of(const JsonMembers& order) {
  std::vector<JsonMembers> items;
  for (const char* list :
       {"productlist", "orderproductdto", "childorderlist", "childorderextinfolist"}) {
    for (const json* item : objects_within(order.find({list}))) items.emplace_back(*item);
  }
  return items;
}

/// The fewest days that are promised for the order or one of its items. 0 promises nothing.
std::string promised_days(const JsonMembers& order, const std::vector<JsonMembers>& items) {
  std::string fewest;
  const auto look_at = [&](const JsonMembers& members) {
    std::string days = members.text({"freightcommitday"});
    if (days.empty() || days == "0") return;
    const bool is_fewer =
        days.size() != fewest.size() ? days.size() < fewest.size() : days < fewest;
    if (fewest.empty() || is_fewer) fewest = std::move(days);
  };
  look_at(order);
  for (const JsonMembers& item : items) look_at(item);
  return fewest;
}

bool has_open_issue(const JsonMembers& members) {
  return page_status(members.text({"issuestatus"})) == PageStatus::in_dispute;
}

/// A parcel is delivered where nothing doubts it: the status can also be `not_received` and
/// `suspected_received`.
bool is_received(const JsonMembers& parcel) {
  return same_word(parcel.text({"receivestatus"}), "received");
}

StatedParcel read_parcel(const JsonMembers& members, const PageClock& clock) {
  StatedParcel parcel;
  const auto when = [&](const char* name) {
    const std::string text = members.text({name});
    return text.empty() ? std::optional<Instant>() : read_page_date(text, Bound::begin, clock);
  };
  const auto word = [](std::string text) {
    return text.empty() ? std::optional<std::string>() : std::optional(std::move(text));
  };
  parcel.tracking = word(read_tracking_number(
      members.text({"logisticsno", "trackingno", "trackingnumber", "logisticsnumber"})));
  parcel.carrier = word(members.text(
      {"logisticsservicename", "logisticsservice", "carriername", "logisticstypecode"}));
  parcel.shipped_at = when("gmtsend");
  if (is_received(members) || !members.has("receivestatus"))
    parcel.delivered_at = when("gmtreceived");
  return parcel;
}

/// A number can stand there twice, as can what it says.
void add_parcels(const JsonMembers& order, const CellReading& reading, PageRow& row) {
  PageOrder& page = row.order;
  bool all_received = true;
  for (const json* object :
       objects_within(order.find({"logisticsinfolist", "logisticinfolist", "logistics"}))) {
    const JsonMembers members(*object);
    StatedParcel parcel = read_parcel(members, reading.clock);
    leave_out_ahead(parcel.delivered_at, reading.now, row.skipped_values);
    if (!parcel.tracking && !parcel.shipped_at && !parcel.delivered_at) continue;
    all_received = all_received && is_received(members);
    if (parcel.tracking) {
      add_parcel(page.facts.parcels, std::move(parcel));
    } else {
      page.facts.parcels.push_back(std::move(parcel));
    }
  }
  const bool is_delivered = all_received && !page.facts.parcels.empty();
  if (is_delivered && page.status == PageStatus::shipped) page.status = PageStatus::delivered;
}

/// When it was sent, where the parcels do not say.
void add_shipment(const JsonMembers& order, const PageClock& clock, OrderPatch& facts) {
  const std::string text = order.text({"gmtsendgoodstime"});
  if (text.empty() || facts.parcels.size() > 1) return;
  if (facts.parcels.empty()) facts.parcels.emplace_back();
  std::optional<Instant>& shipped_at = facts.parcels.front().shipped_at;
  if (!shipped_at) shipped_at = read_page_date(text, Bound::begin, clock);
}

JsonCells cells_of(const JsonMembers& order, const std::vector<JsonMembers>& items) {
  const std::string status = order.text({"orderstatus"});
  const InterfaceMoney price = price_of_order(order);
  JsonCells cells;
  cells.add(Role::number, order.text({"orderid", "id"}));
  cells.add(Role::ordered, order.text({"gmtcreate"}));
  cells.add(Role::ended, order.text({"gmttradeend"}));
  cells.add(Role::status, status);
  cells.add(Role::end_reason, order.text({"orderendreason", "endreason"}));
  cells.add(role_of_time_left(status), order.text({"overtimeleft"}));
  cells.add(Role::days, promised_days(order, items));
  cells.add(Role::seller, seller_of(order));
  cells.add(Role::price, price.amount);
  cells.add(Role::currency, price.currency);
  return cells;
}

}  // namespace

PageRow read_interface_order(const JsonMembers& order, const CellReading& reading) {
  if (!order.find({"orderid", "id"}))
    throw RowError("it has no order number: its interface answers without; add it as `order_id`");
  const std::vector<JsonMembers> items = items_of(order);
  PageRow row = cells_of(order, items).read(reading);
  row.order.facts.closes.source = ClosesSource::typed;
  for (const JsonMembers& item : items) add_title(item.text({"productname"}), row.order);
  add_parcels(order, reading, row);
  add_shipment(order, reading.clock, row.order.facts);
  if (has_open_issue(order) || std::any_of(items.begin(), items.end(), has_open_issue))
    row.order.status = PageStatus::in_dispute;
  return row;
}

}  // namespace aliprotect
