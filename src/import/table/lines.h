#pragma once

#include <array>
#include <cstddef>
#include <istream>
#include <string>
#include <string_view>

#include "core/written_order.h"

namespace aliprotect {

/// The line ends of a file: LF or CR LF, or CR if the first line ends with CR alone.
enum class LineEnds { feeds, returns };

/// The size of the first line of a text, with its line end.
std::size_t size_of_first_line(std::string_view text, LineEnds ends);

/// The lines of a file, each with its line end, without a UTF-8 byte order mark.
class Lines {
 public:
  /// The longest line that can be a row of orders. A longer one is cut, and `is_cut` returns true.
  static constexpr std::size_t longest = longest_written_order;

  /// `first` is the number of the first line.
  explicit Lines(std::istream& in, std::size_t first = 1);

  /// Reads the next line; false after the last and on a read error.
  bool next(std::string& line);
  /// The number of the last line, from 1.
  std::size_t number() const { return number_; }
  LineEnds ends() const { return ends_; }
  /// Whether the last line was cut because it was too long.
  bool is_cut() const { return is_cut_; }
  /// Returns the part of the file that was read ahead, without consuming it.
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
