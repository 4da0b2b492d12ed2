#pragma once

#include <string>
#include <string_view>

namespace aliprotect {

// Normal forms of texts, for comparing them. Text that is not UTF-8 is returned unchanged.

/// With ASCII letters in lower case; other characters are kept.
std::string in_small_letters(std::string text);

/// With plain digits, punctuation and blanks instead of full-width, no-break and narrow ones, with
/// single blanks between words and none at the ends.
std::string in_plain_signs(std::string_view text);

/// The same, with case folded in every script.
std::string folded(std::string_view text);

/// Only the words: folded, without accents, and with blanks instead of punctuation.
std::string bare_words(std::string_view text);

/// The same without articles and prepositions between words, so that `Data dell'ordine` equals
/// `Data ordine`. At the ends they carry meaning and are kept: `Ochrona do`.
std::string terse_words(std::string_view text);

}  // namespace aliprotect
