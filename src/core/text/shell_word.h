#pragma once

#include <string>
#include <string_view>

namespace aliprotect {

/// `'it'\''s'`: a word that a POSIX shell takes as it stands.
std::string in_single_quotes(std::string_view text);

/// The same, without quotes where a shell needs none.
std::string shell_word(std::string_view text);

}  // namespace aliprotect
