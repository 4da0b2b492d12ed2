#pragma once

#include <span>
#include <string>
#include <vector>

#include "core/embedded.h"

namespace aliprotect {

/// Returns what is wrong with files in the format of data/import, a sentence each: lines that
/// cannot be read, words with two meanings, and sections without a word. The build fails on any.
std::vector<std::string> vocabulary_problems(std::span<const EmbeddedFile> files);

}  // namespace aliprotect
