#pragma once

#include <cstddef>
#include <set>
#include <string>
#include <string_view>

namespace aliprotect {

/// Distinct names that one message lists. Keeps only as many as a message can show.
class NameList {
 public:
  void add(std::string_view name);
  bool empty() const { return names_.empty(); }
  /// Returns the first names in alphabetical order, and how many more there are: `a, b and 3 more`.
  std::string text() const;

 private:
  std::set<std::string> names_;  ///< each as an excerpt
  bool is_full_ = false;
};

}  // namespace aliprotect
