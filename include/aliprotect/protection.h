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
  return_by,
  chargeback
};

/// What `closes` is derived from.
enum class ClosesSource { typed, protection_days, deadline };

/// What completed an order, or will complete it.
enum class CompletionSource { confirmed, completed, delivery, closes };

enum class Escalation { none, manual, automatic };

std::string_view to_string(Status value);
std::string_view to_string(DeadlineKind value);
std::string_view to_string(ClosesSource value);
template <>
std::optional<ClosesSource> from_string(std::string_view word);
template <>
std::vector<std::string> words_of<ClosesSource>();
std::string_view to_string(CompletionSource value);
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

/// When the order is completed and the money goes to the seller.
struct Completion {
  Instant at;
  CompletionSource source;

  bool operator==(const Completion&) const = default;
};

/// The clocks of one order. They depend only on its facts and its rule set, not on the present.
/// Source: aliprotect-rules(7), "CLOCKS".
struct Clocks {
  std::optional<Instant> shipped;    ///< the last parcel's shipment
  std::optional<Instant> delivered;  ///< the last parcel's arrival, once all parcels have arrived
  /// When the last parcel arrived or its carrier reported delivery, once that is known for all
  /// parcels.
  std::optional<Instant> last_delivery;
  std::optional<Instant> deadline;
  std::optional<Instant> closes;  ///< with granted extensions, without grace
  std::optional<ClosesSource> closes_source;
  std::optional<Completion> completion;
  /// When a dispute can no longer be opened; without one the order is then closed automatically.
  std::optional<Instant> last_chance;
  Days dispute_after_completion{};        ///< as in the rule set
  Days granted{};                         ///< the days of all granted extensions
  std::optional<Instant> auto_escalates;  ///< when the open dispute escalates automatically
  /// When the reason of the open not-received dispute can no longer be changed.
  std::optional<Instant> reason_change_ends;
  std::optional<Instant> return_by;   ///< when goods must be sent back: as typed, or by default
  std::optional<Instant> chargeback;  ///< until when a card issuer may refund, if the money is lost
  /// Whether a not-received dispute opens at the deadline, because the parcels can be tracked.
  bool opens_at_deadline = false;
  std::optional<Window> dispute;                 ///< for goods not received
  std::optional<Window> dispute_after_shipment;  ///< for goods not as described
  std::optional<Window> extension;
  std::optional<Window> escalation;
  std::optional<Window> reason_change;
  std::optional<Window> seller_answer;

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
/// Whether a dispute that was opened after receipt was confirmed decides the status, because the
/// rule set allows such disputes.
bool is_reopened(const Order& order, const Clocks& clocks);
/// Whether its recorded end, if any, is final: it is not reopened by an open dispute.
bool has_final_end(const Order& order, const Clocks& clocks);

/// Returns until when the order is open if nothing more is recorded: nullopt without an end,
/// `first_instant` if it is not open at all. Goods that must be returned keep an order open; an
/// order that is done (see `is_done`) is not open. A possible chargeback does not count.
std::optional<Instant> open_until(const Order& order, const Clocks& clocks);
/// Whether it is cancelled, confirmed, resolved or automatically closed.
bool is_finished(Status status);
/// Whether the order is completed at `now`. A dispute may still be possible.
bool is_completed(const Clocks& clocks, Instant now);
/// Whether the rule set allows disputes after completion, and the dispute window is not over.
bool is_window_ahead(const Clocks& clocks, Instant now);
/// Whether receipt was confirmed, but a dispute can still be opened and no recorded fact rules it
/// out.
bool is_unfinished(const Order& order, const Clocks& clocks, Status status, Instant now);
/// Whether the site completed the order, and the goods have arrived and are good.
bool is_done(const Order& order, Status status, Instant now);
/// Whether its money can still be lost.
bool is_at_risk(const Order& order, const Clocks& clocks, Status status, Instant now);
/// Whether the site or the carriers say that everything was delivered, but the buyer has not
/// recorded it.
bool is_delivery_reported(const Order& order, const Clocks& clocks);
/// Whether the money went to the seller although the goods did not arrive or are bad, and the buyer
/// did not confirm receipt.
bool is_lost(const Order& order, const Clocks& clocks, Status status);
/// Whether `list` shows it without `--all`: its money is at risk, goods must still be returned, or
/// a card issuer may still refund.
bool is_open(const Order& order, const Clocks& clocks, Status status, Instant now);

/// Whether and how `dispute` was escalated.
Escalation escalation_of(const Dispute& dispute, const Policy& policy, Instant now);

/// Whether the goods of a resolved dispute must still be returned.
bool return_outstanding(const Order& order);

/// Whether it was shipped, not delivered, and the deadline has passed; with `or_delivered`, also
/// whether it was delivered after the deadline.
bool is_late(const Order& order, const Clocks& clocks, Status status, Instant now,
             bool or_delivered);

}  // namespace aliprotect
