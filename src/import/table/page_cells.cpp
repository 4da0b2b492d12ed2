#include "import/table/page_cells.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "aliprotect/error.h"
#include "core/money/currency.h"
#include "core/text/quote.h"
#include "core/text/scanner.h"
#include "core/text/split.h"
#include "core/text/utf8.h"
#include "import/table/cell_text.h"
#include "import/table/cell_values.h"
#include "import/table/row_reading.h"
#include "import/text/page_number.h"
#include "import/text/page_price.h"
#include "import/text/page_text.h"
#include "import/text/tracking_number.h"
#include "import/text/yes_no.h"

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

bool is_number(Role role) {
  return role == Role::number || role == Role::number_in_url || role == Role::parent_number;
}

/// `unit` is the currency that the header names.
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

StatedCurrency currency_in(const std::vector<std::string>& cells, const TableShape& shape,
                           const CellReading& given, SkippedValues& skipped) {
  for (std::size_t i = 0; i < shape.roles.size() && i < cells.size(); ++i) {
    if (shape.roles[i] != Role::currency) continue;
    const std::string_view cell = plain_text(cells[i]);
    if (cell.empty()) continue;
    if (const auto currency = currency_named(cell, given.currency, given.dollar))
      return {currency, false};
    const bool is_ambiguous = !currencies_marked(in_plain_signs(cell)).empty();
    if (is_ambiguous && !given.currency) return {};
    skip(skipped, "currency", cell, "unknown currency " + in_quotes(cell),
         "write its ISO code, such as EUR");
    return {std::nullopt, true};
  }
  return {given.currency, false};
}

std::optional<Currency> currency_of_column(const TableShape& shape, std::size_t column) {
  return column < shape.currencies.size() ? shape.currencies[column] : std::nullopt;
}

bool is_free_text(Role role) {
  return role == Role::title || role == Role::seller || role == Role::client || role == Role::note;
}

/// Returns the text of a cell in a column with this role. For a hyperlink whose text has no number,
/// this is its address.
std::string_view text_of(Role role, std::string_view cell) {
  const auto link = hyperlink_in(trimmed(cell));
  if (link && is_number(role)) return printed_number(link->text) ? link->text : link->address;
  if (link) return link->text;
  return is_free_text(role) ? trimmed(cell) : plain_text(cell);
}

bool is_price(Role role) {
  return role == Role::price || role == Role::item_price || role == Role::row_price ||
         role == Role::row_cents;
}

/// Skips a value that cannot be read; throws RowError if it is the order number.
void read_or_skip(Role role, std::string_view cell, std::optional<Currency> unit,
                  RowReading& reading) {
  SkippedValues& skipped = reading.row.skipped;
  const std::string field(field_of(role));
  try {
    refuse_unreadable(cell);
    return read_cell(role, cell, unit, reading);
  } catch (const CurrencyUnknown& error) {
    skip(skipped, field, cell, error.what(),
         reading.currency.is_unreadable ? std::string_view() : pass_currency);
  } catch (const NegativePrice& error) {
    reading.is_refund = reading.is_refund || is_price(role);
    return skip(skipped, field, cell, error.what());
  } catch (const RowError& error) {
    if (is_number(role)) throw;
    skip(skipped, field, cell, error.what(), advice_about(role));
  }
  if (is_price(role)) reading.row.order.items_unknown = true;
  if (role == Role::quantity) reading.quantity.reset();
}

bool is_known(Role role, const RowReading& reading) {
  const OrderPatch& facts = reading.row.order.facts;
  switch (role) {
    case Role::ordered:
      return facts.ordered_at.has_value();
    case Role::shipped:
      return reading.parcel.shipped_at.has_value();
    case Role::deadline:
      return facts.deadline.has_value();
    case Role::closes:
      return facts.closes.at.has_value();
    default:
      return false;
  }
}

/// Fills in facts of the order page that the columns do not state.
void read_details(RowReading& reading) {
  const std::vector<DetailCell> details = std::exchange(reading.details, {});
  for (const auto& [role, text] : details) {
    if (role != Role::number || printed_number(text) == reading.number) continue;
    return skip(reading.row.skipped, "detail_json", text, in_quotes(text) + " is another order");
  }
  for (const auto& [role, text] : details) {
    if (role != Role::number && !is_known(role, reading))
      read_or_skip(role, text, std::nullopt, reading);
  }
}

}  // namespace

void refuse_unreadable(std::string_view text) {
  if (text.find('\0') != std::string_view::npos)
    throw RowError(in_quotes(text) + " has a NUL character");
  if (!is_utf8(text))
    throw RowError(in_quotes(text) + " is not UTF-8; save the file as CSV (UTF-8)");
}

PageRow read_page_row(const std::vector<std::string>& cells, const TableShape& shape,
                      const CellReading& given) {
  RowReading reading(given);
  reading.currency = currency_in(cells, shape, given, reading.row.skipped);
  for (std::size_t i = 0; i < shape.roles.size() && i < cells.size(); ++i) {
    const Role role = shape.roles[i];
    const std::string_view cell = text_of(role, cells[i]);
    if (role == Role::ignored || cell.empty() || is_denied(role, cell)) continue;
    read_or_skip(role, cell, currency_of_column(shape, i), reading);
  }
  read_details(reading);
  settle_row(shape, reading);
  return std::move(reading.row);
}

PageRow read_number_alone(const std::vector<std::string>& cells, const TableShape& shape,
                          const std::string& reason) {
  TableShape numbers = shape;
  numbers.has_totals_rows = false;
  std::replace_if(
      numbers.roles.begin(), numbers.roles.end(), [](Role role) { return !is_number(role); },
      Role::ignored);
  const Zone utc = Zone::utc();
  PageRow row = read_page_row(cells, numbers, {{utc}, std::nullopt});
  const OrderNumber& number = row.order.facts.number;
  const bool is_certain = number.has_usual_length() &&
                          std::none_of(cells.begin(), cells.end(), [&](const std::string& cell) {
                            const auto other = printed_number(plain_text(cell));
                            return other && other->has_usual_length() && *other != number;
                          });
  if (!is_certain) throw RowError(reason);
  skip(row.skipped, "row", fmt::format("{}", fmt::join(cells, ",")), reason);
  row.order.status = PageStatus::unclear;
  row.order.items_unknown = true;
  return row;
}

}  // namespace aliprotect
