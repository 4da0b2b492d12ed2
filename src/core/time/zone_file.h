#pragma once

#include <absl/time/time.h>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace aliprotect {

/// The folder of the time zone database, with a trailing slash.
inline constexpr std::string_view zone_folder = "/usr/share/zoneinfo/";

/// Whether `name` can be a zone of the database. Excludes other files in its folder and paths
/// outside.
bool is_zone_name(std::string_view name);

/// Returns the names of all zones of the database, sorted. Empty if the folder cannot be read.
std::vector<std::string> zone_names();

/// Loads a file of the time zone database (RFC 8536). Returns nullopt if it is missing or damaged.
std::optional<absl::TimeZone> load_zone_file(const std::string& path);

}  // namespace aliprotect
