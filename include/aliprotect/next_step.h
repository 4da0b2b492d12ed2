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
  contact_seller,
  wait_for_shipment,
  request_extension,
  check_tracking,
  wait_for_delivery,
};

/// Most urgent first.
enum class Urgency { critical, soon, routine, none };

std::string_view to_string(Action value);
std::string_view to_string(Urgency value);

/// What to do, by when, and why (domain 7).
struct NextStep {
  Action action = Action::none;
  std::optional<Instant> from;  ///< set where it cannot be done before then
  std::optional<Instant> by;
  Urgency urgency = Urgency::none;
  std::string why;  ///< one sentence, without instants

  bool operator==(const NextStep&) const = default;
};

struct Clocks;
enum class Status;

/// The first row of domain 7 that matches.
NextStep next_step(const Order& order, const Policy& policy, const Clocks& clocks, Status status,
                   Instant now);

}  // namespace aliprotect
