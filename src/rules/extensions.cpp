#include "rules/extensions.h"

namespace aliprotect {

Days granted_days(const Order& order) {
  Days sum{0};
  for (const Extension& extension : order.extensions) {
    if (extension.status != ExtensionStatus::granted) continue;
    sum += extension.days.value_or(Days{0});
  }
  return sum;
}

std::optional<Window> extension_advised(const Policy& policy, std::optional<Instant> closes) {
  if (!closes) return std::nullopt;
  return Window{*closes - policy.extension_from, *closes - policy.extension_until};
}

}  // namespace aliprotect
