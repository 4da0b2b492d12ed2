#include "import/table/cell_facts.h"

#include <utility>

#include "core/text/quote.h"
#include "core/text/split.h"
#include "import/table/cell_values.h"
#include "import/text/page_number.h"
#include "import/text/page_price.h"
#include "import/text/tracking_number.h"

namespace aliprotect {
namespace {

Instant when(std::string_view cell, Bound bound, const RowReading& reading) {
  return read_page_date(cell, bound, reading.given.clock);
}

std::optional<Money> price(std::string_view cell, std::optional<Currency> of_column,
                           const RowReading& reading) {
  const auto fallback = of_column ? of_column : reading.currency.currency;
  return read_page_price(cell, fallback, reading.given.dollar);
}

/// A sub-order names its order, unless it is one itself.
void read_parent(std::string_view cell, RowReading& reading) {
  if (cell.find_first_not_of("0-") == std::string_view::npos) return;
  reading.parent = read_printed_number(cell);
}

/// A damaged number is not an error if another cell has the number.
void read_number(std::string_view cell, std::optional<OrderNumber>& number, RowReading& reading) {
  try {
    number = read_printed_number(cell);
  } catch (const RowError& error) {
    if (reading.number_problem.empty()) reading.number_problem = error.what();
  }
}

void read_row_cents(std::string_view cell, RowReading& reading) {
  const std::int64_t amount = cents(cell);
  if (!reading.currency.currency) throw CurrencyUnknown(cell);
  reading.row.order.items = money_of_cents(amount, *reading.currency.currency);
}

/// An unknown status keeps the other rows from ending the order.
void read_status(std::string_view cell, RowReading& reading) {
  const auto status = page_status(cell);
  reading.row.order.status = status.value_or(PageStatus::unclear);
  reading.status_text = cell;
  if (!status) throw RowError("unknown status " + in_quotes(cell));
  if (status == PageStatus::unclear)
    throw RowError("the status " + in_quotes(cell) + " does not say what happened");
}

/// Without a known reason, the status decides.
void read_end_reason(std::string_view cell, RowReading& reading) {
  reading.row.order.end_reason = end_reason(cell);
  if (!reading.row.order.end_reason) throw RowError("unknown end reason " + in_quotes(cell));
}

/// `gift, work`
void read_tags(std::string_view cell, RowReading& reading) {
  for_each_part(cell, ",;",
                [&](std::string_view tag) { reading.row.order.facts.tags.emplace_back(tag); });
}

/// `LP001, LP002`: a parcel each.
void read_tracking(std::string_view cell, RowReading& reading) {
  for_each_tracking_number(cell, [&](std::string_view text) {
    try {
      TrackingNumber tracking = read_tracking_number(text);
      reading.tracking.push_back(std::move(tracking.number));
      if (!reading.parcel.carrier && !tracking.carrier.empty())
        reading.parcel.carrier = std::move(tracking.carrier);
    } catch (const RowError& error) {
      skip(reading.row.skipped, "tracking", text, error.what());
    }
  });
}

}  // namespace

void read_cell(Role role, std::string_view cell, std::optional<Currency> unit,
               RowReading& reading) {
  PageOrder& order = reading.row.order;
  OrderPatch& facts = order.facts;
  switch (role) {
    case Role::ignored:
    case Role::currency:     // read before the others
    case Role::plain_price:  // settled by the header
    case Role::plain_amount:
      return;
    case Role::number:
      return read_number(cell, reading.number, reading);
    case Role::number_in_url:
      return read_number(cell, reading.number_in_url, reading);
    case Role::parent_number:
      return read_parent(cell, reading);
    case Role::ordered:
      facts.ordered_at = when(cell, Bound::begin, reading);
      return;
    case Role::ship_by:
      facts.ship_by = when(cell, Bound::end, reading);
      return;
    case Role::shipped:
      reading.parcel.shipped_at = when(cell, Bound::begin, reading);
      return;
    case Role::delivered:
      reading.parcel.delivered_at = when(cell, Bound::begin, reading);
      reading.delivery_text = cell;
      return;
    case Role::delivery_date:
      reading.delivery_date = when(cell, Bound::begin, reading);
      if (!reading.parcel.delivered_at) reading.delivery_text = cell;
      return;
    case Role::detail_json:
      reading.details = read_detail_json(cell);
      return;
    case Role::confirmed:
      facts.confirmed_at = when(cell, Bound::begin, reading);
      return;
    case Role::cancelled:
      facts.cancelled_at = when(cell, Bound::begin, reading);
      return;
    case Role::ended:
      order.ended_at = when(cell, Bound::begin, reading);
      return;
    case Role::deadline:
      facts.deadline = when(cell, Bound::end, reading);
      return;
    case Role::closes:
      facts.closes.at = when(cell, Bound::end, reading);
      return;
    case Role::pickup_by:
      facts.pickup_by = when(cell, Bound::end, reading);
      return;
    case Role::days:
      facts.days = days(cell);
      return;
    case Role::protection_days:
      facts.protection_days = days(cell);
      return;
    case Role::status:
      return read_status(cell, reading);
    case Role::end_reason:
      return read_end_reason(cell, reading);
    case Role::title:
      order.titles = {std::string(cell)};
      return;
    case Role::late_credit:
      facts.late_credit = cell;
      return;
    case Role::seller:
      facts.seller = cell;
      return;
    case Role::client:
      facts.client = cell;
      return;
    case Role::price:
      facts.price = price(cell, unit, reading);
      return;
    case Role::item_price:
      reading.price_of_piece = price(cell, unit, reading);
      return;
    case Role::row_price:
      order.items = price(cell, unit, reading);
      return;
    case Role::row_cents:
      return read_row_cents(cell, reading);
    case Role::quantity:
      reading.quantity = quantity(cell);
      return;
    case Role::sale_price:
      facts.sale_price = price(cell, unit, reading);
      return;
    case Role::tracking:
      return read_tracking(cell, reading);
    case Role::carrier:
      reading.parcel.carrier = cell;
      return;
    case Role::untracked:
      reading.parcel.untracked = truth(cell);
      return;
    case Role::tags:
      return read_tags(cell, reading);
    case Role::note:
      order.notes.emplace_back(cell);
      return;
    case Role::rules:
      facts.rules = cell;
      return;
  }
}

}  // namespace aliprotect
