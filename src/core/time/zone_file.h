#pragma once

#include <absl/time/time.h>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace aliprotect {

/// The folder of the time zone database, with a slash at its end.
inline constexpr std::string_view zone_folder = "/usr/share/zoneinfo/";

/// Whether `name` could be a zone of the database: what else lies in its folder could not, and
/// nothing outside of it.
bool is_zone_name(std::string_view name);

/// The names of all zones of the database, sorted. Empty where its folder cannot be read.
std::vector<std::string> zone_names();

/// The zone in a file of the time zone database (RFC 8536). Nothing where it is missing or damaged.
std::optional<absl::TimeZone> load_zone_file(const std::string& path);

}  // namespace aliprotect
