#pragma once

#include <string>
#include <vector>

#include "aliprotect/error.h"

namespace aliprotect {

/// `table, json or jsonl`
std::string one_of(const std::vector<std::string>& words);

/// The word among `known` that was most likely meant; empty where none is near.
std::string nearest(const std::string& word, const std::vector<std::string>& known);

/// What to throw for a word that is none of the `known`, which are called `kind` (`keys`): names
/// the nearest, or all. `from` says where it was typed (`--sort`).
UserError no_such_word(const std::string& from, const std::string& word, const std::string& kind,
                       const std::vector<std::string>& known);

}  // namespace aliprotect
