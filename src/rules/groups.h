#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "rules/figures.h"

namespace aliprotect {

/// Orders that have something in common, by its name; none where they lack it.
struct Group {
  std::optional<std::string> name;
  Figures figures;
};

/// Figures by group. Names that differ only in the case of ASCII letters are one, as they are to
/// filters; it is called what its first order calls it. In memory is a group, never an order.
class Groups {
 public:
  void add(const std::optional<std::string>& name, const AssessedOrder& of);

  /// By name, the nameless last.
  std::vector<Group> by_name() const;
  /// Most orders first, ties by name, the nameless last.
  std::vector<Group> largest_first() const;

 private:
  std::map<std::optional<std::string>, Group> groups_;  ///< by the name in lower case
};

}  // namespace aliprotect
