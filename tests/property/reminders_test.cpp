#include "rules/reminders.h"

#include <rapidcheck.h>

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

#include "aliprotect/error.h"
#include "support/catch.h"
#include "support/order_builder.h"
#include "support/store_fixture.h"

namespace aliprotect::testing {
namespace {

using namespace std::chrono_literals;

/// Order number, kind, instant and lead time (none: 0 s), sortable for a set.
using Key = std::tuple<std::string, DeadlineKind, Instant, Seconds>;

Key key_of(const OrderNumber& number, const Reminder& reminder) {
  return {number.text(), reminder.deadline.kind, reminder.deadline.at, reminder.lead.value_or(0s)};
}

Order any_order() {
  OrderBuilder built = order();
  const int shipped = *rc::gen::inRange(0, 10);
  built.shipped(day(shipped));
  if (*rc::gen::arbitrary<bool>()) built.days(*rc::gen::inRange(5, 40));
  if (*rc::gen::arbitrary<bool>()) built.closes(day(shipped + *rc::gen::inRange(5, 40)));
  if (*rc::gen::arbitrary<bool>()) built.pickup_by(day(shipped + *rc::gen::inRange(5, 40)));
  if (*rc::gen::inRange(0, 4) == 0) built.dispute(day(shipped + *rc::gen::inRange(1, 5)));
  return built;
}

std::vector<Reminder> send_due(const Order& order, Instant now, std::vector<SentReminder>& sent) {
  const ReminderQuery query{{7_d, 4_d, 2_d, 1_d}, {}};
  const Clocks clocks = clocks_of(order, policy_2016());
  const Status status = status_of(order, clocks, now);
  std::vector<DueReminder> due =
      reminders_ahead(deadlines_of(order, clocks, status, now), now, query, sent);
  if (auto loss = loss_reminder(clocks, status, now, query, sent)) due.push_back(*std::move(loss));
  std::vector<Reminder> alarms;
  for (const DueReminder& each : due) {
    alarms.push_back(each.reminder);
    for (const Reminder& covered : each.covers) sent.push_back({covered, now});
  }
  return alarms;
}

}  // namespace

TEST_CASE("each reminder is sent once and each deadline is reported, however often it runs") {
  CHECK(rc::check([] {
    const Order order = any_order();
    // Picked at once, because RapidCheck needs milliseconds for each pick.
    const auto pauses = *rc::gen::container<std::vector<int>>(100, rc::gen::inRange(1, 23 * 3600));
    std::vector<SentReminder> sent;
    std::set<Key> seen;
    Instant now = day(0);
    for (std::size_t run = 0; now < day(60); ++run) {
      for (const Reminder& reminder : send_due(order, now, sent)) {
        RC_ASSERT(seen.insert(key_of(order.number, reminder)).second);
        if (reminder.lead)
          RC_ASSERT(now < reminder.deadline.at && reminder.deadline.at <= now + *reminder.lead);
      }
      RC_ASSERT(send_due(order, now, sent).empty());  // a second run immediately
      now += Seconds{pauses[run % pauses.size()]};
    }
    // Runs are less than a day apart, so each deadline that passed was reported a day before.
    const Clocks clocks = clocks_of(order, policy_2016());
    for (const Deadline& deadline : without_duplicate_deadline(
             deadlines_of(order, clocks, status_of(order, clocks, day(0)), day(0)))) {
      const Status last = status_of(order, clocks, deadline.at - 1s);
      const auto ahead =
          without_duplicate_deadline(deadlines_of(order, clocks, last, deadline.at - 1s));
      const bool passed = std::find(ahead.begin(), ahead.end(), deadline) != ahead.end();
      if (passed && deadline.at >= day(1))
        RC_ASSERT(seen.contains(key_of(order.number, {deadline, 1_d})));
    }
  }));
}

TEST_CASE("the sent reminders in a store match a set") {
  CHECK(rc::check([] {
    const TempDir folder;
    Store store = Store::open_to_write(folder / "orders.db", shipped_policies());
    std::map<Key, Instant> model;
    int today = 0;
    for (int step = 0; step < 12; ++step) {
      today += *rc::gen::inRange(0, 40);
      const Instant now = day(today);
      const auto number =
          OrderNumber::read(std::to_string(3051000000011234 + 10000LL * *rc::gen::inRange(0, 3)));
      Store::OrderReminders reminders_of_order{number, {}};
      for (int i = *rc::gen::inRange(0, 4); i > 0; --i) {
        const auto kind = *rc::gen::element(DeadlineKind::closes, DeadlineKind::return_by);
        const Instant at = day(today + *rc::gen::inRange(-5, 5));
        const auto lead = *rc::gen::element<std::optional<Seconds>>(std::nullopt, 1_d, 36h);
        reminders_of_order.reminders.push_back({{kind, at}, lead});
      }
      const bool fails = *rc::gen::inRange(0, 5) == 0;
      try {
        store.send_reminders(now, [&]() -> std::vector<Store::OrderReminders> {
          if (fails) throw UserError("it fails");
          return {reminders_of_order};
        });
        std::erase_if(model, [&](const auto& row) {
          return std::get<Instant>(row.first) <= now - 60_d && row.second <= now - 60_d;
        });
        for (const Reminder& reminder : reminders_of_order.reminders)
          model[key_of(number, reminder)] = now;
      } catch (const UserError&) {
        RC_ASSERT(fails);
      }
      std::map<Key, Instant> kept;
      for (int i = 0; i < 3; ++i) {
        const auto each = OrderNumber::read(std::to_string(3051000000011234 + 10000LL * i));
        for (const SentReminder& row : store.sent_reminders(each))
          kept[key_of(each, row.reminder)] = row.sent_at;
      }
      RC_ASSERT(kept == model);
    }
  }));
}

}  // namespace aliprotect::testing
