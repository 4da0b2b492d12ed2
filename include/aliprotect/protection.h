#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "aliprotect/next_step.h"
#include "aliprotect/order.h"
#include "aliprotect/policy.h"

namespace aliprotect {

/// The status of an order at one instant. Source: aliprotect-rules(7), "STATUSES".
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

/// What `closes` is derived from.
enum class ClosesSource { typed, protection_days, deadline };

enum class Escalation { none, manual, automatic };

std::string_view to_string(Status value);
std::string_view to_string(DeadlineKind value);
std::string_view to_string(ClosesSource value);
template <>
std::optional<ClosesSource> from_string(std::string_view word);
template <>
std::vector<std::string> words_of<ClosesSource>();
std::string_view to_string(Escalation value);

/// The half-open interval from <= now < until; without `until` it has no end.
struct Window {
  Instant from;
  std::optional<Instant> until;

  bool contains(Instant now) const { return from <= now && (!until || now < *until); }
  bool operator==(const Window&) const = default;
};

/// Returns the window from `from` until `until`; nullopt if it would contain no instant.
std::optional<Window> window_between(Instant from, std::optional<Instant> until);

/// The clocks of one order. They depend only on its facts and its rule set, not on the present.
/// Source: aliprotect-rules(7), "CLOCKS".
struct Clocks {
  std::optional<Instant> shipped;    ///< the last parcel's shipment
  std::optional<Instant> delivered;  ///< the last parcel's arrival, once all parcels have arrived
  std::optional<Instant> deadline;
  std::optional<Instant> closes;  ///< with granted extensions, without grace
  std::optional<ClosesSource> closes_source;
  std::optional<Instant> last_chance;     ///< closes + grace: the order completes automatically
  Days granted{};                         ///< the days of all granted extensions
  std::optional<Instant> auto_escalates;  ///< when the open dispute escalates automatically
  /// When the reason of the open not-received dispute can no longer be changed.
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

/// A deadline that applies in [since, at), as the store saves it for every `now`.
struct ScheduledDeadline {
  DeadlineKind kind;
  Instant at;
  std::optional<Instant> since;
};

/// The status, deadlines and next step of an order at one instant.
struct Protection {
  Clocks clocks;
  Status status = Status::awaiting_shipment;
  std::vector<Deadline> deadlines;  ///< those ahead, soonest first
  NextStep next_step;
  bool at_risk = false;  ///< the price can still be lost
};

/// Derives everything from the facts of `order` at `now` under `policy`. A pure function.
Protection assess(const Order& order, const Policy& policy, Instant now);

/// The parts of `assess`.
Clocks clocks_of(const Order& order, const Policy& policy);
Status status_of(const Order& order, const Clocks& clocks, Instant now);
std::vector<ScheduledDeadline> schedule_of(const Order& order, const Clocks& clocks);
std::vector<Deadline> deadlines_of(const Order& order, const Clocks& clocks, Status status,
                                   Instant now);
/// Removes a `deadline` at the same instant as `closes`: `due` and `remind` report only `closes`.
std::vector<Deadline> without_duplicate_deadline(std::vector<Deadline> deadlines);

/// Whether the order was recorded as cancelled, confirmed or resolved.
bool has_recorded_end(const Order& order);

/// When the order stops being open without any change: nullopt if it stays open until a fact is
/// recorded, `first_instant` if it is no longer open. Goods still to be returned keep it open.
std::optional<Instant> open_until(const Order& order, const Clocks& clocks);
/// Whether it is cancelled, confirmed, resolved or automatically closed; its money is then no
/// longer at risk.
bool is_finished(Status status);
/// Whether `list` shows it without `--all`: it is not finished, or goods must still be returned.
bool is_open(const Order& order, Status status);

/// Whether and how `dispute` was escalated.
Escalation escalation_of(const Dispute& dispute, const Policy& policy, Instant now);

/// Whether the goods of a resolved dispute must still be returned.
bool return_outstanding(const Order& order);

/// Whether it was shipped, not delivered, and the deadline has passed; with `or_delivered`, also
/// whether it was delivered after the deadline.
bool is_late(const Order& order, const Clocks& clocks, Status status, Instant now,
             bool or_delivered);

}  // namespace aliprotect
