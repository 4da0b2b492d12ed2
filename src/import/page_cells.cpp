#include "import/page_cells.h"

#include <algorithm>
#include <charconv>

#include "aliprotect/error.h"
#include "core/scanner.h"
#include "import/page_price.h"

namespace aliprotect {
namespace {

/// One row while it is read, cell by cell.
struct Reading {
  const CellReading& given;
  std::optional<Currency> currency;
  PageRow row;
  StatedParcel parcel;
  std::optional<Money> price_of_piece;
  std::optional<std::int64_t> quantity;
  std::optional<OrderNumber> parent;
};

Instant when(std::string_view cell, Bound bound, const Reading& reading) {
  return read_page_date(cell, bound, reading.given.clock);
}

std::optional<Money> price(std::string_view cell, Reading& reading) {
  try {
    return read_page_price(cell, reading.currency);
  } catch (const CurrencyUnknown&) {
    reading.row.lacks_currency = true;
    return std::nullopt;
  }
}

std::int64_t whole_number(std::string_view cell, const char* what) {
  // Exports print quantities as decimals, too: `2.00`.
  std::string_view digits = cell.substr(0, cell.find('.'));
  const std::string_view rest = cell.substr(digits.size());
  std::int64_t number = 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), number);
  const bool whole = rest.find_first_not_of(".0") == std::string_view::npos;
  if (error == std::errc{} && end == digits.data() + digits.size() && number >= 0 && whole)
    return number;
  throw RowError("`" + std::string(cell) + "` is no " + what);
}

Days days(std::string_view cell) {
  const std::int64_t count = whole_number(cell, "number of days");
  if (count <= longest_clock.count()) return Days{static_cast<int>(count)};
  throw RowError("`" + std::string(cell) + "` is more than " +
                 std::to_string(longest_clock.count()) + " days");
}

OrderNumber number_of(std::string_view cell) {
  try {
    return OrderNumber::read(cell);
  } catch (const UserError& error) {
    throw RowError(error.what());
  }
}

/// `…?orderId=3051…&…`
OrderNumber number_in_url(std::string_view cell) {
  constexpr std::string_view key = "orderId=";
  const auto at = cell.find(key);
  if (at == std::string_view::npos)
    throw RowError("`" + std::string(cell) + "` is no address with an order number");
  const std::string_view rest = cell.substr(at + key.size());
  return number_of(rest.substr(0, rest.find_first_not_of("0123456789")));
}

/// A sub-order names its order, unless it is one itself.
void read_parent(std::string_view cell, Reading& reading) {
  if (cell.find_first_not_of("0-") == std::string_view::npos) return;
  reading.parent = number_of(cell);
}

void read_row_cents(std::string_view cell, Reading& reading) {
  const std::int64_t cents = whole_number(cell, "amount in cents");
  if (!reading.currency) {
    reading.row.lacks_currency = true;
    return;
  }
  Money money{cents, *reading.currency};
  for (int digits = 2; digits < money.currency.minor_digits(); ++digits) money.minor *= 10;
  for (int digits = 2; digits > money.currency.minor_digits(); --digits) {
    if (money.minor % 10 != 0)
      throw RowError("`" + std::string(cell) + "` cents are no whole amount in " +
                     std::string(money.currency.code()));
    money.minor /= 10;
  }
  reading.row.order.items = money;
}

void read_status(std::string_view cell, Reading& reading) {
  reading.row.order.status = page_status(cell);
  if (!reading.row.order.status)
    throw RowError("`" + std::string(cell) + "` is no status of an order that is known");
}

/// An unknown reason leaves it to the status.
void read_end_reason(std::string_view cell, Reading& reading) {
  reading.row.order.end_reason = end_reason(cell);
}

void read_untracked(std::string_view cell, Reading& reading) {
  const bool yes = same_word(cell, "true") || same_word(cell, "yes") || cell == "1";
  const bool no = same_word(cell, "false") || same_word(cell, "no") || cell == "0";
  if (!yes && !no) throw RowError("`" + std::string(cell) + "` is neither true nor false");
  reading.parcel.untracked = yes;
}

/// `gift, work`
void read_tags(std::string_view cell, Reading& reading) {
  while (!cell.empty()) {
    const auto end = cell.find_first_of(",;");
    const std::string_view tag = trimmed(cell.substr(0, end));
    if (!tag.empty()) reading.row.order.facts.tags.emplace_back(tag);
    cell = end == std::string_view::npos ? std::string_view() : cell.substr(end + 1);
  }
}

void read_cell(Role role, std::string_view cell, Reading& reading) {
  PageOrder& order = reading.row.order;
  StatedFacts& facts = order.facts;
  switch (role) {
    case Role::passed_over:
    case Role::currency:     // read before the others
    case Role::plain_price:  // settled by the header
      return;
    case Role::number:
      facts.number = number_of(cell);
      return;
    case Role::number_in_url:
      facts.number = number_in_url(cell);
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
      facts.closes.typed = when(cell, Bound::end, reading);
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
      facts.price = price(cell, reading);
      return;
    case Role::item_price:
      reading.price_of_piece = price(cell, reading);
      return;
    case Role::row_price:
      order.items = price(cell, reading);
      return;
    case Role::row_cents:
      return read_row_cents(cell, reading);
    case Role::quantity:
      reading.quantity = whole_number(cell, "quantity");
      return;
    case Role::sale_price:
      facts.sale_price = price(cell, reading);
      return;
    case Role::tracking:
      reading.parcel.tracking = cell;
      return;
    case Role::carrier:
      reading.parcel.carrier = cell;
      return;
    case Role::untracked:
      return read_untracked(cell, reading);
    case Role::tags:
      return read_tags(cell, reading);
    case Role::note:
      order.notes = {std::string(cell)};
      return;
    case Role::rules:
      facts.rules = cell;
      return;
  }
}

std::optional<Currency> currency_in(const std::vector<std::string>& cells, const TableShape& shape,
                                    std::optional<Currency> fallback) {
  for (std::size_t i = 0; i < shape.roles.size() && i < cells.size(); ++i) {
    if (shape.roles[i] != Role::currency || trimmed(cells[i]).empty()) continue;
    if (const auto currency = currency_named(cells[i])) return currency;
  }
  return fallback;
}

void add_price_of_pieces(Reading& reading) {
  if (!reading.price_of_piece) return;
  const std::int64_t quantity = reading.quantity.value_or(1);
  constexpr std::int64_t most = 999'999'999'999'999;
  Money money = *reading.price_of_piece;
  if (quantity > 0 && money.minor > most / quantity) throw RowError("its price is too large");
  money.minor *= quantity;
  reading.row.order.items = money;
}

bool says_something(const StatedParcel& parcel) {
  return parcel.tracking || parcel.shipped_at || parcel.delivered_at;
}

}  // namespace

PageRow read_page_row(const std::vector<std::string>& cells, const TableShape& shape,
                      const CellReading& given) {
  Reading reading{given, currency_in(cells, shape, given.currency), {}, {}, {}, {}, {}};
  for (std::size_t i = 0; i < shape.roles.size() && i < cells.size(); ++i) {
    const std::string_view cell = trimmed(cells[i]);
    if (!cell.empty()) read_cell(shape.roles[i], cell, reading);
  }
  PageRow& row = reading.row;
  if (reading.parent) row.order.facts.number = *reading.parent;
  add_price_of_pieces(reading);
  if (says_something(reading.parcel)) row.order.facts.parcels.push_back(std::move(reading.parcel));
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
  const CellReading nothing{{utc}, std::nullopt};
  try {
    return read_page_row(cells, numbers_alone, nothing).order.facts.number.text();
  } catch (const RowError&) {
    return {};
  }
}

}  // namespace aliprotect
