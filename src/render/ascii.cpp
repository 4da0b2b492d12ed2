#include "render/ascii.h"

#include <utf8proc.h>

#include <algorithm>
#include <cstdlib>
#include <memory>

#include "core/text/hex.h"
#include "render/cluster.h"

namespace aliprotect {
namespace {

struct Like {
  std::string_view sign;
  char ascii;
};

constexpr Like likes[] = {
    {"·", '-'}, {"…", '~'}, {"—", '-'}, {"–", '-'}, {"‑", '-'}, {"−", '-'},      {"→", '>'},
    {"←", '<'}, {"▶", '>'}, {"●", '*'}, {"○", 'o'}, {"×", 'x'}, {"‘", '\''},     {"’", '\''},
    {"“", '"'}, {"”", '"'}, {"„", '"'}, {"«", '<'}, {"»", '>'}, {"\u00a0", ' '},
};

bool is_ascii(std::string_view text) {
  return std::all_of(text.begin(), text.end(),
                     [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

/// `é` becomes `e`; empty for invalid UTF-8.
std::string without_marks(std::string_view text) {
  utf8proc_uint8_t* found = nullptr;
  const auto size =
      utf8proc_map(reinterpret_cast<const utf8proc_uint8_t*>(text.data()),
                   static_cast<utf8proc_ssize_t>(text.size()), &found,
                   static_cast<utf8proc_option_t>(UTF8PROC_DECOMPOSE | UTF8PROC_STRIPMARK));
  const std::unique_ptr<utf8proc_uint8_t, decltype(&std::free)> owned(found, &std::free);
  if (size <= 0) return {};
  return {reinterpret_cast<const char*>(found), static_cast<std::size_t>(size)};
}

std::string in_ascii(const Cluster& cluster) {
  const auto like = std::find_if(std::begin(likes), std::end(likes),
                                 [&](const Like& each) { return each.sign == cluster.bytes; });
  if (like != std::end(likes)) return std::string(1, like->ascii);
  const std::string letters = without_marks(cluster.bytes);
  if (is_ascii(letters) && letters.size() == cluster.width) return letters;
  return std::string(cluster.width, '?');
}

}  // namespace

std::string in_ascii(std::string_view text) {
  if (is_ascii(text)) return std::string(text);
  std::string ascii;
  each_cluster(text, [&](const Cluster& cluster) {
    ascii += is_ascii(cluster.bytes) ? std::string(cluster.bytes) : in_ascii(cluster);
    return true;
  });
  return ascii;
}

std::string json_in_ascii(std::string_view json) {
  std::string ascii;
  while (!json.empty()) {
    utf8proc_int32_t value = -1;
    const auto read = utf8proc_iterate(reinterpret_cast<const utf8proc_uint8_t*>(json.data()),
                                       static_cast<utf8proc_ssize_t>(json.size()), &value);
    if (read <= 1) {
      ascii += json[0];
      json.remove_prefix(1);
      continue;
    }
    const auto code_point = static_cast<unsigned>(value);
    if (code_point < 0x10000) {
      append_unicode_escape(ascii, code_point);
    } else {
      append_unicode_escape(ascii, 0xD800 + ((code_point - 0x10000) >> 10));
      append_unicode_escape(ascii, 0xDC00 + ((code_point - 0x10000) & 0x3FF));
    }
    json.remove_prefix(static_cast<std::size_t>(read));
  }
  return ascii;
}

}  // namespace aliprotect
