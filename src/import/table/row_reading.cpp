#include "import/table/row_reading.h"

#include <tuple>
#include <utility>

#include "core/text/quote.h"

namespace aliprotect {
namespace {

/// Whether a date in a row with this status can be that of the delivery.
bool can_be_delivered(std::optional<PageStatus> status) {
  return !status || status == PageStatus::delivered || status == PageStatus::completed;
}

void settle_delivery(RowReading& reading) {
  std::optional<Instant>& delivered_at = reading.parcel.delivered_at;
  SkippedValues& skipped = reading.row.skipped;
  if (reading.delivery_date && !delivered_at) {
    delivered_at = reading.delivery_date;
    if (!can_be_delivered(reading.row.order.status)) {
      skip_delivery(delivered_at, reading.delivery_text,
                    "may be the expected delivery, because the status is not delivered", skipped);
    }
  }
  skip_future_delivery(delivered_at, reading.delivery_text, reading.given.now, skipped);
  if (reading.row.order.status == PageStatus::completed) return;
  std::swap(delivered_at, reading.parcel.claimed_delivered_at);  // by the carrier, not the buyer
}

/// If the row has no price, computes it from the quantity and the price of one piece.
void settle_items(RowReading& reading) {
  if (!reading.price_of_piece || reading.row.order.items) return;
  if (!reading.quantity) {
    reading.row.order.items_unknown = true;
    return;
  }
  const std::int64_t quantity = *reading.quantity;
  Money money = *reading.price_of_piece;
  if (quantity > 0 && money.minor > max_minor / quantity) {
    reading.row.order.items_unknown = true;
    return skip(reading.row.skipped, "price", to_text(money),
                to_text(money) + " times " + std::to_string(quantity) + " is too large");
  }
  money.minor *= quantity;
  reading.row.order.items = money;
}

/// A status that says only that the order has ended needs an end reason.
void settle_status(RowReading& reading) {
  const PageOrder& order = reading.row.order;
  if (order.status != PageStatus::closed || order.end_reason) return;
  skip(reading.row.skipped, "status", reading.status_text,
       "the status " + in_quotes(reading.status_text) + " does not say how the order ended",
       advice_about(Role::status));
}

/// The row of a coupon or refund has no item, and its amount is not a price.
void settle_refund(RowReading& reading) {
  if (reading.is_refund) reading.row.order.titles.clear();
}

/// Throws RowError if the row has no order number, or two.
void settle_number(const TableShape& shape, RowReading& reading) {
  const auto& [number, in_url, parent] =
      std::tie(reading.number, reading.number_in_url, reading.parent);
  if (number && in_url && *number != *in_url) {
    throw RowError("its order number " + number->text() + " and its link with " + in_url->text() +
                   " belong to different orders");
  }
  OrderPatch& facts = reading.row.order.facts;
  if (number || in_url) facts.number = number ? *number : *in_url;
  if (parent) facts.number = *parent;
  const bool is_totals_row = shape.has_totals_rows && reading.row.order.titles.empty();
  if (!facts.number.text().empty() || (is_totals_row && reading.number_problem.empty())) return;
  throw RowError(reading.number_problem.empty() ? "it has no order number"
                                                : reading.number_problem);
}

void add_parcels(RowReading& reading) {
  std::vector<StatedParcel>& parcels = reading.row.order.facts.parcels;
  for (const std::string& tracking : reading.tracking) {
    StatedParcel parcel = reading.parcel;
    parcel.tracking = tracking;
    add_parcel(parcels, std::move(parcel));
  }
  const StatedParcel& parcel = reading.parcel;
  const bool is_under_way = parcel.shipped_at || parcel.delivered_at ||
                            parcel.claimed_delivered_at ||
                            (parcel.carrier && is_on_its_way(reading.row.order.status));
  if (parcels.empty() && is_under_way) parcels.push_back(parcel);
}

}  // namespace

std::string_view advice_about(Role role) {
  if (role == Role::status)
    return "record what happened with `ship`, `deliver`, `confirm`, `cancel` or `dispute`";
  return {};
}

void settle_row(const TableShape& shape, RowReading& reading) {
  settle_number(shape, reading);
  settle_refund(reading);
  settle_status(reading);
  settle_delivery(reading);
  settle_items(reading);
  add_parcels(reading);
}

}  // namespace aliprotect
