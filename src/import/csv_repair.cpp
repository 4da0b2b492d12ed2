#include "import/csv_repair.h"

#include <algorithm>
#include <utility>

#include "core/scanner.h"

namespace aliprotect {
namespace {

bool fits(const Record& record, std::size_t width) {
  return record.is_whole && record.cells.size() == width;
}

/// Empty cells behind the last column say nothing.
void drop_empty_end(std::vector<std::string>& cells, std::size_t width) {
  while (cells.size() > width && trimmed(cells.back()).empty()) cells.pop_back();
}

/// Puts the cells that are too many together again, where the text with the delimiters stood.
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

std::vector<FileRow> lines_of(const FileRow& row) {
  std::vector<FileRow> lines;
  for (std::size_t begin = 0; begin < row.text.size();) {
    const auto end = std::min(row.text.find('\n', begin), row.text.size() - 1) + 1;
    lines.push_back({row.line + lines.size(), row.text.substr(begin, end - begin)});
    begin = end;
  }
  return lines;
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
  std::vector<Record> records;
  if (record.is_whole && !repair.loose_column) drop_empty_end(record.cells, repair.width);
  if (!fits(record, repair.width)) {
    for (FileRow& line : lines_of(record.row)) {
      if (trimmed(line.text).empty()) continue;
      records.push_back(read_loosely(std::move(line), repair));
    }
    const bool all_fit = std::all_of(records.begin(), records.end(),
                                     [&](const Record& each) { return fits(each, repair.width); });
    // Fewer cells are a row whose last ones were left out, unless its quotes are at fault.
    const bool is_short = record.is_whole && record.cells.size() < repair.width;
    if (all_fit || !is_short) return records;
    records.clear();
  }
  records.push_back(std::move(record));
  return records;
}

void refuse_misfit(const Record& record, const Repair& repair) {
  if (record.row.text.size() > CsvRecords::most_bytes) throw RowError("it is longer than 8 MiB");
  if (record.cells.size() <= repair.width) return;
  throw RowError("it has " + std::to_string(record.cells.size()) + " cells, and the header " +
                 std::to_string(repair.width) +
                 ": a delimiter or a quote within a cell is not quoted");
}

}  // namespace aliprotect
