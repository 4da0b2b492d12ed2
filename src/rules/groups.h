#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "rules/figures.h"

namespace aliprotect {

/// The statistics of orders with the same seller, client or other property; no name if they have
/// none.
struct Group {
  std::optional<std::string> name;
  Figures figures;
};

/// Statistics by group. Like filters, it ignores the case of ASCII letters in names; a group is
/// named as in its first order. Keeps only groups in memory, not orders.
class Groups {
 public:
  void add(const std::optional<std::string>& name, const AssessedOrder& of);

  /// Sorted by name, the group without a name last.
  std::vector<Group> by_name() const;
  /// Sorted by number of orders, most first, then by name; the group without a name last.
  std::vector<Group> largest_first() const;

 private:
  std::map<std::optional<std::string>, Group> groups_;  ///< by the name in lower case
};

}  // namespace aliprotect
