#pragma once

#include <string>
#include <string_view>

namespace aliprotect {

/// Whether the text is a whole file of the time zone database (RFC 8536), every index in its range.
/// To be asked first: what date does with another one is to end the process.
bool is_zone_file(std::string_view text);

/// The text of a file that may be one; empty where it cannot be read, or is too long for that.
std::string zone_file_text(const std::string& path);

}  // namespace aliprotect
