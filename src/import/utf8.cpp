#include "import/utf8.h"

#include <utf8proc.h>

namespace aliprotect {

bool is_utf8(std::string_view text) {
  const auto* at = reinterpret_cast<const utf8proc_uint8_t*>(text.data());
  auto left = static_cast<utf8proc_ssize_t>(text.size());
  while (left > 0) {
    utf8proc_int32_t character = 0;
    const utf8proc_ssize_t length = utf8proc_iterate(at, left, &character);
    if (length <= 0) return false;
    at += length;
    left -= length;
  }
  return true;
}

}  // namespace aliprotect
