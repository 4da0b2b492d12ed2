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
  field("dispute_after_completion_days", policy.dispute_after_completion);
  field("escalation_opens_days", policy.escalation_opens);
  field("auto_escalates_days", policy.auto_escalates);
  field("reason_change_days", policy.reason_change);
  field("seller_answer_days", policy.seller_answers);
  field("reminder_from_days", policy.reminder_from);
  field("reminder_until_days", policy.reminder_until);
  field("extension_from_days", policy.extension_from);
  field("extension_until_days", policy.extension_until);
  field("longest_protection_days", policy.longest_protection);
  field("completes_after_delivery_days", policy.completes_after_delivery);
  field("not_received_opens", policy.not_received_opens);
  field("no_tracking_days", policy.no_tracking);
  field("return_ship_days", policy.return_ship);
  field("chargeback_days", policy.chargeback);
  field("longest_protection_from", policy.longest_protection_from);
}

/// The name of `dispute_after_completion_days` in older files. It is still read and printed.
inline constexpr const char* grace_key = "dispute_grace_days";

}  // namespace aliprotect
