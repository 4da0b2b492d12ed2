#pragma once

#include <deque>
#include <istream>
#include <string>

#include "import/merge/row.h"
#include "import/table/lines.h"

namespace aliprotect {

/// The JSON values of a file, one behind the other: each on a line of its own, or over several
/// lines, as programs print them for people. What is no JSON comes all the same, and ends where the
/// next value seems to begin.
class JsonValues {
 public:
  /// A longer value is none of an order: of what is longer only the beginning comes.
  static constexpr std::size_t most_bytes = Lines::longest;

  /// `line` is the number of the line that comes first.
  JsonValues(std::istream& in, std::size_t line) : lines_(in, line), line_(line) {}

  /// Reads the next value, blank lines passed over; false after the last.
  bool next(FileRow& row);
  /// Whether the value read last was too long.
  bool is_cut() const { return is_cut_; }

 private:
  class LinesTaken;

  bool next_line(std::string& line);
  void put_back(std::deque<std::string> lines);
  bool take_whole(FileRow& row);
  void take_broken(FileRow& row);
  void append(const std::string& line, FileRow& row);

  Lines lines_;
  std::deque<std::string> ahead_;  ///< lines that were read too far
  std::size_t line_;
  bool is_cut_ = false;
};

}  // namespace aliprotect
