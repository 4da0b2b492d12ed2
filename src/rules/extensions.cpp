#include "rules/extensions.h"

#include <algorithm>
#include <vector>

namespace aliprotect {
namespace {

bool is_granted(const Extension& extension) { return extension.status == ExtensionStatus::granted; }

/// Returns the granted extensions, sorted by the time of the decision.
std::vector<const Extension*> grants_in_order(const Order& order) {
  std::vector<const Extension*> grants;
  for (const Extension& extension : order.extensions) {
    if (is_granted(extension)) grants.push_back(&extension);
  }
  const auto decided = [](const Extension* e) { return e->decided_at.value_or(e->requested_at); };
  std::stable_sort(grants.begin(), grants.end(),
                   [&](const Extension* a, const Extension* b) { return decided(a) < decided(b); });
  return grants;
}

}  // namespace

std::optional<Instant> extended(const Order& order, std::optional<Instant> closes) {
  for (const Extension* grant : grants_in_order(order)) {
    if (grant->closes_at) {
      closes = grant->closes_at;
    } else if (closes) {
      *closes += grant->days.value_or(Days{0});
    }
  }
  return closes;
}

Days granted_days(const Order& order) {
  Days sum{0};
  for (const Extension& extension : order.extensions) {
    if (is_granted(extension)) sum += extension.days.value_or(Days{0});
  }
  return sum;
}

std::optional<Window> extension_advised(const Policy& policy, std::optional<Instant> closes) {
  if (!closes) return std::nullopt;
  return window_between(*closes - policy.extension_from, *closes - policy.extension_until);
}

}  // namespace aliprotect
