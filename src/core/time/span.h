#pragma once

#include <optional>
#include <string>

#include "aliprotect/time.h"
#include "core/text/scanner.h"

namespace aliprotect {

/// A length of time, or why a text is none; the reason is empty where the text is written
/// otherwise.
struct Span {
  std::optional<Seconds> length;
  std::string trouble;
};

/// Takes numbers with units, the large units first: `1d 12h`, `2 weeks`, `12d 3h 4m`.
Span take_span(Scanner& text);

}  // namespace aliprotect
