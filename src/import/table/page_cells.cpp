#include "import/table/page_cells.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "aliprotect/error.h"
#include "core/money/currency.h"
#include "core/text/quote.h"
#include "core/text/scanner.h"
#include "core/text/utf8.h"
#include "import/table/cell_facts.h"
#include "import/table/cell_text.h"
#include "import/table/cell_values.h"
#include "import/table/row_reading.h"
#include "import/text/page_number.h"
#include "import/text/page_price.h"
#include "import/text/page_text.h"
#include "import/text/yes_no.h"

namespace aliprotect {
namespace {

bool is_number(Role role) {
  return role == Role::number || role == Role::number_in_url || role == Role::parent_number;
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
  return role == Role::title || role == Role::seller || role == Role::client ||
         role == Role::note || role == Role::late_credit;
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
