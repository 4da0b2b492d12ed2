#pragma once

#include <array>
#include <cstddef>
#include <istream>
#include <string>
#include <string_view>

#include "core/written_order.h"

namespace aliprotect {

/// What ends the lines of a file: LF or CR LF, and CR alone only where the first line ends so.
enum class LineEnds { feeds, returns };

/// How much of a text its first line is, with its end.
std::size_t size_of_first_line(std::string_view text, LineEnds ends);

/// The lines of a file, each with its end.
/// The mark of UTF-8 at the file's beginning belongs to no line.
class Lines {
 public:
  /// A longer line is none of a table of orders: it is cut, and `is_cut` says so.
  static constexpr std::size_t longest = longest_written_order;

  /// `first` is the number of the line that comes first.
  explicit Lines(std::istream& in, std::size_t first = 1);

  /// Reads the next line; false after the last, and where it cannot be read to its end.
  bool next(std::string& line);
  /// The number of the line read last, from 1.
  std::size_t number() const { return number_; }
  LineEnds ends() const { return ends_; }
  /// Whether the line read last was too long; what was too much of it is gone.
  bool is_cut() const { return is_cut_; }
  /// The beginning of the file, as far as it was read ahead; nothing of it is taken.
  std::string_view beginning() const { return {block_.data(), size_}; }

 private:
  bool fill();
  void take(std::size_t size, std::string& line);

  std::istream& in_;
  std::array<char, 65'536> block_;
  std::size_t size_ = 0;
  std::size_t begin_ = 0;
  LineEnds ends_;
  std::size_t number_;
  bool is_cut_ = false;
};

}  // namespace aliprotect
