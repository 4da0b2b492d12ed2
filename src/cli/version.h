#pragma once

#include <string>

namespace aliprotect::cli {

/// What `--version` prints: the version, the commit it was built from, and the libraries: the first
/// line is for scripts, the others are for reports of bugs.
std::string version_text();

/// The version alone, such as `1.2.0`.
const char* version_number();

/// Empty where it was not built from a repository. Written at build time (tools/commit.cmake).
const char* commit();

}  // namespace aliprotect::cli
