#pragma once

#include <string>
#include <vector>

#include "aliprotect/error.h"

namespace aliprotect {

/// Joins words: `table, json or jsonl`.
std::string join_with_or(const std::vector<std::string>& words);

/// Returns the most similar word of `known`; empty if none is similar.
std::string closest_match(const std::string& word, const std::vector<std::string>& known);

/// Returns the error for a `word` of `option` (`--sort`) that is not in `known`: suggests the
/// closest word, or lists all. `kind` says what the words are, such as "column".
UserError unknown_word(const std::string& option, const std::string& word, const std::string& kind,
                       const std::vector<std::string>& known);

}  // namespace aliprotect
