#include "rules/announcements.h"

#include <algorithm>
#include <tuple>

namespace aliprotect {
namespace {

using Schedule = std::vector<ScheduledDeadline>;

bool is_last_chance(const ScheduledDeadline& deadline) {
  return deadline.kind == DeadlineKind::closes && deadline.since;
}

/// Returns when a deadline is first exported: a chargeback does not matter before the money is
/// lost.
Instant exported_since(const ScheduledDeadline& deadline) {
  const bool waits = deadline.kind == DeadlineKind::chargeback && deadline.since;
  return waits ? *deadline.since : first_instant;
}

/// Returns the deadlines that apply, and those that passed before the order closed or was done.
Schedule deadlines_in_force(const AssessedOrder& of) {
  const Clocks& clocks = of.protection.clocks;
  const bool runs = of.protection.at_risk || of.protection.status == Status::resolved;
  const Instant end = std::min(of.now, clocks.last_chance.value_or(of.now));
  Schedule schedule = schedule_of(of.order, clocks);
  std::erase_if(schedule, [&](const ScheduledDeadline& deadline) {
    if (of.now < exported_since(deadline)) return true;
    return !runs && deadline.kind != DeadlineKind::chargeback && deadline.at > end;
  });
  return schedule;
}

/// Only `closes` has alarms if a `deadline` is at the same instant.
bool is_named(const ScheduledDeadline& deadline, const Schedule& all) {
  return deadline.kind != DeadlineKind::deadline ||
         std::none_of(all.begin(), all.end(), [&](const ScheduledDeadline& other) {
           return other.kind == DeadlineKind::closes && other.at == deadline.at;
         });
}

void sort(std::vector<Announcement>& announcements) {
  const auto place = [](const Announcement& of) {
    return std::tuple(of.at, of.kind, of.last_chance);
  };
  std::sort(announcements.begin(), announcements.end(),
            [&](const Announcement& a, const Announcement& b) { return place(a) < place(b); });
}

}  // namespace

void Announcements::add_former_state(const ScheduledDeadline& deadline) {
  const Known known{deadline.at, exported_since(deadline)};
  Known& all = known_.try_emplace({deadline.kind, is_last_chance(deadline)}, known).first->second;
  all.latest = std::max(all.latest, known.latest);
  all.since = std::min(all.since, known.since);
}

void Announcements::add_former_state(const Order& former, const Policy& policy) {
  for (const ScheduledDeadline& deadline : schedule_of(former, clocks_of(former, policy))) {
    add_former_state(deadline);
  }
}

std::vector<Announcement> Announcements::of(const AssessedOrder& order) const {
  Announcements all = *this;
  all.add_former_state(order.order, order.policy);
  const Schedule in_force = deadlines_in_force(order);
  std::vector<Announcement> found;
  for (const ScheduledDeadline& deadline : in_force) {
    const auto known = all.known_.extract({deadline.kind, is_last_chance(deadline)});
    if (known.mapped().latest <= order.now - past_deadlines_exported) continue;
    const bool has_alarms = order.now < deadline.at && is_named(deadline, in_force);
    found.push_back({deadline.kind, is_last_chance(deadline), deadline.at, false, has_alarms});
  }
  const std::vector<Announcement> cancelled = all.for_deleted(order.now);
  found.insert(found.end(), cancelled.begin(), cancelled.end());
  sort(found);
  return found;
}

std::vector<Announcement> Announcements::for_deleted(Instant now) const {
  std::vector<Announcement> found;
  for (const auto& [key, known] : known_) {
    const bool exported = known.since <= now && now < known.latest;
    if (exported) found.push_back({key.first, key.second, known.latest, true, false});
  }
  sort(found);
  return found;
}

std::int64_t revision(std::int64_t last_entry, Status status) {
  return 2 * last_entry + (status == Status::auto_closed ? 1 : 0);
}

}  // namespace aliprotect
