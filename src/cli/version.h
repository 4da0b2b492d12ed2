#pragma once

#include <string>

namespace aliprotect::cli {

/// What `--version` prints: the version, the commit it was built from, and the libraries: the first
/// line is for scripts, the others are for reports of bugs.
std::string version_text();

/// Empty where it was not built from a repository. Written at build time (tools/commit.cmake).
const char* commit();

}  // namespace aliprotect::cli
