#include "core/text/utf8.h"

#include <utf8proc.h>

namespace aliprotect {

bool is_utf8(std::string_view text) {
  const auto* at = reinterpret_cast<const utf8proc_uint8_t*>(text.data());
  const auto* const end = at + text.size();
  while (at < end) {
    if (*at < 0x80) {  // the fast path: most bytes are ASCII
      ++at;
      continue;
    }
    utf8proc_int32_t character = 0;
    const utf8proc_ssize_t length = utf8proc_iterate(at, end - at, &character);
    if (length <= 0) return false;
    at += length;
  }
  return true;
}

}  // namespace aliprotect
