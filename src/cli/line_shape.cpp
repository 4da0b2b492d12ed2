#include "cli/line_shape.h"

#include "cli/settings.h"
#include "render/ascii.h"
#include "render/fold.h"

namespace aliprotect::cli {
namespace {

bool shows_ascii(const Environment& environment) {
  return environment.out_is_terminal && uses_other_charset(environment);
}

Output::Shape words_shape(std::optional<std::size_t> width, bool ascii) {
  if (width && ascii)
    return [width](std::string_view line) { return folded(in_ascii(line), *width); };
  if (width) return [width](std::string_view line) { return folded(line, *width); };
  if (ascii) return [](std::string_view line) { return in_ascii(line); };
  return nullptr;
}

}  // namespace

Output::Shape shape_of_words(const Environment& environment) {
  return words_shape(terminal_width(environment), shows_ascii(environment));
}

Output::Shape shape_of_results(const Environment& environment, Format format, bool keeps_lines) {
  const bool words = format == Format::table && !keeps_lines;
  if (words) return shape_of_words(environment);
  if (!shows_ascii(environment)) return nullptr;
  if (format == Format::json || format == Format::jsonl) return json_in_ascii;
  return [](std::string_view line) { return in_ascii(line); };
}

Output::Shape shape_of_errors(const Environment& environment) {
  if (!environment.errors_are_on_terminal) return nullptr;
  return words_shape(terminal_width(environment), uses_other_charset(environment));
}

}  // namespace aliprotect::cli
