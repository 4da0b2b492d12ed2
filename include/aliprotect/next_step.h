#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "aliprotect/order.h"
#include "aliprotect/policy.h"

namespace aliprotect {

enum class Action {
  none,
  add_evidence,
  inspect_and_close,
  escalate,
  wait_for_seller,
  wait_for_ruling,
  send_back,
  settle_with_seller,
  open_dispute,
  inspect,
  confirm,
  collect,
  check_cancellation,
  check_delivery,
  check_refund,
  ask_bank,
  contact_seller,
  wait_for_shipment,
  request_extension,
  check_tracking,
  wait_for_delivery,
};

/// From most to least urgent.
enum class Urgency { critical, soon, routine, none };

std::string_view to_string(Action value);
std::string_view to_string(Urgency value);

/// What to do, by when, and why. Source: aliprotect-rules(7), "NEXT STEP".
struct NextStep {
  Action action = Action::none;
  std::optional<Instant> from;  ///< set if the action is not possible before then
  std::optional<Instant> by;
  Urgency urgency = Urgency::none;
  std::string why;  ///< one sentence, without instants

  bool operator==(const NextStep&) const = default;
};

struct Clocks;
enum class Status;

/// Returns the first step of aliprotect-rules(7), "NEXT STEP", whose condition holds.
NextStep next_step(const Order& order, const Policy& policy, const Clocks& clocks, Status status,
                   Instant now);

}  // namespace aliprotect
