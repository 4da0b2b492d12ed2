#include <algorithm>

#include "aliprotect/protection.h"

namespace aliprotect {
namespace {

using Schedule = std::vector<ScheduledDeadline>;

void add(Schedule& schedule, DeadlineKind kind, std::optional<Instant> at,
         std::optional<Instant> since = std::nullopt) {
  if (at) schedule.push_back({kind, *at, since});
}

/// After completion, the last chance replaces it.
void add_closes(Schedule& schedule, const Clocks& clocks) {
  if (!clocks.completion) return;
  const Instant completion = clocks.completion->at;
  add(schedule, DeadlineKind::closes, completion);
  if (clocks.last_chance > completion) {
    add(schedule, DeadlineKind::closes, clocks.last_chance, completion);
  }
}

/// Of an order that closes automatically. It starts when the money is lost.
void add_chargeback(Schedule& schedule, const Order& order, const Clocks& clocks) {
  if (clocks.delivered && order.inspection != Inspection::bad) return;
  if (clocks.chargeback > clocks.last_chance && clocks.last_chance) {
    add(schedule, DeadlineKind::chargeback, clocks.chargeback, clocks.last_chance);
  }
}

void add_dispute(Schedule& schedule, const Dispute& dispute, const Clocks& clocks) {
  if (!dispute.escalated_at) add(schedule, DeadlineKind::auto_escalates, clocks.auto_escalates);
  add(schedule, DeadlineKind::reason_change, clocks.reason_change_ends);
  add(schedule, DeadlineKind::evidence_due, dispute.evidence_due);
}

/// What remains after the order has ended: goods to return, the way to the bank after a rejected
/// dispute, and disputes after receipt was confirmed.
void add_remainder(Schedule& schedule, const Order& order, const Clocks& clocks) {
  if (order.cancelled_at) return;
  if (order.confirmed_at && !is_reopened(order, clocks)) {
    if (is_unfinished(order, clocks, Status::confirmed, first_instant)) {
      add_closes(schedule, clocks);
    }
    return;
  }
  add(schedule, DeadlineKind::return_by, clocks.return_by);
  if (is_lost(order, clocks, Status::resolved)) {
    add(schedule, DeadlineKind::chargeback, clocks.chargeback);
  }
}

}  // namespace

std::vector<ScheduledDeadline> schedule_of(const Order& order, const Clocks& clocks) {
  Schedule schedule;
  if (has_final_end(order, clocks)) {
    add_remainder(schedule, order, clocks);
    return schedule;
  }
  if (order.parcels.empty()) add(schedule, DeadlineKind::ship_by, order.ship_by);
  if (!clocks.delivered) add(schedule, DeadlineKind::deadline, clocks.deadline);
  if (const Dispute* dispute = open_dispute(order)) {
    add_dispute(schedule, *dispute, clocks);
  } else {
    add_closes(schedule, clocks);
    add_chargeback(schedule, order, clocks);
  }
  if (!clocks.delivered) add(schedule, DeadlineKind::pickup_by, order.pickup_by);
  return schedule;
}

std::vector<Deadline> deadlines_of(const Order& order, const Clocks& clocks, Status status,
                                   Instant now) {
  std::vector<Deadline> ahead;
  if (!is_open(order, clocks, status, now)) return ahead;
  for (const ScheduledDeadline& deadline : schedule_of(order, clocks)) {
    const bool remains = deadline.kind == DeadlineKind::chargeback || status != Status::auto_closed;
    const bool applies = remains && (!deadline.since || now >= *deadline.since);
    if (applies && now < deadline.at) ahead.push_back({deadline.kind, deadline.at});
  }
  std::sort(ahead.begin(), ahead.end(), [](const Deadline& a, const Deadline& b) {
    return a.at != b.at ? a.at < b.at : a.kind < b.kind;
  });
  return ahead;
}

std::vector<Deadline> without_duplicate_deadline(std::vector<Deadline> deadlines) {
  const auto closes =
      std::find_if(deadlines.begin(), deadlines.end(),
                   [](const Deadline& deadline) { return deadline.kind == DeadlineKind::closes; });
  if (closes == deadlines.end()) return deadlines;
  std::erase(deadlines, Deadline{DeadlineKind::deadline, closes->at});
  return deadlines;
}

std::optional<Instant> open_until(const Order& order, const Clocks& clocks) {
  if (order.cancelled_at) return first_instant;
  if (order.confirmed_at && !is_reopened(order, clocks)) {
    const bool unfinished = is_unfinished(order, clocks, Status::confirmed, first_instant);
    return unfinished ? clocks.dispute->until : first_instant;
  }
  if (has_final_end(order, clocks)) {
    return return_outstanding(order) ? std::nullopt : std::optional(first_instant);
  }
  return open_dispute(order) ? std::nullopt : clocks.last_chance;
}

}  // namespace aliprotect
