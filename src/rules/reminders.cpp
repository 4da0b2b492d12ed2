#include "rules/reminders.h"

#include <algorithm>

#include "core/least.h"
#include "rules/deadline_kinds.h"

namespace aliprotect {
namespace {

bool was_sent(const std::vector<SentReminder>& sent, const Reminder& reminder) {
  return std::any_of(sent.begin(), sent.end(),
                     [&](const SentReminder& each) { return each.reminder == reminder; });
}

/// Returns the unsent reminders whose lead time has begun, shortest lead time first.
std::vector<Reminder> unsent_reminders(const Deadline& deadline, Instant now,
                                       const ReminderQuery& query,
                                       const std::vector<SentReminder>& sent) {
  std::vector<Reminder> unsent;
  for (const Seconds lead : query.leads) {
    const Reminder reminder{deadline, lead};
    if (deadline.at <= now + lead && !was_sent(sent, reminder)) unsent.push_back(reminder);
  }
  std::sort(unsent.begin(), unsent.end(),
            [](const Reminder& a, const Reminder& b) { return a.lead < b.lead; });
  return unsent;
}

/// Adds the same lead times of a `deadline` at the same instant as `closes`.
void cover_unnamed(std::vector<Reminder>& covers, const std::vector<Deadline>& ahead) {
  const Deadline unnamed{DeadlineKind::deadline, covers.front().deadline.at};
  const bool at_closes = covers.front().deadline.kind == DeadlineKind::closes &&
                         std::find(ahead.begin(), ahead.end(), unnamed) != ahead.end();
  if (!at_closes) return;
  for (std::size_t i = 0, named = covers.size(); i < named; ++i) {
    covers.push_back({unnamed, covers[i].lead});
  }
}

/// Returns when the carriers had reported all deliveries, or the site announced or made the
/// completion, whichever was first.
Instant claimed_since(const Order& order, const Clocks& clocks) {
  std::optional<Instant> first = clocks.last_delivery;
  keep_least(first, order.completion_notice_at);
  keep_least(first, order.completed_at);
  return *first;
}

/// Ignores the closing date: correcting it afterwards must not report the loss again.
bool loss_was_reported(const std::vector<SentReminder>& sent, Instant ended) {
  return std::any_of(sent.begin(), sent.end(), [&](const SentReminder& each) {
    return !each.reminder.lead && !each.reminder.claim && each.sent_at >= ended;
  });
}

}  // namespace

std::vector<DueReminder> reminders_ahead(std::vector<Deadline> ahead, Instant now,
                                         const ReminderQuery& query,
                                         const std::vector<SentReminder>& sent) {
  std::erase_if(ahead, [&](const Deadline& deadline) {
    return deadline.at <= now || !matches(query.kinds, deadline.kind);
  });
  std::vector<DueReminder> due;
  for (const Deadline& deadline : without_duplicate_deadline(ahead)) {
    std::vector<Reminder> covers = unsent_reminders(deadline, now, query, sent);
    if (covers.empty()) continue;
    cover_unnamed(covers, ahead);
    const Reminder reminder = covers.front();
    due.push_back({reminder, std::move(covers)});
  }
  return due;
}

std::optional<DueReminder> claim_reminder(const Order& order, const Protection& protection,
                                          const ReminderQuery& query,
                                          const std::vector<SentReminder>& sent) {
  if (protection.next_step.action != Action::check_delivery) return std::nullopt;
  if (!matches(query.kinds, DeadlineKind::closes)) return std::nullopt;
  const Reminder reminder{
      {DeadlineKind::closes, claimed_since(order, protection.clocks)}, {}, true};
  if (was_sent(sent, reminder)) return std::nullopt;
  return DueReminder{reminder, {reminder}};
}

std::optional<DueReminder> loss_reminder(const Clocks& clocks, Status status, Instant now,
                                         const ReminderQuery& query,
                                         const std::vector<SentReminder>& sent) {
  if (status != Status::auto_closed || clocks.delivered) return std::nullopt;
  if (!matches(query.kinds, DeadlineKind::closes)) return std::nullopt;
  const Instant ended = *clocks.last_chance;
  if (ended <= now - losses_reported_for) return std::nullopt;
  if (loss_was_reported(sent, ended)) return std::nullopt;
  const Reminder reminder{{DeadlineKind::closes, ended}, std::nullopt};
  return DueReminder{reminder, {reminder}};
}

}  // namespace aliprotect
