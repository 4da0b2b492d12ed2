#include "import/page_text.h"

#include <utf8proc.h>

#include <algorithm>
#include <cstdlib>
#include <memory>

#include "core/scanner.h"

namespace aliprotect {
namespace {

bool is_ascii(std::string_view text) {
  return std::all_of(text.begin(), text.end(),
                     [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

/// Unicode's own folding for look-ups: NFKC_Casefold.
std::string in_one_case(std::string_view text) {
  constexpr auto options = static_cast<utf8proc_option_t>(
      UTF8PROC_STABLE | UTF8PROC_COMPOSE | UTF8PROC_COMPAT | UTF8PROC_CASEFOLD | UTF8PROC_IGNORE);
  utf8proc_uint8_t* bytes = nullptr;
  const auto size = utf8proc_map(reinterpret_cast<const utf8proc_uint8_t*>(text.data()),
                                 static_cast<utf8proc_ssize_t>(text.size()), &bytes, options);
  if (size < 0) return std::string(text);
  const std::unique_ptr<utf8proc_uint8_t, decltype(&std::free)> owner(bytes, &std::free);
  return {reinterpret_cast<const char*>(bytes), static_cast<std::size_t>(size)};
}

std::string with_single_blanks(std::string_view text) {
  constexpr std::string_view blanks = " \t\r\n";
  std::string single;
  single.reserve(text.size());
  for (const char c : trimmed(text)) {
    const bool blank = blanks.find(c) != std::string_view::npos;
    if (blank && single.back() == ' ') continue;
    single += blank ? ' ' : to_lower(c);
  }
  return single;
}

}  // namespace

std::string folded(std::string_view text) {
  return with_single_blanks(is_ascii(text) ? std::string(text) : in_one_case(text));
}

}  // namespace aliprotect
