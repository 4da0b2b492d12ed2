#include "import/table/page_cells.h"

#include "aliprotect/error.h"
#include "core/money/currency.h"
#include "core/text/quote.h"
#include "core/text/scanner.h"
#include "core/text/split.h"
#include "import/table/cell_text.h"
#include "import/table/cell_values.h"
#include "import/text/page_number.h"
#include "import/text/page_price.h"
#include "import/text/page_text.h"
#include "import/text/tracking_number.h"
#include "import/text/yes_no.h"

namespace aliprotect {
namespace {

/// What the columns for it, or else the command line, say of prices without a mark.
struct StatedCurrency {
  std::optional<Currency> currency;
  std::string unknown;  ///< what is written and cannot be read: then nothing takes its place
};

/// One row while it is read, cell by cell.
struct Reading {
  const CellReading& given;
  StatedCurrency currency;
  PageRow row;
  StatedParcel parcel;  ///< what the row says of its parcels, but for their numbers
  std::vector<std::string> tracking;
  std::optional<Money> price_of_piece;
  std::optional<std::int64_t> quantity;
  std::optional<OrderNumber> parent;
  std::optional<Instant> delivery_date;  ///< or the day on which it was expected
};

Instant when(std::string_view cell, Bound bound, const Reading& reading) {
  return read_page_date(cell, bound, reading.given.clock);
}

std::optional<Money> price(std::string_view cell, std::optional<Currency> of_column,
                           bool SkippedValues::*skipped_values, Reading& reading) {
  try {
    return read_page_price(cell, of_column ? of_column : reading.currency.currency);
  } catch (const CurrencyUnknown&) {
    reading.row.skipped_values.*skipped_values = true;
    reading.row.skipped_values.currency = reading.currency.unknown;
    return std::nullopt;
  }
}

/// A sub-order names its order, unless it is one itself.
void read_parent(std::string_view cell, Reading& reading) {
  if (cell.find_first_not_of("0-") == std::string_view::npos) return;
  reading.parent = read_printed_number(cell);
}

void read_row_cents(std::string_view cell, Reading& reading) {
  const std::int64_t amount = cents(cell);
  const auto& [currency, unknown] = reading.currency;
  if (currency) {
    reading.row.order.items = money_of_cents(amount, *currency);
  } else {
    reading.row.skipped_values.item_price = true;
    reading.row.skipped_values.currency = unknown;
  }
}

void read_status(std::string_view cell, Reading& reading) {
  reading.row.order.status = page_status(cell);
  if (!reading.row.order.status)
    throw RowError(in_quotes(cell) +
                   " is no status that is known; write one that is, such as Awaiting shipment, "
                   "Awaiting delivery, Completed, Canceled or Refunded");
}

/// An unknown reason leaves it to the status.
void read_end_reason(std::string_view cell, Reading& reading) {
  reading.row.order.end_reason = end_reason(cell);
}

/// `gift, work`
void read_tags(std::string_view cell, Reading& reading) {
  for_each_part(cell, ",;",
                [&](std::string_view tag) { reading.row.order.facts.tags.emplace_back(tag); });
}

/// `LP001, LP002`: a parcel each.
void read_tracking(std::string_view cell, Reading& reading) {
  for_each_part(cell, ",;|\r\n", [&](std::string_view tracking) {
    reading.tracking.push_back(read_tracking_number(tracking));
  });
}

/// `unit` is the currency that the header names.
void read_cell(Role role, std::string_view cell, std::optional<Currency> unit, Reading& reading) {
  PageOrder& order = reading.row.order;
  OrderPatch& facts = order.facts;
  switch (role) {
    case Role::passed_over:
    case Role::currency:     // read before the others
    case Role::plain_price:  // settled by the header
    case Role::plain_amount:
      return;
    case Role::number:
    case Role::number_in_url:
      facts.number = read_printed_number(cell);
      return;
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
      return;
    case Role::delivery_date:
      reading.delivery_date = when(cell, Bound::begin, reading);
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
    case Role::seller:
      facts.seller = cell;
      return;
    case Role::client:
      facts.client = cell;
      return;
    case Role::price:
      facts.price = price(cell, unit, &SkippedValues::price, reading);
      return;
    case Role::item_price:
      reading.price_of_piece = price(cell, unit, &SkippedValues::item_price, reading);
      return;
    case Role::row_price:
      order.items = price(cell, unit, &SkippedValues::item_price, reading);
      return;
    case Role::row_cents:
      return read_row_cents(cell, reading);
    case Role::quantity:
      reading.quantity = quantity(cell);
      return;
    case Role::sale_price:
      facts.sale_price = price(cell, unit, &SkippedValues::sale_price, reading);
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

StatedCurrency currency_in(const std::vector<std::string>& cells, const TableShape& shape,
                           std::optional<Currency> fallback) {
  for (std::size_t i = 0; i < shape.roles.size() && i < cells.size(); ++i) {
    if (shape.roles[i] != Role::currency) continue;
    const std::string_view cell = plain_text(cells[i]);
    if (cell.empty()) continue;
    if (const auto currency = currency_named(cell, fallback)) return {currency, {}};
    const bool is_left_open = !fallback && !currencies_marked(in_plain_signs(cell)).empty();
    return {std::nullopt, is_left_open ? std::string() : std::string(cell)};
  }
  return {fallback, {}};
}

std::optional<Currency> currency_of_column(const TableShape& shape, std::size_t column) {
  return column < shape.currencies.size() ? shape.currencies[column] : std::nullopt;
}

/// Whether a page with that status can have the date of a delivery.
bool can_have_come(std::optional<PageStatus> status) {
  return !status || status == PageStatus::delivered || status == PageStatus::completed ||
         status == PageStatus::finished;
}

void settle_delivery(Reading& reading) {
  std::optional<Instant>& delivered_at = reading.parcel.delivered_at;
  SkippedValues& skipped_values = reading.row.skipped_values;
  if (reading.delivery_date && !delivered_at) {
    delivered_at = reading.delivery_date;
    if (!can_have_come(reading.row.order.status)) leave_out(delivered_at, skipped_values);
  }
  leave_out_ahead(delivered_at, reading.given.now, skipped_values);
}

/// What the row's pieces cost together is stated, or is their number times what one costs.
void settle_items(Reading& reading) {
  bool& is_left_out = reading.row.skipped_values.item_price;
  is_left_out = is_left_out && !reading.row.order.items && !reading.price_of_piece;
  if (!reading.price_of_piece || reading.row.order.items) return;
  const std::int64_t quantity = reading.quantity.value_or(1);
  Money money = *reading.price_of_piece;
  if (quantity > 0 && money.minor > max_minor / quantity) throw RowError("its price is too large");
  money.minor *= quantity;
  reading.row.order.items = money;
}

void add_parcels(Reading& reading) {
  std::vector<StatedParcel>& parcels = reading.row.order.facts.parcels;
  for (const std::string& tracking : reading.tracking) {
    StatedParcel parcel = reading.parcel;
    parcel.tracking = tracking;
    add_parcel(parcels, std::move(parcel));
  }
  const StatedParcel& parcel = reading.parcel;
  const bool is_under_way = parcel.shipped_at || parcel.delivered_at ||
                            (parcel.carrier && is_on_its_way(reading.row.order.status));
  if (parcels.empty() && is_under_way) parcels.push_back(parcel);
}

bool is_free_text(Role role) {
  return role == Role::title || role == Role::seller || role == Role::client || role == Role::note;
}

}  // namespace

PageRow read_page_row(const std::vector<std::string>& cells, const TableShape& shape,
                      const CellReading& given) {
  Reading reading{given, currency_in(cells, shape, given.currency), {}, {}, {}, {}, {}, {}, {}};
  for (std::size_t i = 0; i < shape.roles.size() && i < cells.size(); ++i) {
    const Role role = shape.roles[i];
    const std::string_view cell = is_free_text(role) ? trimmed(cells[i]) : plain_text(cells[i]);
    if (cell.empty()) continue;
    if (is_denied(role, cell)) continue;
    read_cell(role, cell, currency_of_column(shape, i), reading);
  }
  PageRow& row = reading.row;
  if (reading.parent) row.order.facts.number = *reading.parent;
  settle_delivery(reading);
  settle_items(reading);
  add_parcels(reading);
  const bool is_totals_row = shape.has_totals_rows && row.order.titles.empty();
  if (row.order.facts.number.text().empty() && !is_totals_row)
    throw RowError("it has no order number");
  return std::move(row);
}

std::string number_of_row(const std::vector<std::string>& cells, const TableShape& shape) {
  TableShape numbers_alone = shape;
  for (Role& role : numbers_alone.roles) {
    const bool of_number =
        role == Role::number || role == Role::number_in_url || role == Role::parent_number;
    if (!of_number) role = Role::passed_over;
  }
  const Zone utc = Zone::utc();
  const CellReading nothing{{utc}, std::nullopt, {}};
  try {
    return read_page_row(cells, numbers_alone, nothing).order.facts.number.text();
  } catch (const RowError&) {
    return {};
  }
}

}  // namespace aliprotect
