#pragma once

#include <span>
#include <string>
#include <vector>

#include "core/embedded.h"

namespace aliprotect {

/// Returns the errors in files in the format of data/import, one sentence each: invalid lines,
/// words with two meanings, and empty sections. The build fails on any error.
std::vector<std::string> vocabulary_problems(std::span<const EmbeddedFile> files);

}  // namespace aliprotect
