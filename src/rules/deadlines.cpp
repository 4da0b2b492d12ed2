#include <algorithm>

#include "aliprotect/protection.h"

namespace aliprotect {
namespace {

using Schedule = std::vector<ScheduledDeadline>;

void add(Schedule& schedule, DeadlineKind kind, std::optional<Instant> at,
         std::optional<Instant> since = std::nullopt) {
  if (at) schedule.push_back({kind, *at, since});
}

/// During the grace, the last chance replaces `closes`.
void add_closes(Schedule& schedule, const Clocks& clocks) {
  add(schedule, DeadlineKind::closes, clocks.closes);
  if (clocks.last_chance > clocks.closes) {
    add(schedule, DeadlineKind::closes, clocks.last_chance, clocks.closes);
  }
}

void add_dispute(Schedule& schedule, const Dispute& dispute, const Clocks& clocks) {
  if (!dispute.escalated_at) add(schedule, DeadlineKind::auto_escalates, clocks.auto_escalates);
  add(schedule, DeadlineKind::reason_change, clocks.reason_change_ends);
  add(schedule, DeadlineKind::evidence_due, dispute.evidence_due);
}

void add_return(Schedule& schedule, const Order& order) {
  if (order.cancelled_at || order.confirmed_at || !return_outstanding(order)) return;
  add(schedule, DeadlineKind::return_by, current_dispute(order)->return_by);
}

}  // namespace

std::vector<ScheduledDeadline> schedule_of(const Order& order, const Clocks& clocks) {
  Schedule schedule;
  if (has_recorded_end(order)) {
    add_return(schedule, order);
    return schedule;
  }
  if (order.parcels.empty()) add(schedule, DeadlineKind::ship_by, order.ship_by);
  if (!clocks.delivered) add(schedule, DeadlineKind::deadline, clocks.deadline);
  if (const Dispute* dispute = open_dispute(order)) {
    add_dispute(schedule, *dispute, clocks);
  } else {
    add_closes(schedule, clocks);
  }
  if (!clocks.delivered) add(schedule, DeadlineKind::pickup_by, order.pickup_by);
  return schedule;
}

std::vector<Deadline> deadlines_of(const Order& order, const Clocks& clocks, Status status,
                                   Instant now) {
  std::vector<Deadline> ahead;
  if (!is_open(order, status)) return ahead;
  for (const ScheduledDeadline& deadline : schedule_of(order, clocks)) {
    const bool applies = !deadline.since || now >= *deadline.since;
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
  if (order.cancelled_at || order.confirmed_at) return first_instant;
  if (has_recorded_end(order)) {
    return return_outstanding(order) ? std::nullopt : std::optional(first_instant);
  }
  return open_dispute(order) ? std::nullopt : clocks.last_chance;
}

}  // namespace aliprotect
