#include "rules/announcements.h"

#include <algorithm>
#include <tuple>

namespace aliprotect {
namespace {

using Schedule = std::vector<ScheduledDeadline>;

bool is_last_chance(const ScheduledDeadline& deadline) { return deadline.since.has_value(); }

/// Returns the deadlines that apply, and those that passed before the order closed automatically.
Schedule deadlines_in_force(const AssessedOrder& of) {
  const Clocks& clocks = of.protection.clocks;
  Schedule schedule = schedule_of(of.order, clocks);
  if (is_open(of.order, of.protection.status)) return schedule;
  std::erase_if(schedule, [&](const ScheduledDeadline& deadline) {
    return deadline.at > clocks.last_chance;
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
  Instant& latest =
      latest_.try_emplace({deadline.kind, is_last_chance(deadline)}, deadline.at).first->second;
  latest = std::max(latest, deadline.at);
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
    const auto known = all.latest_.extract({deadline.kind, is_last_chance(deadline)});
    if (known.mapped() <= order.now - past_deadlines_exported) continue;
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
  for (const auto& [key, latest] : latest_) {
    if (now < latest) found.push_back({key.first, key.second, latest, true, false});
  }
  sort(found);
  return found;
}

std::int64_t revision(std::int64_t last_entry, Status status) {
  return 2 * last_entry + (status == Status::auto_closed ? 1 : 0);
}

}  // namespace aliprotect
