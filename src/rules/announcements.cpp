#include "rules/announcements.h"

#include <algorithm>
#include <tuple>

namespace aliprotect {
namespace {

using Schedule = std::vector<ScheduledDeadline>;

bool is_last_chance(const ScheduledDeadline& deadline) { return deadline.since.has_value(); }

/// The deadlines ahead, and those that passed before the order closed by itself.
Schedule standing(const AssessedOrder& of) {
  const Clocks& clocks = of.protection.clocks;
  Schedule schedule = schedule_of(of.order, clocks);
  if (is_open(of.order, of.protection.status)) return schedule;
  std::erase_if(schedule, [&](const ScheduledDeadline& deadline) {
    return deadline.at > clocks.last_chance;
  });
  return schedule;
}

/// Of a `deadline` and a `closes` at one instant only `closes` rings.
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

void Announcements::remember(const ScheduledDeadline& deadline) {
  Instant& latest =
      latest_.try_emplace({deadline.kind, is_last_chance(deadline)}, deadline.at).first->second;
  latest = std::max(latest, deadline.at);
}

void Announcements::remember(const Order& former, const Policy& policy) {
  for (const ScheduledDeadline& deadline : schedule_of(former, clocks_of(former, policy))) {
    remember(deadline);
  }
}

std::vector<Announcement> Announcements::of(const AssessedOrder& order) const {
  Announcements all = *this;
  all.remember(order.order, order.policy);
  const Schedule stands = standing(order);
  std::vector<Announcement> told;
  for (const ScheduledDeadline& deadline : stands) {
    const auto known = all.latest_.extract({deadline.kind, is_last_chance(deadline)});
    if (known.mapped() <= order.now - looked_back) continue;
    const bool rings = order.now < deadline.at && is_named(deadline, stands);
    told.push_back({deadline.kind, is_last_chance(deadline), deadline.at, false, rings});
  }
  const std::vector<Announcement> fallen = all.of_removed(order.now);
  told.insert(told.end(), fallen.begin(), fallen.end());
  sort(told);
  return told;
}

std::vector<Announcement> Announcements::of_removed(Instant now) const {
  std::vector<Announcement> told;
  for (const auto& [key, latest] : latest_) {
    if (now < latest) told.push_back({key.first, key.second, latest, true, false});
  }
  sort(told);
  return told;
}

std::int64_t revision(std::int64_t last_entry, Status status) {
  return 2 * last_entry + (status == Status::auto_closed ? 1 : 0);
}

}  // namespace aliprotect
