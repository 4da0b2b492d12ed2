#pragma once

#include <optional>
#include <string>

#include "aliprotect/time.h"
#include "core/text/scanner.h"

namespace aliprotect {

/// A time of day as a page prints it; the trouble says why no clock shows it.
struct PrintedTime {
  Seconds since_midnight{0};
  std::optional<Seconds> offset;  ///< to be taken off for UTC, where a zone is printed
  std::string trouble;
};

/// Takes `07:44:46`, `7:44 am`, `7:04:05 p. m.`, `07 h 44`, `07:44 uhr` and, behind it, a zone:
/// `z`,
/// `+02:00`, `gmt-7`, `pdt`, in brackets or not, `gmt+0100 (central european standard time)`. Parts
/// of a second are dropped. From folded text; takes nothing where the text is written otherwise.
std::optional<PrintedTime> take_printed_time(Scanner& text);

}  // namespace aliprotect
