#pragma once

#include <optional>
#include <string>

#include "aliprotect/time.h"
#include "core/text/scanner.h"

namespace aliprotect {

/// A duration, or the reason why a text is invalid, which may be empty.
struct Span {
  std::optional<Seconds> length;
  std::string problem;
};

/// Consumes numbers with units, largest unit first: `1d 12h`, `2 weeks`, `12d 3h 4m`.
Span take_span(Scanner& text);

}  // namespace aliprotect
