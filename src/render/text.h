#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace aliprotect {

/// Makes `text` safe to print on one line of a terminal: escapes control characters, marks that
/// change the text direction, and invalid UTF-8 (`\n`, `\u202e`, `\xff`).
std::string printable(std::string_view text);

/// Makes the sentence of a message `printable` and removes its middle if it is very long.
std::string message_text(std::string_view sentence);

/// Returns the columns of `text` on a terminal. Wide characters take two, combining marks none, and
/// joined emoji as many as one.
std::size_t display_width(std::string_view text);

/// Cuts `text` to `width` columns, with `ending` if anything was cut.
std::string clipped(std::string_view text, std::size_t width, std::string_view ending = "…");

/// Whether `word` is the unit of `number`, such as `USD` of `12.34` or `d` of `3`; lines do not
/// break between them.
bool is_unit(std::string_view number, std::string_view word);

/// Wraps `text` at `width` columns, between words. A longer word gets its own line.
std::vector<std::string> wrapped(std::string_view text, std::size_t width);

}  // namespace aliprotect
