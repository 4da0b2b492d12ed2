// Which reminders are due, given those already sent.
#include "rules/reminders.h"

#include "support/catch.h"
#include "support/order_builder.h"

using namespace aliprotect;
using namespace aliprotect::testing;
using namespace std::chrono_literals;

namespace {

const ReminderQuery usual{{7_d, 4_d, 2_d, 1_d}, {}};

SentReminder sent(DeadlineKind kind, Instant at, std::optional<Seconds> lead) {
  return {{{kind, at}, lead}, at - 30_d};
}

/// `closes 2026-11-15T00:00:00Z 4d`, one per deadline; a loss has no lead time.
std::string text(const Reminder& reminder) {
  return aliprotect::testing::text(std::vector{reminder.deadline}) + " " +
         (reminder.lead ? to_duration(*reminder.lead) : "lost");
}

std::string text(const std::vector<DueReminder>& due) {
  std::string all;
  for (const DueReminder& each : due) all += (all.empty() ? "" : ", ") + text(each.reminder);
  return all;
}

std::vector<DueReminder> due_reminders(const Order& order, Instant now,
                                       const std::vector<SentReminder>& sent_before = {},
                                       const ReminderQuery& query = usual,
                                       const Policy& policy = policy_2016()) {
  const Clocks clocks = clocks_of(order, policy);
  return reminders_ahead(deadlines_of(order, clocks, status_of(order, clocks, now), now), now,
                         query, sent_before);
}

/// Closes on day 45, without a guaranteed delivery date.
OrderBuilder closing() { return order().shipped(day(0)).closes(day(45)); }
constexpr DeadlineKind closes = DeadlineKind::closes;

}  // namespace

TEST_CASE("a reminder is due once its lead time begins; only the shortest lead time is sent") {
  struct Row {
    const char* name;
    Instant now;
    std::vector<SentReminder> sent;
    std::string expected;
  };
  const std::string at_45 = "closes 2026-11-15T00:00:00Z ";
  const std::vector<SentReminder> first = {sent(closes, day(45), 7_d)};
  const std::vector<SentReminder> three = {sent(closes, day(45), 7_d), sent(closes, day(45), 4_d),
                                           sent(closes, day(45), 2_d)};
  const std::vector<Row> rows = {
      {"a second too early", day(38) - 1s, {}, ""},
      {"at the first lead", day(38), {}, at_45 + "7d"},
      {"due at the first lead time", day(38), first, ""},
      {"still due, a second before the next", day(41) - 1s, first, ""},
      {"at the second", day(41), first, at_45 + "4d"},
      {"two missed runs are one line", day(43), first, at_45 + "2d"},
      {"recorded three days before: once, now", day(42), {}, at_45 + "4d"},
      {"a second before the last lead", day(44) - 1s, three, ""},
      {"the last one", day(44), three, at_45 + "1d"},
      {"missed until the last second", day(45) - 1s, {}, at_45 + "1d"},
      {"passed: nothing is ahead", day(45), {}, ""},
      {"a longer lead time that was not sent is due, though a shorter one was sent",
       day(42),
       {sent(closes, day(45), 4_d)},
       at_45 + "7d"},
      {"the deadline moved later",
       day(41),
       {sent(closes, day(40), 7_d), sent(closes, day(40), 4_d)},
       at_45 + "4d"},
      {"… and back to where it was sent",
       day(41),
       {sent(closes, day(45), 7_d), sent(closes, day(45), 4_d), sent(closes, day(50), 7_d)},
       ""},
      {"another kind at that instant says nothing of it",
       day(38),
       {sent(DeadlineKind::pickup_by, day(45), 7_d)},
       at_45 + "7d"},
      {"a reported loss does not count as a reminder",
       day(38),
       {sent(closes, day(45), none)},
       at_45 + "7d"},
  };
  for (const Row& row : rows) {
    INFO(row.name);
    CHECK(text(due_reminders(closing(), row.now, row.sent)) == row.expected);
  }
}

TEST_CASE("a reminder replaces all missed ones with longer lead times") {
  const auto due = due_reminders(closing(), day(43));
  REQUIRE(due.size() == 1);
  const Deadline deadline{closes, day(45)};
  CHECK(due[0].covers == std::vector<Reminder>{{deadline, 2_d}, {deadline, 4_d}, {deadline, 7_d}});
}

TEST_CASE("a deadline at the same instant as closes is not mentioned, but counts as sent") {
  const Order both = order().shipped(day(0)).days(45);
  const auto due = due_reminders(both, day(38));
  CHECK(text(due) == "closes 2026-11-15T00:00:00Z 7d");
  REQUIRE(due.size() == 1);
  CHECK(due[0].covers ==
        std::vector<Reminder>{{{closes, day(45)}, 7_d}, {{DeadlineKind::deadline, day(45)}, 7_d}});

  // If only this kind is requested, it is mentioned and covers itself.
  const auto alone = due_reminders(both, day(38), {}, {usual.leads, {DeadlineKind::deadline}});
  CHECK(text(alone) == "deadline 2026-11-15T00:00:00Z 7d");
  CHECK(alone.at(0).covers.size() == 1);

  // If they differ by a second, both are mentioned.
  const Order apart = order().shipped(day(0)).deadline(day(45)).closes(day(45) + 1s);
  CHECK(text(due_reminders(apart, day(39))) ==
        "deadline 2026-11-15T00:00:00Z 7d, closes 2026-11-15T00:00:01Z 7d");
}

TEST_CASE("each deadline has its own reminders, opportunities have none") {
  const Order disputed = order().shipped(day(0)).deadline(day(24)).closes(day(45)).dispute(day(10));
  CHECK(text(due_reminders(disputed, day(22))) ==
        "deadline 2026-10-25T00:00:00Z 2d, auto_escalates 2026-10-26T00:00:00Z 4d");
  CHECK(text(due_reminders(disputed, day(22),
                           {sent(DeadlineKind::auto_escalates, day(25), 7_d),
                            sent(DeadlineKind::auto_escalates, day(25), 4_d)})) ==
        "deadline 2026-10-25T00:00:00Z 2d");
  CHECK(text(due_reminders(disputed, day(12))).empty());  // escalation opens at day 13
  CHECK(text(due_reminders(closing(), day(4))).empty());  // a dispute can be opened from day 5
}

TEST_CASE("--kind selects deadlines, --lead sets the lead times") {
  const Order waiting = order().shipped(day(0)).closes(day(45)).pickup_by(day(44));
  CHECK(text(due_reminders(waiting, day(40))) ==
        "pickup_by 2026-11-14T00:00:00Z 4d, closes 2026-11-15T00:00:00Z 7d");
  CHECK(text(due_reminders(waiting, day(40), {}, {usual.leads, {closes}})) ==
        "closes 2026-11-15T00:00:00Z 7d");
  CHECK(text(due_reminders(waiting, day(40), {}, {usual.leads, {DeadlineKind::ship_by}})).empty());

  CHECK(text(due_reminders(closing(), day(43), {}, {{36h}, {}})).empty());
  CHECK(text(due_reminders(closing(), day(43) + 12h, {}, {{36h}, {}})) ==
        "closes 2026-11-15T00:00:00Z 36h");
  CHECK(text(due_reminders(closing(), day(43), {}, {{1_d, 30_d, 7_d}, {}})) ==
        "closes 2026-11-15T00:00:00Z 7d");
}

TEST_CASE("during the grace, its end has reminders") {
  const auto due = due_reminders(closing(), day(55), {}, usual, policy_2017());
  CHECK(text(due) == "closes 2026-11-30T00:00:00Z 7d");
  CHECK(due_reminders(closing(), day(46), {}, usual, policy_2017()).empty());
}

TEST_CASE("a loss is reported once") {
  struct Row {
    const char* name;
    Order order;
    Instant now;
    std::vector<SentReminder> sent;
    bool is_due;
    std::vector<DeadlineKind> kinds = {};
  };
  const auto loss_sent = [](Instant ended, Instant sent_at) {
    return std::vector<SentReminder>{{{{closes, ended}, none}, sent_at}};
  };
  const std::vector<Row> rows = {
      {"a second before it closes", closing(), day(45) - 1s, {}, false},
      {"when it closes", closing(), day(45), {}, true},
      {"60 days later, less a second", closing(), day(105) - 1s, {}, true},
      {"60 days later it is history", closing(), day(105), {}, false},
      {"already sent", closing(), day(46), loss_sent(day(45), day(45)), false},
      {"reported, and its closing date corrected since", closing(), day(60),
       loss_sent(day(40), day(46)), false},
      {"reported, then extended and lost again", closing(), day(46), loss_sent(day(40), day(41)),
       true},
      {"earlier reminders do not count as a report of the loss",
       closing(),
       day(46),
       {sent(closes, day(45), 1_d)},
       true},
      {"never shipped, closes typed", order().closes(day(45)), day(46), {}, true},
      {"the goods arrived", closing().all_delivered(day(20)), day(46), {}, false},
      {"one of two parcels arrived",
       closing().delivered(day(20)).shipped(day(1)),
       day(46),
       {},
       true},
      {"confirmed", closing().confirmed(day(40)), day(46), {}, false},
      {"cancelled", order().closes(day(45)).cancelled(day(2)), day(46), {}, false},
      {"in dispute", closing().dispute(day(40)), day(46), {}, false},
      {"refunded",
       closing().dispute(day(30)).resolved(Outcome::refunded, day(40)),
       day(46),
       {},
       false},
      {"a dispute that was cancelled",
       closing().dispute(day(30)).dispute_cancelled(day(40)),
       day(46),
       {},
       true},
      {"asked for", closing(), day(46), {}, true, {closes}},
      {"not asked for", closing(), day(46), {}, false, {DeadlineKind::deadline}},
  };
  for (const Row& row : rows) {
    INFO(row.name);
    const Clocks clocks = clocks_of(row.order, policy_2016());
    const auto due = loss_reminder(clocks, status_of(row.order, clocks, row.now), row.now,
                                   {usual.leads, row.kinds}, row.sent);
    CHECK(due.has_value() == row.is_due);
    if (!due) continue;
    CHECK(text(due->reminder) == "closes 2026-11-15T00:00:00Z lost");
    CHECK(due->covers == std::vector{due->reminder});
  }
}

TEST_CASE("a loss is reported after the grace, not before") {
  const Clocks clocks = clocks_of(closing(), policy_2017());
  const auto loss_at = [&](Instant now) {
    return loss_reminder(clocks, status_of(closing(), clocks, now), now, usual, {});
  };
  CHECK_FALSE(loss_at(day(60) - 1s));
  REQUIRE(loss_at(day(60)));
  CHECK(loss_at(day(60))->reminder.deadline.at == day(60));
}
