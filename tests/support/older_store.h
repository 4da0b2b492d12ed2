#pragma once

#include <string>

namespace aliprotect::testing {

/// Turns a store of the newest version into one of an older version. Removes what that version
/// cannot store.
void make_version(const std::string& path, int version);

}  // namespace aliprotect::testing
