#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "aliprotect/next_step.h"
#include "aliprotect/order.h"
#include "aliprotect/policy.h"

namespace aliprotect {

/// Exactly one of these holds for an order at any instant (domain 6).
enum class Status {
  cancelled,
  awaiting_shipment,
  in_transit,
  ready_for_pickup,
  delivered,
  in_dispute,
  escalated,
  resolved,
  confirmed,
  auto_closed,
};

enum class DeadlineKind {
  ship_by,
  deadline,
  closes,
  auto_escalates,
  reason_change,
  evidence_due,
  pickup_by,
  return_by
};

/// Where `closes` comes from; `show` says which (domain 4).
enum class ClosesSource { typed, protection_days, deadline };

enum class Escalation { none, manual, automatic };

std::string_view to_string(Status value);
std::string_view to_string(DeadlineKind value);
std::string_view to_string(ClosesSource value);
std::string_view to_string(Escalation value);

/// Half-open: from <= now < until; no `until` means no end.
struct Window {
  Instant from;
  std::optional<Instant> until;

  bool contains(Instant now) const { return from <= now && (!until || now < *until); }
  bool operator==(const Window&) const = default;
};

/// The window from `from` until `until`; nothing if it would end before any instant is in it.
std::optional<Window> window_between(Instant from, std::optional<Instant> until);

/// The clocks of one order, from facts and rule set alone, the same at every instant (domain 4,
/// 10).
struct Clocks {
  std::optional<Instant> shipped;    ///< the last parcel's shipment
  std::optional<Instant> delivered;  ///< the last parcel's arrival, once all have come
  std::optional<Instant> deadline;
  std::optional<Instant> closes;  ///< granted extensions included, grace not
  std::optional<ClosesSource> closes_source;
  std::optional<Instant> last_chance;     ///< closes + grace: the order completes by itself
  Days granted{};                         ///< the days of all granted extensions
  std::optional<Instant> auto_escalates;  ///< of the open dispute
  /// From then on the reason of the open not-received dispute can no longer be changed.
  std::optional<Instant> reason_change_ends;
  std::optional<Window> dispute;
  std::optional<Window> extension;
  std::optional<Window> escalation;
  std::optional<Window> reason_change;

  bool operator==(const Clocks&) const = default;
};

struct Deadline {
  DeadlineKind kind;
  Instant at;

  bool operator==(const Deadline&) const = default;
};

/// A deadline as the store keeps it, for every `now` at once: it stands in [since, at).
struct ScheduledDeadline {
  DeadlineKind kind;
  Instant at;
  std::optional<Instant> since;
};

/// What an order means at one instant.
struct Protection {
  Clocks clocks;
  Status status = Status::awaiting_shipment;
  std::vector<Deadline> deadlines;  ///< those ahead, soonest first
  NextStep next_step;
  bool at_risk = false;  ///< the price can still be lost (domain 9)
};

/// What `order` means at `now` under `policy`. Pure: the same arguments give the same answer.
Protection assess(const Order& order, const Policy& policy, Instant now);

/// The steps of `assess`, for those who need one alone.
Clocks clocks_of(const Order& order, const Policy& policy);
Status status_of(const Order& order, const Clocks& clocks, Instant now);
std::vector<ScheduledDeadline> schedule_of(const Order& order, const Clocks& clocks);
std::vector<Deadline> deadlines_of(const Order& order, const Clocks& clocks, Status status,
                                   Instant now);
/// The same without a `deadline` at the instant of `closes`: of the two only `closes` is named
/// (domain 10).
std::vector<Deadline> named(std::vector<Deadline> deadlines);

/// Whether an end was recorded: cancelled, confirmed, or a dispute's outcome (domain 6).
bool has_recorded_end(const Order& order);

/// When the order leaves the open ones by itself: nothing where it stays until a fact is recorded,
/// `first_instant` where one was (domain 10: a return still to be sent keeps it open).
std::optional<Instant> open_until(const Order& order, const Clocks& clocks);
/// Cancelled, confirmed, resolved or closed by itself: its money is no longer at risk (domain 9).
bool is_finished(Status status);
/// Whether `list` shows it without `--all`: not finished, or a return still to be sent.
bool is_open(const Order& order, Status status);

/// How `dispute` came to the case team, if it did (domain 10).
Escalation escalation_of(const Dispute& dispute, const Policy& policy, Instant now);

/// A resolved dispute whose goods still have to be sent back (domain 7, row 8).
bool return_outstanding(const Order& order);

/// Shipped, not delivered, deadline passed; with `or_delivered` also delivered after it (domain
/// 10).
bool is_late(const Order& order, const Clocks& clocks, Status status, Instant now,
             bool or_delivered);

}  // namespace aliprotect
