#pragma once

#include "cli/environment.h"
#include "commands/support/command.h"
#include "render/format.h"

namespace aliprotect::cli {

/// What a terminal is shown in place of a line of the results: words for people are folded to its
/// width, and where its locale has other characters than UTF-8, ASCII stands for the others; JSON
/// stays the same JSON. None elsewhere: what is piped is whole, and UTF-8.
Output::Shape shape_of_words(const Environment& environment);
Output::Shape shape_of_results(const Environment& environment, Format format, bool keeps_lines);

}  // namespace aliprotect::cli
