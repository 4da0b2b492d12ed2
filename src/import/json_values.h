#pragma once

#include <deque>
#include <istream>
#include <string>

#include "import/row.h"

namespace aliprotect {

/// The JSON values of a file, one behind the other: each on a line of its own, or over several
/// lines, as programs print them for people. What is no JSON comes all the same, and ends where the
/// next value seems to begin.
class JsonValues {
 public:
  /// `line` is the number of the line that comes first.
  JsonValues(std::istream& in, std::size_t line) : in_(in), line_(line) {}

  /// Reads the next value, blank lines passed over; false after the last.
  bool next(FileRow& row);

 private:
  class LinesTaken;

  bool next_line(std::string& line);
  void put_back(std::deque<std::string> lines);
  bool take_whole(FileRow& row);
  void take_broken(FileRow& row);

  std::istream& in_;
  std::deque<std::string> ahead_;  ///< lines that were read too far
  std::size_t line_;
};

}  // namespace aliprotect
