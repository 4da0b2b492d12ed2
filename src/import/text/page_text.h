#pragma once

#include <string>
#include <string_view>

namespace aliprotect {

// The texts of pages in one form each, so that they can be compared. A text that is no UTF-8 stays
// as it is.

/// With plain digits, signs and blanks for their full-width, no-break and narrow fellows; one blank
/// between words and none around.
std::string in_plain_signs(std::string_view text);

/// The same, and without case, in any script.
std::string folded(std::string_view text);

/// The words alone: folded, without accents and strokes, and a blank for all that is neither letter
/// nor digit.
std::string bare_words(std::string_view text);

/// The same without the articles and prepositions among them: `Data dell'ordine` and `Data ordine`
/// are alike. Those at the ends stay, where they carry a meaning: `Ochrona do`.
std::string terse_words(std::string_view text);

}  // namespace aliprotect
