#include "render/format.h"

namespace aliprotect {

std::string_view to_string(Format format) {
  switch (format) {
    case Format::table:
      return "table";
    case Format::json:
      return "json";
    case Format::jsonl:
      return "jsonl";
    case Format::csv:
      return "csv";
    case Format::ids:
      return "ids";
  }
  return {};
}

std::optional<Format> format_from_string(std::string_view word) {
  for (const Format format :
       {Format::table, Format::json, Format::jsonl, Format::csv, Format::ids}) {
    if (to_string(format) == word) return format;
  }
  return std::nullopt;
}

}  // namespace aliprotect
