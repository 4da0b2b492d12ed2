#pragma once

#include <functional>
#include <map>
#include <string>
#include <vector>

#include "store/engine.h"

namespace aliprotect::store {

/// The earlier versions of all rule sets, read from the journal once.
class PolicyHistory {
 public:
  explicit PolicyHistory(Engine& engine);

  /// Whether any rule set was ever changed.
  bool have_changed() const { return !ended_.empty(); }
  /// Returns the rule set from before `entry`; null if it did not exist.
  const Policy* before(std::int64_t entry, const std::string& name) const;
  /// Calls `visit` with each version that an entry between `after` and `until` replaced.
  void each_ended_between(std::int64_t after, std::int64_t until, const std::string& name,
                          const std::function<void(const Policy&)>& visit) const;
  /// Returns the entry that last changed the rule set; 0 if there is none.
  std::int64_t last_change(const std::string& name) const;

 private:
  struct Version {
    std::int64_t ended_by;  ///< entry
    std::optional<Policy> own;
  };
  const std::vector<Version>& versions(const std::string& name) const;
  const Policy* policy_of(const Version& version, const std::string& name) const;

  Engine& engine_;
  std::map<std::string, std::vector<Version>> ended_;  ///< oldest first
};

}  // namespace aliprotect::store
