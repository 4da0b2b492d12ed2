#include "aliprotect/policy.h"

#include <algorithm>
#include <utility>

#include "aliprotect/error.h"
#include "aliprotect/order.h"
#include "core/text/quote.h"

namespace aliprotect {
namespace {

std::string names_of(const std::vector<Policy>& policies) {
  std::string names;
  for (const Policy& policy : policies) names += (names.empty() ? "" : ", ") + policy.name;
  return names.empty() ? "none" : names;
}

}  // namespace

Policies::Policies(std::vector<Policy> policies) : policies_(std::move(policies)) {
  std::stable_sort(policies_.begin(), policies_.end(),
                   [](const Policy& a, const Policy& b) { return a.name < b.name; });
}

const Policy* Policies::find(std::string_view name) const {
  const auto found =
      std::lower_bound(policies_.begin(), policies_.end(), name,
                       [](const Policy& policy, std::string_view n) { return policy.name < n; });
  return found != policies_.end() && found->name == name ? &*found : nullptr;
}

const Policy& Policies::at(std::string_view name) const {
  if (const Policy* const policy = find(name)) return *policy;
  throw UserError("unknown rule set " + in_quotes(name) +
                  "; known rule sets: " + names_of(policies_));
}

const Policy& Policies::of(const Order& order) const {
  if (const Policy* const policy = find(order.rules)) return *policy;
  const std::string id = std::to_string(order.id.value);
  throw StoreError("order " + id + " (" + order.number.text() + ") uses the unknown rule set " +
                   in_quotes(order.rules) +
                   ": add it with `aliprotect rules add FILE`, or use a known one: "
                   "`aliprotect edit " +
                   id + " --rules NAME`");
}

}  // namespace aliprotect
