#include "import/table/row_recovery.h"

#include <algorithm>
#include <utility>

#include "core/text/scanner.h"

namespace aliprotect {
namespace {

bool fits(const Record& record, std::size_t width) {
  return record.is_whole && record.cells.size() == width;
}

std::vector<Record> only(Record record) {
  std::vector<Record> records;
  records.push_back(std::move(record));
  return records;
}

/// Drops empty cells after the last column.
void drop_empty_end(std::vector<std::string>& cells, std::size_t width) {
  while (cells.size() > width && trimmed(cells.back()).empty()) cells.pop_back();
}

/// Joins surplus cells into the column whose text contains delimiters.
void join_surplus(std::vector<std::string>& cells, const Repair& repair) {
  if (!repair.loose_column || cells.size() <= repair.width) return;
  const std::size_t surplus = cells.size() - repair.width;
  const auto first = cells.begin() + static_cast<std::ptrdiff_t>(*repair.loose_column);
  const auto last = first + static_cast<std::ptrdiff_t>(surplus) + 1;
  std::string text = *first;
  for (auto cell = first + 1; cell != last; ++cell) text += repair.dialect.delimiter + *cell;
  *first = std::move(text);
  cells.erase(first + 1, last);
}

std::vector<FileRow> lines_of(const FileRow& row, LineEnds ends) {
  std::vector<FileRow> lines;
  for (std::string_view rest = row.text; !rest.empty();) {
    const std::size_t size = size_of_first_line(rest, ends);
    lines.push_back({row.line + lines.size(), std::string(rest.substr(0, size))});
    rest.remove_prefix(size);
  }
  return lines;
}

bool has_several_lines(std::string_view text, LineEnds ends) {
  return size_of_first_line(text, ends) < text.size();
}

/// Whether a quoted cell contains a quote that is neither doubled nor the end of the cell.
bool has_undoubled_quote(std::string_view text, char delimiter) {
  bool is_quoted = false;
  bool begins_cell = true;
  for (std::size_t at = 0; at < text.size(); ++at) {
    const char c = text[at];
    if (c == '"' && (begins_cell || is_quoted)) {
      const char next = at + 1 < text.size() ? text[at + 1] : '\n';
      const bool is_doubled = is_quoted && next == '"';
      if (is_quoted && !is_doubled && next != delimiter && next != '\n' && next != '\r')
        return true;
      if (is_doubled) {
        ++at;
      } else {
        is_quoted = !is_quoted;
      }
    }
    begins_cell = !is_quoted && (c == delimiter || c == '\n' || c == '\r');
  }
  return false;
}

/// Whether an unclosed quote may have made the following lines, up to the next quote, part of this
/// record. The number of cells can be right even then.
bool may_have_swallowed_lines(const Record& record, const Repair& repair) {
  return repair.dialect.quoted && has_several_lines(record.row.text, repair.ends) &&
         has_undoubled_quote(record.row.text, repair.dialect.delimiter);
}

/// Whether any line after the first is a complete row.
bool has_row_below(const std::vector<Record>& lines, std::size_t width) {
  return std::any_of(lines.begin() + (lines.empty() ? 0 : 1), lines.end(),
                     [&](const Record& line) { return fits(line, width); });
}

Record read_loosely(FileRow row, const Repair& repair) {
  Record record;
  record.cells = split_loosely(row.text, repair.dialect);
  join_surplus(record.cells, repair);
  drop_empty_end(record.cells, repair.width);
  record.row = std::move(row);
  return record;
}

}  // namespace

std::optional<std::size_t> loose_column(const TableShape& shape) {
  if (!shape.is_badly_quoted) return std::nullopt;
  const auto title = std::find(shape.roles.begin(), shape.roles.end(), Role::title);
  if (title == shape.roles.end()) return std::nullopt;
  return static_cast<std::size_t>(title - shape.roles.begin());
}

std::vector<Record> repaired(Record record, const Repair& repair) {
  if (record.is_whole && !repair.loose_column) drop_empty_end(record.cells, repair.width);
  const bool is_fitting = fits(record, repair.width);
  const bool is_doubtful = may_have_swallowed_lines(record, repair);
  if (is_fitting && !is_doubtful) return only(std::move(record));

  std::vector<Record> lines;
  for (FileRow& line : lines_of(record.row, repair.ends)) {
    if (!trimmed(line.text).empty()) lines.push_back(read_loosely(std::move(line), repair));
  }
  const bool all_fit = std::all_of(lines.begin(), lines.end(),
                                   [&](const Record& line) { return fits(line, repair.width); });
  // A row with fewer cells lacks its last ones, unless its quotes are wrong.
  const bool is_short = record.is_whole && record.cells.size() < repair.width && !is_doubtful;
  const bool may_stand = is_fitting ? !has_row_below(lines, repair.width) : is_short;
  if (all_fit || !may_stand) return lines;
  return only(std::move(record));
}

void refuse_too_long(const Record& record) {
  if (record.row.text.size() >= CsvRecords::most_bytes) throw RowError(too_long_row);
}

std::string misfit_of(const Record& record, const Repair& repair) {
  if (record.cells.size() <= repair.width) return {};
  return "it has " + std::to_string(record.cells.size()) + " cells, but the header has " +
         std::to_string(repair.width) +
         ": a cell that contains a delimiter or a quote is not quoted";
}

}  // namespace aliprotect
