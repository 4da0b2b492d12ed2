#pragma once

#include <optional>
#include <string>

#include "aliprotect/time.h"
#include "core/text/scanner.h"

namespace aliprotect {

/// A time of day as a page prints it; `trouble` says why it is invalid, or is empty.
struct PrintedTime {
  Seconds since_midnight{0};
  std::optional<Seconds> offset;  ///< to subtract for UTC, if a zone is printed
  std::string trouble;
};

/// Consumes `07:44:46`, `7:44 am`, `7:04:05 p. m.`, `07 h 44`, `07:44 uhr` and a zone after it:
/// `z`,
/// `+02:00`, `gmt-7`, `pdt`, `gmt+0100 (central european standard time)`, with or without brackets.
/// Drops fractions of a second. Takes folded text; consumes nothing in another form.
std::optional<PrintedTime> take_printed_time(Scanner& text);

}  // namespace aliprotect
