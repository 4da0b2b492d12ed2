#pragma once

#include <memory>
#include <string>
#include <vector>

#include "import/merge/row.h"
#include "import/table/lines.h"

namespace aliprotect {

/// How the cells of a table are separated.
struct Dialect {
  char delimiter = ',';
  bool quoted = true;  ///< otherwise quotes are ordinary characters

  bool operator==(const Dialect&) const = default;
};

struct Record {
  FileRow row;
  std::vector<std::string> cells;
  bool is_whole = true;  ///< false if a quote never ends or the row is too long
};

/// The records of a CSV file; blank ones are skipped.
class CsvRecords {
 public:
  /// The maximum size of a record, so that an unclosed quote does not swallow the rest of the file.
  static constexpr std::size_t most_bytes = longest_written_order;
  static constexpr std::size_t most_lines = most_lines_of_order;

  CsvRecords(Lines& lines, Dialect dialect);
  ~CsvRecords();

  bool next(Record& record);

 private:
  struct Parser;

  Lines& lines_;
  std::unique_ptr<Parser> parser_;
};

/// Splits one line strictly by the rules of CSV.
std::vector<std::string> split_cells(const std::string& line, Dialect dialect);
/// Splits a line whose quotes within quotes are not doubled: a quote ends a cell only before a
/// delimiter.
std::vector<std::string> split_loosely(const std::string& line, Dialect dialect);

}  // namespace aliprotect
