#pragma once

#include <deque>
#include <istream>
#include <string>

#include "import/merge/row.h"
#include "import/table/lines.h"

namespace aliprotect {

/// The JSON values of a file, one after the other: each on its own line, or pretty-printed over
/// several. Text that is not JSON is also returned, up to the point where the next value seems to
/// begin.
class JsonValues {
 public:
  /// The longest value that can be an order; only the beginning of a longer one is returned.
  static constexpr std::size_t most_bytes = Lines::longest;

  /// `line` is the number of the first line.
  JsonValues(std::istream& in, std::size_t line) : lines_(in, line), line_(line) {}

  /// Reads the next value, skipping blank lines; false after the last.
  bool next(FileRow& row);
  /// Whether the last value was too long.
  bool is_cut() const { return is_cut_; }

 private:
  class LinesTaken;

  bool next_line(std::string& line);
  void put_back(std::deque<std::string> lines);
  bool take_whole(FileRow& row);
  void take_broken(FileRow& row);
  void append(const std::string& line, FileRow& row);

  Lines lines_;
  std::deque<std::string> ahead_;  ///< lines that were read ahead
  std::size_t line_;
  bool is_cut_ = false;
};

}  // namespace aliprotect
