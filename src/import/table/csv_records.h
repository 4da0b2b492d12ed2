#pragma once

#include <memory>
#include <string>
#include <vector>

#include "import/merge/row.h"
#include "import/table/lines.h"

namespace aliprotect {

/// How the cells of a table are told apart.
struct Dialect {
  char delimiter = ',';
  bool quoted = true;  ///< whether quotes hold cells together; else they are letters like others

  bool operator==(const Dialect&) const = default;
};

struct Record {
  FileRow row;
  std::vector<std::string> cells;
  bool is_whole = true;  ///< false where a quote never ends, or the row is longer than any order's
};

/// The records of a CSV file, one after the other; blank ones are passed over.
class CsvRecords {
 public:
  /// A record may span so many lines and bytes; an unclosed quote does not take the rest of the
  /// file.
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

/// The cells of one line of text, read strictly by the rules of CSV.
std::vector<std::string> split_cells(const std::string& line, Dialect dialect);
/// The same where quotes within quotes were not doubled: one ends a cell only before a delimiter.
std::vector<std::string> split_loosely(const std::string& line, Dialect dialect);

}  // namespace aliprotect
