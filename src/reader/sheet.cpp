#include "reader/sheet.h"

#include <array>
#include <charconv>
#include <chrono>
#include <cmath>
#include <cstdint>

#include "aliprotect/time.h"
#include "core/distinct.h"
#include "core/text/scanner.h"
#include "reader/order_links.h"

namespace aliprotect {
namespace {

std::string two_digits(std::int64_t number) {
  return (number < 10 ? "0" : "") + std::to_string(number);
}

/// Whether a number may be the one in a cell that lost the last digits: `8.19100030012346e+15`.
/// Programs round or cut off the 15th digit.
bool agrees(std::string_view damaged, std::string_view number) {
  constexpr std::size_t certain_digits = 13;
  constexpr std::size_t exponent = 17;
  const std::string written = cell_of_number(number).text;
  return written.size() == damaged.size() && written.size() > exponent &&
         written.substr(0, certain_digits + 1) == damaged.substr(0, certain_digits + 1) &&
         written.substr(exponent) == damaged.substr(exponent);
}

/// Returns the numbers of orders in the links and texts of a row.
std::vector<std::string> orders_in(const std::vector<SheetCell>& cells) {
  LinkedNumbers linked;
  for (const SheetCell& cell : cells) {
    add_linked_numbers(cell.address, linked);
    add_linked_numbers(cell.text, linked);
    if (is_order_number(cell.text)) add_distinct(linked.orders, {cell.text});
  }
  return linked.orders;
}

/// Replaces a number that lost digits, if the row has the complete one elsewhere.
void restore_digits(const std::vector<SheetCell>& row, SheetCell& cell) {
  std::vector<std::string> orders = orders_in(row);
  std::erase_if(orders, [&](const std::string& order) { return !agrees(cell.text, order); });
  if (orders.size() == 1) cell.text = orders.front();
}

/// Returns the text of a cell as in a CSV file: with its link, if that is the link of an order.
std::string text_of(SheetCell&& cell) {
  LinkedNumbers linked;
  add_linked_numbers(cell.address, linked);
  const bool can_be_written =
      cell.address.find('"') == std::string::npos && cell.text.find('"') == std::string::npos;
  if (linked.orders.size() != 1 || !can_be_written) return std::move(cell.text);
  return "=HYPERLINK(\"" + cell.address + "\",\"" + cell.text + "\")";
}

}  // namespace

std::string date_of_serial(double serial, bool counts_from_1904) {
  constexpr double last = 401'769;  // 2999-12-31
  if (!(serial >= 1) || serial > last) return {};
  const auto seconds = static_cast<std::int64_t>(std::llround(serial * 86'400));
  using namespace std::chrono;
  const sys_days first =
      counts_from_1904 ? sys_days(year{1904} / 1 / 1) : sys_days(year{1899} / 12 / 30);
  const year_month_day day{first + days{seconds / 86'400}};
  std::string text = std::to_string(static_cast<int>(day.year())) + "-" +
                     two_digits(static_cast<unsigned>(day.month())) + "-" +
                     two_digits(static_cast<unsigned>(day.day()));
  const std::int64_t of_day = seconds % 86'400;
  if (of_day == 0) return text;
  return text + " " + two_digits(of_day / 3'600) + ":" + two_digits(of_day / 60 % 60) + ":" +
         two_digits(of_day % 60);
}

bool is_date_format(std::string_view format) {
  bool has_day = false;
  bool has_year = false;
  for (std::size_t i = 0; i < format.size(); ++i) {
    const char c = to_lower(format[i]);
    if (c == '"' || c == '[') {
      const auto end = format.find(c == '"' ? '"' : ']', i + 1);
      if (end == std::string_view::npos) return false;
      i = end;
    } else if (c == '\\' || c == '_' || c == '*') {
      ++i;
    } else if (c == '0' || c == '#' || c == '?') {
      return false;
    } else {
      has_day = has_day || c == 'd';
      has_year = has_year || c == 'y';
    }
  }
  return has_day || has_year;
}

SheetCell cell_of_number(std::string_view text) {
  double value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc{} || end != text.data() + text.size())
    return {std::string(text), {}, false};
  constexpr double first_inexact = 1e15;
  if (std::abs(value) >= first_inexact) {
    std::array<char, 40> written{};
    const auto to = std::to_chars(written.data(), written.data() + written.size(), value,
                                  std::chars_format::scientific, 14);
    return {std::string(written.data(), to.ptr), {}, true};
  }
  if (value == std::floor(value))
    return {std::to_string(static_cast<std::int64_t>(value)), {}, false};
  std::array<char, 40> written{};
  const auto to = std::to_chars(written.data(), written.data() + written.size(), value);
  return {std::string(written.data(), to.ptr), {}, false};
}

std::string address_in_formula(std::string_view formula) {
  constexpr std::string_view name = "HYPERLINK(\"";
  const auto at = formula.find(name);
  if (at == std::string_view::npos) return {};
  const std::string_view rest = formula.substr(at + name.size());
  return std::string(rest.substr(0, rest.find('"')));
}

void write_row(std::vector<SheetCell> cells, const std::string& sheet, std::size_t line,
               FactWriter& writer) {
  std::vector<std::string> texts;
  for (SheetCell& cell : cells) {
    if (cell.has_lost_digits) restore_digits(cells, cell);
  }
  for (SheetCell& cell : cells) texts.push_back(text_of(std::move(cell)));
  while (!texts.empty() && texts.back().empty()) texts.pop_back();
  if (texts.empty()) return;
  Origin origin;
  origin.sheet = sheet;
  origin.line = line;
  writer.row(texts, origin);
}

}  // namespace aliprotect
