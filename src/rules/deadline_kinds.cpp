#include "rules/deadline_kinds.h"

#include <algorithm>

namespace aliprotect {

std::optional<DeadlineKind> deadline_kind_from_string(std::string_view word) {
  const auto* const found =
      std::find_if(std::begin(all_deadline_kinds), std::end(all_deadline_kinds),
                   [word](DeadlineKind kind) { return to_string(kind) == word; });
  return found == std::end(all_deadline_kinds) ? std::nullopt : std::optional(*found);
}

bool matches(const std::vector<DeadlineKind>& filter, DeadlineKind kind) {
  return filter.empty() || std::find(filter.begin(), filter.end(), kind) != filter.end();
}

}  // namespace aliprotect
