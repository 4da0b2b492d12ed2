#include "core/text/utf8.h"

#include "support/catch.h"

namespace aliprotect {

TEST_CASE("only valid UTF-8 is accepted") {
  CHECK(is_utf8("雨伞 e\xCC\x81"));
  CHECK_FALSE(is_utf8("a\xFF"));
  CHECK_FALSE(is_utf8("\xC0\xAF"));
  CHECK_FALSE(is_utf8("\xED\xA0\x80"));
}

}  // namespace aliprotect
