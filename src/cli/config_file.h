#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace aliprotect::cli {

/// A line `key = value` of a config file. Several names of a section make up the name of a command:
/// `[dispute.open]`.
struct ConfigEntry {
  std::vector<std::string> section;
  std::string key;
  std::vector<std::string> values;
};

/// Reads the part of TOML that settings need: sections, keys, comments, and as values strings in
/// quotes, bare words (`true`, `5`, `7d`) and arrays of these. Throws UserError (usage) with the
/// line and the reason. CLI11's reader does not serve: what it accepts differs between its
/// versions.
std::vector<ConfigEntry> parse_config(std::string_view text);

}  // namespace aliprotect::cli
