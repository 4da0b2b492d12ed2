#include "import/table/table_header.h"

#include <algorithm>
#include <utility>

#include "aliprotect/error.h"
#include "core/text/scanner.h"
#include "core/text/utf8.h"
#include "import/merge/row.h"
#include "import/text/page_date.h"
#include "import/text/page_number.h"

namespace aliprotect {
namespace {

constexpr std::size_t most_lines_above = 20;
constexpr std::size_t most_lines_of_header = 10;

/// `sep=;` names the delimiter for spreadsheets.
std::optional<char> named_delimiter(std::string_view line) {
  const std::string_view text = trimmed(line);
  if (text.size() != 5 || !same_word(text.substr(0, 4), "sep=")) return std::nullopt;
  return text[4];
}

bool has_open_quote(std::string_view text) {
  return std::count(text.begin(), text.end(), '"') % 2 != 0;
}

/// Whether the text contains as many consecutive digits as an order number.
bool has_long_number(std::string_view text) {
  constexpr std::size_t shortest = 10;
  std::size_t digits = 0;
  for (const char c : text) {
    digits = is_digit(c) ? digits + 1 : 0;
    if (digits == shortest) return true;
  }
  return false;
}

/// A line with a single cell is not a header if the table has more columns.
bool is_lone_word(const std::vector<std::string>& cells) {
  const auto filled = std::count_if(cells.begin(), cells.end(),
                                    [](const std::string& cell) { return !trimmed(cell).empty(); });
  return filled <= 1 && cells.size() > 1;
}

TableHeader split(std::string text, std::optional<char> delimiter) {
  TableHeader header;
  header.dialect = delimiter ? Dialect{*delimiter} : dialect_of(text);
  header.cells = split_cells(text, header.dialect);
  header.text = std::move(text);
  return header;
}

/// Whether the columns are known; sets their meaning.
bool recognise(TableHeader& header, const ColumnMap& map) {
  if (is_lone_word(header.cells)) return false;
  if (!map.empty()) {
    if (has_columns(header.cells, map)) header.shape = mapped_shape(header.cells, map);
    return header.shape.has_value();
  }
  header.own = own_columns(header.cells);
  if (!header.own) header.shape = known_shape(header.cells);
  if (!header.own && !header.shape) header.shape = guessed_shape(header.cells);
  return header.own || header.shape;
}

/// One line, or several if a quoted name spans them.
bool next_line(Lines& lines, std::string& text) {
  if (!lines.next(text)) return false;
  std::string more;
  for (std::size_t count = 1; has_open_quote(text) && count < most_lines_of_header; ++count) {
    if (!lines.next(more)) break;
    text += more;
  }
  return true;
}

bool has_nul(std::string_view text) { return text.find('\0') != std::string_view::npos; }

void refuse_unreadable(const std::string& text) {
  if (has_nul(text)) {
    throw UserError(
        "it has a NUL character before its rows: open it in a spreadsheet program and save it as "
        "CSV (UTF-8)");
  }
  if (!is_utf8(text)) {
    throw UserError(
        "it is not UTF-8: save it as CSV (UTF-8), or convert it: `iconv -f WINDOWS-1252 -t UTF-8 "
        "FILE | aliprotect import -`, with WINDOWS-1250 for Polish and WINDOWS-1251 for Russian");
  }
}

bool is_order_number(std::string_view cell) {
  try {
    read_printed_number(cell);
  } catch (const RowError&) {
    return false;
  }
  return true;
}

bool is_date(std::string_view cell) {
  const Zone zone = Zone::utc();
  try {
    read_page_date(cell, Bound::begin, {zone, DateOrder::day_first});
  } catch (const RowError&) {
    return false;
  }
  return true;
}

/// Whether a cell is an order number or a date, and therefore not a column name.
bool has_value(const TableHeader& header) {
  return std::any_of(header.cells.begin(), header.cells.end(), [](const std::string& cell) {
    return is_order_number(trimmed(cell)) || is_date(cell);
  });
}

[[noreturn]] void refuse(const TableHeader& header, const ColumnMap& map) {
  if (has_value(header)) {
    throw UserError(
        "no header row found; add one above the rows, such as `Order number,Title,Status`");
  }
  if (!map.empty()) mapped_shape(header.cells, map);
  const std::string trouble = trouble_with_header(header.cells);
  if (!trouble.empty()) throw UserError(trouble);
  if (header.cells.size() == 1)
    throw UserError(
        "it appears to be text without columns; import CSV, JSON, a mail, or the whole text of "
        "an order page");
  throw UserError("no column with order numbers found; name it with --map number=COLUMN");
}

}  // namespace

std::optional<TableHeader> read_header(Lines& lines, const ColumnMap& map) {
  std::string above;
  std::optional<char> delimiter;
  std::optional<TableHeader> widest;
  std::string text;
  for (std::size_t count = 0; count <= most_lines_above && next_line(lines, text);) {
    refuse_unreadable(text);
    const bool is_blank = trimmed(text).empty();
    const bool names_delimiter = !delimiter && (delimiter = named_delimiter(text));
    if (!is_blank && !names_delimiter) {
      TableHeader header = split(text, delimiter);
      if (has_long_number(text)) {  // a row already
        const bool is_below_title = widest && widest->cells.size() == 1;
        if (!widest || (is_below_title && header.cells.size() > 1)) widest = std::move(header);
        break;
      }
      if (recognise(header, map)) {
        header.text = above + text;
        if (!text.ends_with('\n') && !text.ends_with('\r')) header.text += '\n';
        return header;
      }
      if (!widest || widest->cells.size() < header.cells.size()) widest = std::move(header);
      ++count;
    }
    above += text;
  }
  if (widest) refuse(*widest, map);
  return std::nullopt;
}

std::optional<TableHeader> header_within(const std::string& row, const ColumnMap& map) {
  if (std::any_of(row.begin(), row.end(), is_digit)) return std::nullopt;
  if (has_nul(row) || !is_utf8(row)) return std::nullopt;
  TableHeader header = split(std::string(without_byte_order_mark(row)), std::nullopt);
  if (!recognise(header, map)) return std::nullopt;
  return header;
}

}  // namespace aliprotect
