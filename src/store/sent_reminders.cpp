#include "store/sent_reminders.h"

#include "rules/deadline_kinds.h"
#include "store/seconds.h"

namespace aliprotect::store {
namespace {

constexpr std::string_view claim_kind = "claim";
constexpr std::int64_t no_lead = 0;  // of a report

DeadlineKind kind_of(std::string_view word) {
  if (word == claim_kind) return DeadlineKind::closes;
  if (const auto kind = deadline_kind_from_string(word)) return *kind;
  throw damaged_value("sent_reminders.kind", word);
}

SentReminder read(const Statement& row) {
  SentReminder reminder{{{kind_of(row.text(0)), instant(row.number(1))}, {}},
                        instant(row.number(3))};
  reminder.reminder.claim = row.text(0) == claim_kind;
  if (row.number(2) != no_lead) reminder.reminder.lead = Seconds{row.number(2)};
  return reminder;
}

}  // namespace

SentReminders::SentReminders(Database& db)
    : of_(db, R"(
        SELECT kind, at, lead, sent_at
        FROM sent_reminders
        WHERE number = $1
        ORDER BY kind, at, lead
      )"),
      add_(db, R"(
        INSERT INTO sent_reminders (number, kind, at, lead, sent_at)
        VALUES ($1, $2, $3, $4, $5)
        ON CONFLICT (number, kind, at, lead) DO UPDATE SET sent_at = excluded.sent_at
      )"),
      delete_old_(db, R"(
        DELETE FROM sent_reminders
        WHERE at <= $1 AND sent_at <= $1
          AND NOT EXISTS (
            SELECT 1
            FROM orders
            WHERE orders.number = sent_reminders.number
              AND (EXISTS (SELECT 1 FROM deadlines WHERE order_id = orders.id)
                OR EXISTS (SELECT 1 FROM states WHERE order_id = orders.id AND state = 'open')))
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
