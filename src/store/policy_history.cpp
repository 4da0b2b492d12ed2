#include "store/policy_history.h"

#include <algorithm>

#include "store/database.h"
#include "store/rule_sets.h"

namespace aliprotect::store {

PolicyHistory::PolicyHistory(Engine& engine) : engine_(engine) {
  Statement changes(*engine.db, "SELECT name, entry_id FROM rule_changes ORDER BY name, entry_id");
  while (changes.step()) {
    const std::string name(changes.text(0));
    const std::int64_t entry = changes.number(1);
    ended_[name].push_back({entry, own_rules_before(*engine.db, entry, name)});
  }
}

const Policy* PolicyHistory::before(std::int64_t entry, const std::string& name) const {
  const std::vector<Version>& ended = versions(name);
  const auto version = std::find_if(ended.begin(), ended.end(),
                                    [&](const Version& each) { return each.ended_by >= entry; });
  return version == ended.end() ? engine_.policies().find(name) : policy_of(*version, name);
}

void PolicyHistory::each_ended_between(std::int64_t after, std::int64_t until,
                                       const std::string& name,
                                       const std::function<void(const Policy&)>& visit) const {
  for (const Version& version : versions(name)) {
    const Policy* policy = policy_of(version, name);
    if (policy && after < version.ended_by && version.ended_by < until) visit(*policy);
  }
}

std::int64_t PolicyHistory::last_change(const std::string& name) const {
  const std::vector<Version>& ended = versions(name);
  return ended.empty() ? 0 : ended.back().ended_by;
}

const std::vector<PolicyHistory::Version>& PolicyHistory::versions(const std::string& name) const {
  static const std::vector<Version> none;
  const auto found = ended_.find(name);
  return found == ended_.end() ? none : found->second;
}

const Policy* PolicyHistory::policy_of(const Version& version, const std::string& name) const {
  return version.own ? &*version.own : engine_.built_in_rules(name);
}

}  // namespace aliprotect::store
