#pragma once

#include <string>
#include <string_view>

namespace aliprotect {

// Normal forms of texts, for comparing them. Text that is not UTF-8 is returned as it is.

/// With ASCII letters in lower case; other characters are kept.
std::string in_small_letters(std::string text);

/// With plain digits, punctuation and blanks instead of full-width, no-break and narrow ones, one
/// blank between words and none around.
std::string in_plain_signs(std::string_view text);

/// The same without case, in any script.
std::string folded(std::string_view text);

/// Only the words: folded, without accents, and a blank instead of punctuation.
std::string bare_words(std::string_view text);

/// The same without articles and prepositions between words, so that `Data dell'ordine` equals
/// `Data ordine`. At the ends they have a meaning and are kept: `Ochrona do`.
std::string terse_words(std::string_view text);

}  // namespace aliprotect
