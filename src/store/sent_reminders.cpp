#include "store/sent_reminders.h"

#include "rules/deadline_kinds.h"
#include "store/seconds.h"
#include "store/sqlite/errors.h"

namespace aliprotect::store {
namespace {

constexpr std::int64_t no_lead = 0;  // of a report
constexpr std::string_view claim_kind = "claim";

DeadlineKind kind_of(std::string_view word) {
  if (word == claim_kind) return DeadlineKind::closes;
  if (const auto kind = deadline_kind_from_string(word)) return *kind;
  throw damaged_value("told_alarms.kind", word);
}

SentReminder read(const Statement& row) {
  SentReminder reminder{{{kind_of(row.text(0)), instant(row.number(1))}, {}},
                        instant(row.number(3))};
  reminder.reminder.claim = row.text(0) == claim_kind;
  if (row.number(2) != no_lead) reminder.reminder.lead = Seconds{row.number(2)};
  return reminder;
}

}  // namespace

SentReminders::SentReminders(const SQLite::Database& db)
    : of_(db, "SELECT kind, at, lead, told_at FROM told_alarms WHERE number = :number"),
      add_(db, R"(
        INSERT INTO told_alarms (number, kind, at, lead, told_at)
        VALUES (:number, :kind, :at, :lead, :told_at)
        ON CONFLICT DO UPDATE SET told_at = excluded.told_at
      )"),
      delete_old_(db, R"(
        DELETE FROM told_alarms
        WHERE at <= :before AND told_at <= :before
          AND NOT EXISTS (
            SELECT 1
            FROM orders JOIN deadlines ON deadlines.order_id = orders.id
            WHERE orders.number = told_alarms.number)
      )") {}

std::vector<SentReminder> SentReminders::of(const OrderNumber& number) {
  of_.reset();  // a damaged row may have interrupted the last read
  of_.bind(1, number.text());
  std::vector<SentReminder> reminders;
  while (of_.step()) reminders.push_back(read(of_));
  of_.reset();
  return reminders;
}

void SentReminders::add(const OrderNumber& number, const Reminder& reminder, Instant sent_at) {
  add_.bind(1, number.text());
  add_.bind(2, reminder.claim ? claim_kind : to_string(reminder.deadline.kind));
  add_.bind(3, seconds(reminder.deadline.at));
  add_.bind(4, reminder.lead ? std::int64_t{reminder.lead->count()} : no_lead);
  add_.bind(5, seconds(sent_at));
  add_.run();
}

void SentReminders::delete_old(Instant now) {
  delete_old_.bind(1, seconds(now - losses_reported_for));
  delete_old_.run();
}

}  // namespace aliprotect::store
