#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>

#include "aliprotect/error.h"
#include "support/catch.h"
#include "support/every_state.h"
#include "support/server_store.h"

namespace aliprotect::testing {
namespace {

using namespace std::chrono_literals;

const std::string a = "3051000000411234";
const OrderNumber number_a = OrderNumber::read(a);
const Reminder week{{DeadlineKind::closes, day(45)}, 7_d};
const Reminder last_day{{DeadlineKind::closes, day(45)}, 1_d};
const Reminder loss{{DeadlineKind::closes, day(45)}, std::nullopt};

Store opened(const TempDir& folder) {
  return Store::open_to_write(store_in(folder), shipped_policies());
}

void send(Store& store, Instant now, const std::vector<Reminder>& reminders) {
  store.send_reminders(now, [&] {
    return std::vector<Store::OrderReminders>{{number_a, reminders}};
  });
}

std::string count_told(const TempDir& folder) {
  return value_of(store_in(folder), "SELECT count(*) FROM sent_reminders");
}

}  // namespace

TEST_CASE("sent reminders are recorded by order number, with their time", "[store]") {
  const TempDir folder;
  Store store = opened(folder);
  CHECK(store.sent_reminders(number_a).empty());
  send(store, day(38), {week});
  send(store, day(44), {last_day});
  send(store, day(45), {loss});
  CHECK(store.sent_reminders(number_a) ==
        std::vector<SentReminder>{{loss, day(45)}, {last_day, day(44)}, {week, day(38)}});
  CHECK(store.sent_reminders(OrderNumber::read("3051000000421234")).empty());

  Store reader = Store::open_to_read(store_in(folder), shipped_policies()).value();
  CHECK(reader.sent_reminders(number_a).size() == 3);
}

TEST_CASE("reminders of every kind of deadline can be recorded", "[store]") {
  const TempDir folder;
  Store store = opened(folder);
  std::vector<Reminder> reminders;
  for (const DeadlineKind kind :
       {DeadlineKind::ship_by, DeadlineKind::deadline, DeadlineKind::closes,
        DeadlineKind::auto_escalates, DeadlineKind::reason_change, DeadlineKind::evidence_due,
        DeadlineKind::pickup_by, DeadlineKind::return_by}) {
    reminders.push_back({{kind, day(45)}, 7_d});
  }
  send(store, day(40), reminders);
  CHECK(store.sent_reminders(number_a).size() == reminders.size());
}

TEST_CASE("the same reminder is recorded once, with its last time", "[store]") {
  const TempDir folder;
  Store store = opened(folder);
  send(store, day(45), {loss});
  send(store, day(46), {loss, loss});
  CHECK(store.sent_reminders(number_a) == std::vector<SentReminder>{{loss, day(46)}});
}

TEST_CASE("if sending fails, nothing is recorded", "[store]") {
  const TempDir folder;
  Store store = opened(folder);
  CHECK_THROWS_AS(store.send_reminders(day(38),
                                       []() -> std::vector<Store::OrderReminders> {
                                         throw UserError("the mail did not go out");
                                       }),
                  UserError);
  CHECK(store.sent_reminders(number_a).empty());
  store.send_reminders(day(38), [] { return std::vector<Store::OrderReminders>{}; });
  CHECK(count_told(folder) == "0");
}

TEST_CASE("old reminders are deleted", "[store]") {
  const TempDir folder;
  Store store = opened(folder);
  send(store, day(38), {week, last_day});
  send(store, day(45), {loss});
  const Reminder other{{DeadlineKind::closes, day(120)}, 30_d};

  send(store, day(105) - 1s, {other});
  CHECK(store.sent_reminders(number_a).size() == 4);
  send(store, day(105), {other});
  CHECK(store.sent_reminders(number_a) == std::vector<SentReminder>{{other, day(105)}});

  // A late reminder is kept as long as the loss could be reported again.
  send(store, day(110), {loss});
  send(store, day(170) - 1s, {other});
  CHECK(store.sent_reminders(number_a).size() == 2);
  send(store, day(170), {other});
  CHECK(store.sent_reminders(number_a).size() == 1);
}

TEST_CASE("old reminders of an order that has not ended are kept", "[store]") {
  const TempDir folder;
  Store store = opened(folder);
  Order order = bare_order(a);
  order.closes = day(45);
  const OrderId id = add(store, {order}).front();
  send(store, day(38), {week});
  const Reminder other{{DeadlineKind::closes, day(1302)}, 1_d};
  send(store, day(1300), {other});  // the clock is years fast
  CHECK(store.sent_reminders(number_a).size() == 2);

  SECTION("they are deleted once the order has ended") {
    store.record(label("confirm"), [&](Changes& changes) {
      Order confirmed = changes.find(id).value();
      confirmed.confirmed_at = day(44);
      changes.replace(confirmed);
    });
  }
  SECTION("they are deleted once the order is deleted") {
    store.record(label("remove"), [&](Changes& changes) { changes.remove(id); });
  }
  send(store, day(1300), {other});
  CHECK(store.sent_reminders(number_a) == std::vector<SentReminder>{{other, day(1300)}});
}

TEST_CASE("sent reminders are not in the journal; undo and changes do not affect them", "[store]") {
  const TempDir folder;
  Store store = opened(folder);
  add(store, {bare_order(a)});
  send(store, day(38), {week});
  CHECK(value_of(store_in(folder), "SELECT count(*) FROM entries") == "1");

  store.record(label("edit"), [](Changes& changes) {
    Order order = changes.find(OrderId{1}).value();
    order.title = "another";
    changes.replace(order);
  });
  CHECK(store.sent_reminders(number_a).size() == 1);
  store.undo(label("undo"));
  CHECK(store.sent_reminders(number_a).size() == 1);
  store.record(label("remove"), [](Changes& changes) { changes.remove(OrderId{1}); });
  store.undo(label("undo"));
  CHECK(store.sent_reminders(number_a).size() == 1);
  store.undo(label("undo"));
  CHECK(all_orders(store).empty());
  CHECK(store.sent_reminders(number_a).size() == 1);
}

TEST_CASE("only one process sends reminders at a time", "[store]") {
  const TempDir folder;
  Store first = opened(folder);
  first.send_reminders(day(38), [&] {
    Store other = Store::open_to_write(store_in(folder), shipped_policies(), 50ms);
    CHECK_THROWS_AS(send(other, day(38), {week}), StoreError);
    other.record(label(), [](Changes& changes) { changes.add(bare_order(a)); });  // not locked
    return std::vector<Store::OrderReminders>{};
  });
  send(first, day(38), {week});
  CHECK(first.sent_reminders(number_a).size() == 1);
}

TEST_CASE("a link to the store uses the same lock", "[file][store]") {
  const TempDir folder;
  Store first = opened(folder);
  std::filesystem::create_symlink(store_in(folder), folder / "link.db");
  Store other = Store::open_to_write(folder / "link.db", shipped_policies(), 50ms);
  first.send_reminders(day(38), [&] {
    CHECK_THROWS_AS(send(other, day(38), {week}), StoreError);
    return std::vector<Store::OrderReminders>{};
  });
}

TEST_CASE("the lock ends with its process, even after a crash", "[store]") {
  const TempDir folder;
  Store store = opened(folder);
  const pid_t child = ::fork();
  if (child == 0) {
    Store own = opened(folder);
    own.send_reminders(day(38), []() -> std::vector<Store::OrderReminders> { ::_exit(7); });
  }
  int status = 0;
  ::waitpid(child, &status, 0);
  REQUIRE(WIFEXITED(status));
  CHECK(WEXITSTATUS(status) == 7);
  send(store, day(38), {week});
  CHECK(store.sent_reminders(number_a).size() == 1);
}

TEST_CASE("all orders that closed undelivered are selected at every hour", "[store]") {
  EveryState states;
  for (int hour = 0; hour < 24 * 80; ++hour) {
    const Instant now = day(0) + Seconds{3600 * hour};
    Selection lapsed;
    lapsed.lapsed = {now - 3_d, now};
    const auto expected = states.where([&](const Order& each, const Clocks& clocks) {
      return status_of(each, clocks, now) == Status::auto_closed && !clocks.delivered &&
             *clocks.last_chance > now - 3_d;
    });
    if (ids_of(states.store, lapsed) != expected) FAIL("at hour " << hour);
  }
}

}  // namespace aliprotect::testing
