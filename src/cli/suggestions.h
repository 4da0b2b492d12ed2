#pragma once

#include <string>
#include <vector>

namespace aliprotect::cli {

/// The word among `known` that was most likely meant; empty where none is near.
std::string nearest(const std::string& word, const std::vector<std::string>& known);

}  // namespace aliprotect::cli
