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

/// The clock that `over_time_left` means in a status.
struct TimeOfStatus {
  std::string_view code;
  Role role;
};

/// In other statuses, it is the time left to pay or to answer a cancellation request.
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
  return Role::ignored;
}

/// Returns the member if it is a text or a number, otherwise an empty text.
std::string plain_text_of(const JsonMembers& members,
                          std::initializer_list<std::string_view> names) {
  try {
    return members.text(names);
  } catch (const RowError&) {
    return {};
  }
}

std::string seller_of(const JsonMembers& order) {
  const json* store = order.find({"storeinfo"});
  const bool is_named = store && store->is_object() && JsonMembers(*store).has("storename");
  if (is_named) return plain_text_of(JsonMembers(*store), {"storename"});
  return plain_text_of(order, {"storename", "sellersignerfullname"});
}

/// The members with the sub-orders in the different interfaces; a response can contain them twice.
std::vector<JsonMembers> items_of(const JsonMembers& order) {
  std::vector<JsonMembers> items;
  for (const char* list :
       {"productlist", "orderproductdto", "childorderlist", "childorderextinfolist"}) {
    for (const json* item : objects_within(order.find({list}))) items.emplace_back(*item);
  }
  return items;
}

/// The smallest number of days promised for the order or one of its items; 0 means no promise.
std::string promised_days(const JsonMembers& order, const std::vector<JsonMembers>& items) {
  std::string fewest;
  const auto look_at = [&](const JsonMembers& members) {
    std::string days = plain_text_of(members, {"freightcommitday"});
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
  return page_status(plain_text_of(members, {"issuestatus"})) == PageStatus::in_dispute;
}

/// The status can also be `not_received` and `suspected_received`.
bool is_received(const JsonMembers& parcel) {
  return same_word(plain_text_of(parcel, {"receivestatus"}), "received");
}

/// Reads the facts of a parcel; values that cannot be read are skipped.
class ParcelReader {
 public:
  ParcelReader(const CellReading& reading, SkippedValues& skipped)
      : reading_(reading), skipped_(skipped) {}

  StatedParcel read(const JsonMembers& members) const {
    StatedParcel parcel;
    const std::string tracking =
        plain_text_of(members, {"logisticsno", "trackingno", "trackingnumber", "logisticsnumber"});
    try {
      if (!tracking.empty()) parcel.tracking = read_tracking_number(tracking).number;
    } catch (const RowError& error) {
      skip(skipped_, "tracking", tracking, error.what());
    }
    const std::string carrier = plain_text_of(
        members, {"logisticsservicename", "logisticsservice", "carriername", "logisticstypecode"});
    if (!carrier.empty()) parcel.carrier = carrier;
    parcel.shipped_at = time("shipped_at", plain_text_of(members, {"gmtsend"}));
    const std::string received = plain_text_of(members, {"gmtreceived"});
    if (is_received(members) || !members.has("receivestatus"))
      parcel.delivered_at = time("delivered_at", received);
    skip_future_delivery(parcel.delivered_at, received, reading_.now, skipped_);
    return parcel;
  }

  std::optional<Instant> time(const char* field, const std::string& text) const {
    if (text.empty()) return std::nullopt;
    try {
      return read_page_date(text, Bound::begin, reading_.clock);
    } catch (const RowError& error) {
      skip(skipped_, field, text, error.what());
      return std::nullopt;
    }
  }

 private:
  const CellReading& reading_;
  SkippedValues& skipped_;
};

/// A tracking number can be listed twice, with the same facts.
void add_parcels(const JsonMembers& order, const ParcelReader& reader, PageOrder& page) {
  bool all_received = true;
  for (const json* object :
       objects_within(order.find({"logisticsinfolist", "logisticinfolist", "logistics"}))) {
    const JsonMembers members(*object);
    StatedParcel parcel = reader.read(members);
    if (!parcel.tracking && !parcel.shipped_at && !parcel.delivered_at) continue;
    all_received = all_received && is_received(members);
    if (parcel.tracking) {
      add_parcel(page.facts.parcels, std::move(parcel));
    } else {
      page.facts.parcels.push_back(std::move(parcel));
    }
  }
  const bool is_delivered = all_received && !page.facts.parcels.empty();
  if (is_delivered && page.status == PageStatus::shipped) {
    page.status = PageStatus::delivered;
    page.received = true;
  }
}

/// Adds the time of the shipment if the parcels do not have it.
void add_shipment(const JsonMembers& order, const ParcelReader& reader, OrderPatch& facts) {
  const std::string text = plain_text_of(order, {"gmtsendgoodstime"});
  if (text.empty() || facts.parcels.size() > 1) return;
  if (facts.parcels.empty()) facts.parcels.emplace_back();
  std::optional<Instant>& shipped_at = facts.parcels.front().shipped_at;
  if (!shipped_at) shipped_at = reader.time("shipped_at", text);
}

void add_price(const JsonMembers& order, JsonCells& cells) {
  try {
    const InterfaceMoney price = price_of_order(order);
    cells.add(Role::price, price.amount);
    cells.add(Role::currency, price.currency);
  } catch (const RowError& error) {
    cells.skip(Role::price, {}, error.what());
  }
}

JsonCells cells_of(const JsonMembers& order, const std::vector<JsonMembers>& items) {
  const std::string status = plain_text_of(order, {"orderstatus"});
  JsonCells cells;
  cells.add(Role::number, order, {"orderid", "id"});
  cells.add(Role::ordered, order, {"gmtcreate"});
  cells.add(Role::ended, order, {"gmttradeend"});
  cells.add(Role::status, order, {"orderstatus"});
  cells.add(Role::end_reason, order, {"orderendreason", "endreason"});
  cells.add(role_of_time_left(status), order, {"overtimeleft"});
  cells.add(Role::days, promised_days(order, items));
  cells.add(Role::seller, seller_of(order));
  add_price(order, cells);
  return cells;
}

}  // namespace

PageRow read_interface_order(const JsonMembers& order, const CellReading& reading) {
  if (!order.find({"orderid", "id"}))
    throw RowError(
        "it has no order number, as this interface omits it; pass `--order ORDER` if it is the "
        "only "
        "order in the file, otherwise add `order_id` to each");
  const std::vector<JsonMembers> items = items_of(order);
  PageRow row = cells_of(order, items).read(reading);
  row.order.facts.closes.source = ClosesSource::typed;
  for (const JsonMembers& item : items) add_title(item, "productname", row);
  const ParcelReader reader(reading, row.skipped);
  add_parcels(order, reader, row.order);
  add_shipment(order, reader, row.order.facts);
  if (has_open_issue(order) || std::any_of(items.begin(), items.end(), has_open_issue))
    row.order.status = PageStatus::in_dispute;
  return row;
}

}  // namespace aliprotect
