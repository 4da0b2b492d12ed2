#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace aliprotect::cli {

/// A line `key = value` of a config file. `section` has one name per part: `[dispute.open]`.
struct ConfigEntry {
  std::vector<std::string> section;
  std::string key;
  std::vector<std::string> values;
  std::size_t line = 0;
};

/// Reads the subset of TOML that settings need: sections, keys, comments, quoted strings, bare
/// words (`true`, `5`, `7d`) and arrays of these. Throws UserError (usage) with the line and the
/// reason. CLI11's own reader is not used, because what it accepts differs between versions.
std::vector<ConfigEntry> parse_config(std::string_view text);

}  // namespace aliprotect::cli
