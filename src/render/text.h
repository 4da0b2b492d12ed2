#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace aliprotect {

/// `text` with control characters, those that turn the direction of writing, and bytes that are no
/// UTF-8 shown as escapes (`\n`, `\u202e`, `\xff`): safe on a terminal, on one line.
std::string printable(std::string_view text);

/// The sentence of a message: `printable`, and without its middle if it is far longer than a
/// message should be, as one about a path can be.
std::string message_text(std::string_view sentence);

/// Columns that `text` takes on a terminal; wide characters take two, combining marks none, and
/// emoji that are joined take those of one.
std::size_t display_width(std::string_view text);

/// `text`, cut to `width` columns with `…` at its end where it is wider.
std::string clipped(std::string_view text, std::size_t width, std::string_view ending = "…");

/// Whether `word` belongs to the number before it, as `USD` to `12.34` and `d` to `3`: no line ends
/// between them.
bool is_unit(std::string_view number, std::string_view word);

/// `text` in lines of at most `width` columns, broken between words; a longer word has a line of
/// its own.
std::vector<std::string> wrapped(std::string_view text, std::size_t width);

}  // namespace aliprotect
