#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>

#include "aliprotect/error.h"
#include "support/catch.h"
#include "support/lives.h"

namespace aliprotect::testing {
namespace {

using namespace std::chrono_literals;

const std::string a = "3051000000411234";
const OrderNumber number_a = OrderNumber::read(a);
const Reminder week{{DeadlineKind::closes, day(45)}, 7_d};
const Reminder last_day{{DeadlineKind::closes, day(45)}, 1_d};
const Reminder loss{{DeadlineKind::closes, day(45)}, std::nullopt};

Store opened(const TempDir& folder) {
  return Store::open_to_write(folder / "orders.db", shipped_policies());
}

void tell(Store& store, Instant now, const std::vector<Reminder>& alarms) {
  store.send_reminders(now, [&] { return std::vector<Store::OrderReminders>{{number_a, alarms}}; });
}

std::string count_told(const TempDir& folder) {
  return value_of(folder / "orders.db", "SELECT count(*) FROM told_alarms");
}

}  // namespace

TEST_CASE("what was told is kept by order number, with when", "[store]") {
  const TempDir folder;
  Store store = opened(folder);
  CHECK(store.sent_reminders(number_a).empty());
  tell(store, day(38), {week});
  tell(store, day(44), {last_day});
  tell(store, day(45), {loss});
  CHECK(store.sent_reminders(number_a) ==
        std::vector<SentReminder>{{loss, day(45)}, {last_day, day(44)}, {week, day(38)}});
  CHECK(store.sent_reminders(OrderNumber::read("3051000000421234")).empty());

  Store reader = Store::open_to_read(folder / "orders.db", shipped_policies()).value();
  CHECK(reader.sent_reminders(number_a).size() == 3);
}

TEST_CASE("every kind of deadline can be told", "[store]") {
  const TempDir folder;
  Store store = opened(folder);
  std::vector<Reminder> alarms;
  for (const DeadlineKind kind :
       {DeadlineKind::ship_by, DeadlineKind::deadline, DeadlineKind::closes,
        DeadlineKind::auto_escalates, DeadlineKind::reason_change, DeadlineKind::evidence_due,
        DeadlineKind::pickup_by, DeadlineKind::return_by}) {
    alarms.push_back({{kind, day(45)}, 7_d});
  }
  tell(store, day(40), alarms);
  CHECK(store.sent_reminders(number_a).size() == alarms.size());
}

TEST_CASE("the same told again is told once, the last time counts", "[store]") {
  const TempDir folder;
  Store store = opened(folder);
  tell(store, day(45), {loss});
  tell(store, day(46), {loss, loss});
  CHECK(store.sent_reminders(number_a) == std::vector<SentReminder>{{loss, day(46)}});
}

TEST_CASE("where telling fails, nothing is kept", "[store]") {
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

TEST_CASE("what can be told no more is forgotten", "[store]") {
  const TempDir folder;
  Store store = opened(folder);
  tell(store, day(38), {week, last_day});
  tell(store, day(45), {loss});
  const Reminder other{{DeadlineKind::closes, day(120)}, 30_d};

  tell(store, day(105) - 1s, {other});
  CHECK(store.sent_reminders(number_a).size() == 4);
  tell(store, day(105), {other});
  CHECK(store.sent_reminders(number_a) == std::vector<SentReminder>{{other, day(105)}});

  // One that was told late is kept as long as its loss could be told again.
  tell(store, day(110), {loss});
  tell(store, day(170) - 1s, {other});
  CHECK(store.sent_reminders(number_a).size() == 2);
  tell(store, day(170), {other});
  CHECK(store.sent_reminders(number_a).size() == 1);
}

TEST_CASE("what was told of an order that no fact has ended is kept, however late it seems",
          "[store]") {
  const TempDir folder;
  Store store = opened(folder);
  Order order = bare_order(a);
  order.closes = day(45);
  const OrderId id = add(store, {order}).front();
  tell(store, day(38), {week});
  const Reminder other{{DeadlineKind::closes, day(1302)}, 1_d};
  tell(store, day(1300), {other});  // of a clock that is years ahead
  CHECK(store.sent_reminders(number_a).size() == 2);

  SECTION("it is forgotten once one has ended it") {
    store.record(label("confirm"), [&](Changes& changes) {
      Order confirmed = changes.find(id).value();
      confirmed.confirmed_at = day(44);
      changes.replace(confirmed);
    });
  }
  SECTION("it is forgotten once it is deleted") {
    store.record(label("remove"), [&](Changes& changes) { changes.remove(id); });
  }
  tell(store, day(1300), {other});
  CHECK(store.sent_reminders(number_a) == std::vector<SentReminder>{{other, day(1300)}});
}

TEST_CASE("what was told is in no journal, and neither undo nor a change of the order touches it",
          "[store]") {
  const TempDir folder;
  Store store = opened(folder);
  add(store, {bare_order(a)});
  tell(store, day(38), {week});
  CHECK(value_of(folder / "orders.db", "SELECT count(*) FROM entries") == "1");

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

TEST_CASE("one process tells at a time", "[store]") {
  const TempDir folder;
  Store first = opened(folder);
  first.send_reminders(day(38), [&] {
    Store other = Store::open_to_write(folder / "orders.db", shipped_policies(), 50ms);
    CHECK_THROWS_AS(tell(other, day(38), {week}), StoreError);
    other.record(label(), [](Changes& changes) { changes.add(bare_order(a)); });  // not locked
    return std::vector<Store::OrderReminders>{};
  });
  tell(first, day(38), {week});
  CHECK(first.sent_reminders(number_a).size() == 1);
}

TEST_CASE("a link to the store leads to the same turn", "[store]") {
  const TempDir folder;
  Store first = opened(folder);
  std::filesystem::create_symlink(folder / "orders.db", folder / "link.db");
  Store other = Store::open_to_write(folder / "link.db", shipped_policies(), 50ms);
  first.send_reminders(day(38), [&] {
    CHECK_THROWS_AS(tell(other, day(38), {week}), StoreError);
    return std::vector<Store::OrderReminders>{};
  });
}

TEST_CASE("the turn ends with its process, however that ends", "[store]") {
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
  tell(store, day(38), {week});
  CHECK(store.sent_reminders(number_a).size() == 1);
}

TEST_CASE("a store made before alarms were told is brought up to date", "[store]") {
  const TempDir folder;
  const std::string path = made_store(folder);
  run_sql(path, "DROP TABLE told_alarms; DROP TABLE former_numbers; PRAGMA user_version = 5");
  Store reader = Store::open_to_read(path, shipped_policies()).value();
  CHECK(reader.sent_reminders(number_a).empty());
  Store writer = Store::open_to_write(path, shipped_policies());
  tell(writer, day(38), {week});
  CHECK(reader.sent_reminders(number_a).size() == 1);
  CHECK(all_orders(writer).size() == 30);
}

TEST_CASE("no order that lapsed with goods under way is missed, at any hour", "[store]") {
  Lives lives;
  for (int hour = 0; hour < 24 * 80; ++hour) {
    const Instant now = day(0) + Seconds{3600 * hour};
    Selection lapsed;
    lapsed.lapsed = {now - 3_d, now};
    const auto expected = lives.where([&](const Order& life, const Clocks& clocks) {
      return status_of(life, clocks, now) == Status::auto_closed && !clocks.delivered &&
             *clocks.last_chance > now - 3_d;
    });
    if (ids_of(lives.store, lapsed) != expected) FAIL("at hour " << hour);
  }
}

}  // namespace aliprotect::testing
