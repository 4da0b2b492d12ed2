#include "import/lines.h"

#include <algorithm>
#include <string_view>

namespace aliprotect {

Lines::Lines(std::istream& in, std::size_t first) : in_(in), number_(first - 1) {
  fill();
  const std::string_view begun = beginning();
  if (begun.starts_with("\xEF\xBB\xBF")) begin_ = 3;
  const bool old = begun.find('\n') == std::string_view::npos;
  if (old && begun.find('\r') != std::string_view::npos) end_of_line_ = '\r';
}

bool Lines::next(std::string& line) {
  line.clear();
  is_cut_ = false;
  while (begin_ < size_ || fill()) {
    const auto* const first = block_.data() + begin_;
    const auto* const last = block_.data() + size_;
    const auto* const end = std::find(first, last, end_of_line_);
    const bool ended = end != last;
    const std::size_t length = static_cast<std::size_t>(end - first) + (ended ? 1 : 0);
    begin_ += length;
    const std::size_t kept = std::min(length, longest - line.size());
    line.append(first, kept);
    is_cut_ = is_cut_ || kept < length;
    if (ended) break;
  }
  if (line.empty()) return false;
  ++number_;
  return true;
}

bool Lines::fill() {
  in_.read(block_.data(), static_cast<std::streamsize>(block_.size()));
  size_ = static_cast<std::size_t>(in_.gcount());
  begin_ = 0;
  return size_ > 0;
}

}  // namespace aliprotect
