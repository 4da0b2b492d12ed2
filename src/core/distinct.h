#pragma once

#include <string>
#include <unordered_set>
#include <vector>

namespace aliprotect {

/// Appends each element of `more` that `texts` does not contain yet.
inline void add_distinct(std::vector<std::string>& texts, const std::vector<std::string>& more) {
  if (more.empty()) return;
  std::unordered_set<std::string> known(texts.begin(), texts.end());
  for (const std::string& text : more) {
    if (known.insert(text).second) texts.push_back(text);
  }
}

}  // namespace aliprotect
