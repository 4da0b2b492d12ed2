#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

namespace aliprotect {

/// A file format that only the reader process parses (docs/architecture.md).
enum class ForeignForm {
  mail,
  mbox,
  mhtml,     ///< a saved page in one file
  html,      ///< a saved page
  text,      ///< copied from a page
  jsonp,     ///< a response wrapped in a function call: `mtopjsonp2({…})`
  answer,    ///< JSON about one order or its parcels
  har,       ///< what a browser's network tab saves
  workbook,  ///< .xlsx or .ods
};

/// How many bytes at the beginning of a file are enough to detect its format.
inline constexpr std::size_t bytes_that_tell_form = std::size_t{64} * 1024;

/// Returns the format of a file that begins like this; nullopt for CSV, other JSON and unknown
/// formats.
std::optional<ForeignForm> foreign_form(std::string_view beginning);

}  // namespace aliprotect
