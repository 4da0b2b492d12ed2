#include "rules/reminders.h"

#include <algorithm>

#include "rules/deadline_kinds.h"

namespace aliprotect {
namespace {

bool was_told(const std::vector<SentReminder>& told, const Alarm& alarm) {
  return std::any_of(told.begin(), told.end(),
                     [&](const SentReminder& each) { return each.alarm == alarm; });
}

/// Those whose time has come and that were not told, the shortest lead first.
std::vector<Alarm> untold_alarms(const Deadline& deadline, Instant now,
                                 const AlarmQuestion& question,
                                 const std::vector<SentReminder>& told) {
  std::vector<Alarm> untold;
  for (const Seconds lead : question.leads) {
    const Alarm alarm{deadline, lead};
    if (deadline.at <= now + lead && !was_told(told, alarm)) untold.push_back(alarm);
  }
  std::sort(untold.begin(), untold.end(),
            [](const Alarm& a, const Alarm& b) { return a.lead < b.lead; });
  return untold;
}

/// The same leads of the deadline that goes unnamed beside `closes`.
void cover_unnamed(std::vector<Alarm>& covers, const std::vector<Deadline>& ahead) {
  const Deadline unnamed{DeadlineKind::deadline, covers.front().deadline.at};
  const bool beside = covers.front().deadline.kind == DeadlineKind::closes &&
                      std::find(ahead.begin(), ahead.end(), unnamed) != ahead.end();
  if (!beside) return;
  for (std::size_t i = 0, named = covers.size(); i < named; ++i) {
    covers.push_back({unnamed, covers[i].lead});
  }
}

/// Told at the time or later: closing dates that are corrected afterwards make no second loss.
bool loss_was_told(const std::vector<SentReminder>& told, Instant ended) {
  return std::any_of(told.begin(), told.end(), [&](const SentReminder& each) {
    return !each.alarm.lead && each.told_at >= ended;
  });
}

}  // namespace

std::vector<DueReminder> reminders_ahead(std::vector<Deadline> ahead, Instant now,
                                         const AlarmQuestion& question,
                                         const std::vector<SentReminder>& told) {
  std::erase_if(ahead, [&](const Deadline& deadline) {
    return deadline.at <= now || !lets_through(question.kinds, deadline.kind);
  });
  std::vector<DueReminder> due;
  for (const Deadline& deadline : named(ahead)) {
    std::vector<Alarm> covers = untold_alarms(deadline, now, question, told);
    if (covers.empty()) continue;
    cover_unnamed(covers, ahead);
    const Alarm alarm = covers.front();
    due.push_back({alarm, std::move(covers)});
  }
  return due;
}

std::optional<DueReminder> loss_reminder(const Clocks& clocks, Status status, Instant now,
                                         const AlarmQuestion& question,
                                         const std::vector<SentReminder>& told) {
  if (status != Status::auto_closed || clocks.delivered) return std::nullopt;
  if (!lets_through(question.kinds, DeadlineKind::closes)) return std::nullopt;
  const Instant ended = *clocks.last_chance;
  if (ended <= now - losses_told_for) return std::nullopt;
  if (loss_was_told(told, ended)) return std::nullopt;
  const Alarm alarm{{DeadlineKind::closes, ended}, std::nullopt};
  return DueReminder{alarm, {alarm}};
}

}  // namespace aliprotect
