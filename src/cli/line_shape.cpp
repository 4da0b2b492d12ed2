#include "cli/line_shape.h"

#include "cli/settings.h"
#include "render/ascii.h"
#include "render/fold.h"

namespace aliprotect::cli {
namespace {

bool shows_ascii(const Environment& environment) {
  return environment.out_is_terminal && uses_other_charset(environment);
}

}  // namespace

Output::Shape shape_of_words(const Environment& environment) {
  const auto width = terminal_width(environment);
  if (!width) return nullptr;
  if (!shows_ascii(environment)) {
    return [width](std::string_view line) { return folded(line, *width); };
  }
  return [width](std::string_view line) { return folded(in_ascii(line), *width); };
}

Output::Shape shape_of_results(const Environment& environment, Format format, bool keeps_lines) {
  const bool words = format == Format::table && !keeps_lines;
  if (words) return shape_of_words(environment);
  if (!shows_ascii(environment)) return nullptr;
  if (format == Format::json || format == Format::jsonl) return json_in_ascii;
  return [](std::string_view line) { return in_ascii(line); };
}

}  // namespace aliprotect::cli
