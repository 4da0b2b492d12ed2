#pragma once

#include "cli/environment.h"
#include "commands/support/command.h"
#include "render/format.h"

namespace aliprotect::cli {

/// Returns how to convert lines for a terminal: text is wrapped to its width, and converted to
/// ASCII if the locale is not UTF-8; JSON is escaped instead. Returns null if output is not a
/// terminal.
Output::Shape shape_of_words(const Environment& environment);
Output::Shape shape_of_results(const Environment& environment, Format format, bool keeps_lines);
/// The same for standard error; its width is known if both outputs are on the terminal.
Output::Shape shape_of_errors(const Environment& environment);

}  // namespace aliprotect::cli
