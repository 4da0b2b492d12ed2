#include "import/table/lines.h"

#include <algorithm>

#include "core/text/utf8.h"

namespace aliprotect {
namespace {

constexpr std::string_view feed_or_return = "\r\n";

LineEnds ends_of(std::string_view text) {
  const auto first = text.find_first_of(feed_or_return);
  if (first == std::string_view::npos || text[first] == '\n') return LineEnds::feeds;
  const bool is_alone = first + 1 < text.size() && text[first + 1] != '\n';
  return is_alone ? LineEnds::returns : LineEnds::feeds;
}

bool ends_line(char c, LineEnds ends) {
  return c == '\n' || (c == '\r' && ends == LineEnds::returns);
}

}  // namespace

std::size_t size_of_first_line(std::string_view text, LineEnds ends) {
  const auto end = ends == LineEnds::feeds ? text.find('\n') : text.find_first_of(feed_or_return);
  if (end == std::string_view::npos) return text.size();
  return end + (text.substr(end).starts_with("\r\n") ? 2 : 1);
}

Lines::Lines(std::istream& in, std::size_t first) : in_(in), number_(first - 1) {
  fill();
  ends_ = ends_of(beginning());
  if (beginning().starts_with(byte_order_mark)) begin_ = byte_order_mark.size();
}

bool Lines::next(std::string& line) {
  line.clear();
  is_cut_ = false;
  bool ended = false;
  while (!ended && (begin_ < size_ || fill())) {
    const std::string_view ahead = beginning().substr(begin_);
    const std::size_t size = size_of_first_line(ahead, ends_);
    ended = ends_line(ahead[size - 1], ends_);
    const bool may_go_on = ended && size == ahead.size() && ahead.back() == '\r';
    take(size, line);
    // CR LF can span two blocks.
    if (may_go_on && fill() && block_.front() == '\n') take(1, line);
  }
  const bool is_broken_off = !ended && in_.bad();
  if (line.empty() || is_broken_off) return false;
  ++number_;
  return true;
}

/// Cuts a line that is too long.
void Lines::take(std::size_t size, std::string& line) {
  const std::size_t kept = std::min(size, longest - line.size());
  line.append(block_.data() + begin_, kept);
  begin_ += size;
  is_cut_ = is_cut_ || kept < size;
}

bool Lines::fill() {
  in_.read(block_.data(), static_cast<std::streamsize>(block_.size()));
  size_ = static_cast<std::size_t>(in_.gcount());
  begin_ = 0;
  return size_ > 0;
}

}  // namespace aliprotect
