#pragma once

#include <cstddef>
#include <set>
#include <string>
#include <string_view>

namespace aliprotect {

/// Distinct names that one message lists. Keeps a bounded part of them, however many and however
/// long they are.
class NameList {
 public:
  void add(std::string_view name);
  bool empty() const { return names_.empty(); }
  /// The first ones in alphabetical order, and how many more there are: `a, b and 3 more`.
  std::string text() const;

 private:
  std::set<std::string> names_;  ///< each as an excerpt
  bool is_full_ = false;
};

}  // namespace aliprotect
