#pragma once

#include <string>
#include <string_view>

namespace aliprotect {

/// Quotes `text` as one word for a POSIX shell: `'it'\''s'`.
std::string in_single_quotes(std::string_view text);

/// Quotes `text` only if a shell needs it.
std::string shell_word(std::string_view text);

}  // namespace aliprotect
