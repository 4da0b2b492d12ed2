#include "render/cluster.h"

#include <utf8proc.h>

#include <algorithm>

namespace aliprotect {
namespace {

constexpr utf8proc_int32_t no_utf8 = -1;
constexpr utf8proc_int32_t as_emoji = 0xFE0F;
constexpr utf8proc_int32_t keycap = 0x20E3;
constexpr utf8proc_int32_t first_with_emoji = 0xA9;  // except digits, which need a keycap

struct CodePoint {
  utf8proc_int32_t value = no_utf8;
  std::size_t size = 1;  ///< in bytes
};

CodePoint first_of(std::string_view text) {
  CodePoint first;
  const auto read = utf8proc_iterate(reinterpret_cast<const utf8proc_uint8_t*>(text.data()),
                                     static_cast<utf8proc_ssize_t>(text.size()), &first.value);
  if (read <= 0) return {};
  first.size = static_cast<std::size_t>(read);
  return first;
}

/// The vowels and final consonants of decomposed Hangul syllables; they add no columns.
bool is_inner_hangul(utf8proc_int32_t value) { return value >= 0x1160 && value <= 0x11FF; }

std::size_t width_of(utf8proc_int32_t value) {
  if (value == no_utf8) return 1;
  if (is_inner_hangul(value)) return 0;
  return static_cast<std::size_t>(std::max(0, utf8proc_charwidth(value)));
}

bool is_half_a_flag(utf8proc_int32_t value) { return value >= 0x1F1E6 && value <= 0x1F1FF; }

/// Computes the width of a cluster, one code point at a time. Joined or coloured emoji are as wide
/// as one emoji (UAX 11, UTS 51).
class ClusterWidth {
 public:
  explicit ClusterWidth(utf8proc_int32_t first) : first_(first), sum_(width_of(first)) {}

  void add(utf8proc_int32_t next) {
    const std::size_t width = width_of(next);
    sum_ += width;
    const bool emoji = next == as_emoji && first_ >= first_with_emoji;
    if (emoji || next == keycap || width == 2 || is_half_a_flag(next)) wide_ = true;
  }
  std::size_t columns() const { return wide_ ? 2 : sum_; }

 private:
  utf8proc_int32_t first_;
  std::size_t sum_;
  bool wide_ = false;
};

}  // namespace

void each_cluster(std::string_view text, const std::function<bool(const Cluster&)>& visit) {
  while (!text.empty()) {
    CodePoint last = first_of(text);
    std::size_t size = last.size;
    ClusterWidth width(last.value);
    utf8proc_int32_t state = 0;
    while (size < text.size() && last.value != no_utf8) {
      const CodePoint next = first_of(text.substr(size));
      if (next.value == no_utf8) break;
      if (utf8proc_grapheme_break_stateful(last.value, next.value, &state)) break;
      width.add(next.value);
      size += next.size;
      last = next;
    }
    if (!visit({text.substr(0, size), width.columns()})) return;
    text.remove_prefix(size);
  }
}

}  // namespace aliprotect
