#include "rules/groups.h"

#include <algorithm>

namespace aliprotect {
namespace {

std::optional<std::string> in_lower_case(std::optional<std::string> name) {
  if (!name) return name;
  for (char& c : *name) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return name;
}

}  // namespace

void Groups::add(const std::optional<std::string>& name, const AssessedOrder& of) {
  groups_.try_emplace(in_lower_case(name), Group{name, {}}).first->second.figures.add(of);
}

std::vector<Group> Groups::by_name() const {
  std::vector<Group> groups;
  groups.reserve(groups_.size());
  for (const auto& [key, group] : groups_) groups.push_back(group);
  std::stable_partition(groups.begin(), groups.end(),
                        [](const Group& group) { return group.name.has_value(); });
  return groups;
}

std::vector<Group> Groups::largest_first() const {
  std::vector<Group> groups = by_name();
  std::stable_sort(groups.begin(), groups.end(), [](const Group& a, const Group& b) {
    if (a.name.has_value() != b.name.has_value()) return a.name.has_value();
    return a.figures.all.orders > b.figures.all.orders;
  });
  return groups;
}

}  // namespace aliprotect
