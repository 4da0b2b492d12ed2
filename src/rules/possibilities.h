#pragma once

#include <vector>

#include "rules/assessed_order.h"

namespace aliprotect {

/// What the buyer can do about an order; `next_step` says what to do.
enum class Move {
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

/// A move, and from when until when the rules allow it: begun, ahead or over.
struct Possibility {
  Move move;
  Window window;

  bool operator==(const Possibility&) const = default;
};

/// What can be done at `now`, could be, or will be as far as the facts tell; nothing that the rules
/// of domain 8 refuse inside its window, and nothing for a finished order but a return.
std::vector<Possibility> possibilities(const AssessedOrder& of);

}  // namespace aliprotect
