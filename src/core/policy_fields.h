#pragma once

#include "aliprotect/policy.h"

namespace aliprotect {

/// Calls `field(key, value)` for each field of a rule set, in printing order. `key` is its name in
/// JSON and in the store. An optional field may not exist on a marketplace.
constexpr void for_each_field(auto& policy, auto&& field) {
  field("name", policy.name);
  field("era", policy.era);
  field("source", policy.source);
  field("dispute_opens_days", policy.dispute_opens);
  field("short_promise_days", policy.short_promise);
  field("dispute_grace_days", policy.dispute_grace);
  field("escalation_opens_days", policy.escalation_opens);
  field("auto_escalates_days", policy.auto_escalates);
  field("reason_change_days", policy.reason_change);
  field("seller_answer_days", policy.seller_answers);
  field("reminder_from_days", policy.reminder_from);
  field("reminder_until_days", policy.reminder_until);
  field("extension_from_days", policy.extension_from);
  field("extension_until_days", policy.extension_until);
  field("longest_protection_days", policy.longest_protection);
}

}  // namespace aliprotect
