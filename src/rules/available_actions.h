#pragma once

#include <vector>

#include "rules/assessed_order.h"

namespace aliprotect {

/// The actions the buyer can take on an order. `next_step` is the recommended one.
enum class BuyerAction {
  open_dispute,
  request_extension,
  add_evidence,
  change_reason,
  escalate,
  cancel_dispute,
  send_back,
  confirm,
  cancel_order,
};

/// An action and when the rules allow it, which may be in the past, now or in the future.
struct AvailableAction {
  BuyerAction action;
  Window window;

  bool operator==(const AvailableAction&) const = default;
};

/// Returns the actions that are, were or will be possible according to the facts, without those
/// that aliprotect-rules(7), "REFUSALS", rules out. For a finished order only a return is possible.
std::vector<AvailableAction> available_actions(const AssessedOrder& of);

}  // namespace aliprotect
