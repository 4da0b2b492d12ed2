#include "aliprotect/error.h"
#include "support/catch.h"
#include "support/server_store.h"
#include "support/store_fixture.h"

namespace aliprotect::testing {
namespace {

const std::string a = "3051000000411234";
const std::string b = "3051000000421234";
const std::string c = "3051000000431234";

struct ReadEntry {
  Entry entry;
  Tally tally;
  std::vector<Difference<Order>> orders;
};

std::vector<ReadEntry> journal_of(Store& store, const JournalSelection& selection = {}) {
  std::vector<ReadEntry> entries;
  store.read_journal(selection, [&](const Entry& entry, Differences& differences) {
    ReadEntry& read = entries.emplace_back(ReadEntry{entry, differences.tally(), {}});
    differences.read_orders([&](const Difference<Order>& difference) {
      read.orders.push_back(difference);
      return true;
    });
    return true;
  });
  return entries;
}

std::vector<std::int64_t> numbers(const std::vector<ReadEntry>& entries) {
  std::vector<std::int64_t> numbers;
  for (const ReadEntry& read : entries) numbers.push_back(read.entry.number);
  return numbers;
}

void check_tally(const ReadEntry& read, std::size_t added, std::size_t changed,
                 std::size_t removed) {
  INFO("entry " << read.entry.number);
  CHECK(read.tally.added == added);
  CHECK(read.tally.changed == changed);
  CHECK(read.tally.removed == removed);
}

/// 1 adds a and b; 2 changes a, twice, and removes b; 3 undoes 2; 4 adds c and removes it again.
struct FourEntries {
  TempDir folder;
  std::string path = store_in(folder);
  Store store = Store::open_to_write(path, shipped_policies());
  Order first = full_order(a);
  Order other = full_order(b);
  Order changed;

  FourEntries() {
    store.record({day(1), "add"}, [&](Changes& changes) {
      first.id = changes.add(first);
      other.id = changes.add(other);
    });
    changed = first;
    changed.title = "another";
    changed.disputes.clear();
    store.record({day(2), "edit"}, [&](Changes& changes) {
      Order half = first;
      half.title = "half-way";
      changes.replace(half);
      changes.replace(changed);
      changes.remove(other.id);
    });
    store.undo({day(3), "undo"});
    store.record({day(4), "both"},
                 [&](Changes& changes) { changes.remove(changes.add(bare_order(c))); });
  }
};

}  // namespace

TEST_CASE("entries have an author, and can be selected by it", "[file][store]") {
  const TempDir folder;
  Store store = Store::open_to_write(store_in(folder), shipped_policies());
  const auto record_by = [&](const Author& author, const std::string& number) {
    store.record({day(1), "add", author},
                 [&](Changes& changes) { changes.add(bare_order(number)); });
  };
  record_by({"anna", "desk"}, a);
  record_by({"ben", "desk"}, b);
  record_by({"anna", "phone"}, c);
  store.undo({day(2), "undo", {"ben", "phone"}});

  CHECK(journal_of(store)[0].entry.change.author == Author{"ben", "phone"});
  CHECK(journal_of(store)[3].entry.change.author == Author{"anna", "desk"});
  const auto entries_of = [&](const std::string& name, std::vector<OrderId> orders = {}) {
    return numbers(journal_of(store, {.entries = {}, .orders = std::move(orders), .by = name}));
  };
  CHECK(entries_of("anna") == std::vector<std::int64_t>{3, 1});
  CHECK(entries_of("anna@phone") == std::vector<std::int64_t>{3});
  CHECK(entries_of("anna", {OrderId{1}}) == std::vector<std::int64_t>{1});
  CHECK(entries_of("ann").empty());
  CHECK(entries_of("desk").empty());
}

TEST_CASE("the journal is read newest first, with undone entries", "[store]") {
  FourEntries four;
  const std::vector<ReadEntry> entries = journal_of(four.store);
  REQUIRE(numbers(entries) == std::vector<std::int64_t>{4, 3, 2, 1});
  CHECK(entries[3].entry.change.command == "add");
  CHECK(entries[3].entry.change.at == day(1));
  CHECK_FALSE(entries[3].entry.undoes);
  CHECK_FALSE(entries[3].entry.undone_by);
  CHECK(entries[2].entry.undone_by == 3);
  CHECK(entries[1].entry.undoes == 2);
  CHECK_FALSE(entries[1].entry.undone_by);
}

TEST_CASE("an entry has each order before and after the change", "[store]") {
  FourEntries four;
  const std::vector<ReadEntry> entries = journal_of(four.store);

  REQUIRE(entries[3].orders.size() == 2);
  CHECK_FALSE(entries[3].orders[0].before);
  CHECK(entries[3].orders[0].after == four.first);
  CHECK(entries[3].orders[1].after == four.other);

  REQUIRE(entries[2].orders.size() == 2);
  CHECK(entries[2].orders[0].before == four.first);
  CHECK(entries[2].orders[0].after == four.changed);
  CHECK(entries[2].orders[1].before == four.other);
  CHECK_FALSE(entries[2].orders[1].after);

  REQUIRE(entries[1].orders.size() == 2);
  CHECK(entries[1].orders[0].before == four.changed);
  CHECK(entries[1].orders[0].after == four.first);
  CHECK_FALSE(entries[1].orders[1].before);
  CHECK(entries[1].orders[1].after == four.other);

  CHECK(entries[0].orders.empty());  // added and removed in one change
}

TEST_CASE("changed orders are counted", "[store]") {
  FourEntries four;
  const std::vector<ReadEntry> entries = journal_of(four.store);
  check_tally(entries[3], 2, 0, 0);
  check_tally(entries[2], 0, 1, 1);
  check_tally(entries[1], 1, 1, 0);
  check_tally(entries[0], 0, 0, 0);
}

TEST_CASE("later changes do not affect the orders of an entry", "[store]") {
  FourEntries four;
  four.store.record(label("later"), [&](Changes& changes) {
    Order order = four.first;
    order.client.reset();
    changes.replace(order);
  });
  CHECK(journal_of(four.store)[4].orders[0].after == four.first);
  four.store.undo(label("undo"), 2);
  const std::vector<ReadEntry> entries = journal_of(four.store);
  CHECK(entries.back().orders[0].after == four.first);
  CHECK_FALSE(four.store.find(four.first.id) == four.changed);
}

TEST_CASE("the journal can be limited to some orders", "[store]") {
  FourEntries four;
  add(four.store, {bare_order("3051000000441234")});
  const std::vector<ReadEntry> entries =
      journal_of(four.store, {.entries = {}, .orders = {four.other.id}});
  CHECK(numbers(entries) == std::vector<std::int64_t>{3, 2, 1});
  for (const ReadEntry& read : entries) {
    CHECK(read.orders.size() == 1);
    CHECK(read.tally.added + read.tally.changed + read.tally.removed == 1);
  }
  CHECK(numbers(journal_of(four.store, {.entries = {2, 5}, .orders = {}})) ==
        std::vector<std::int64_t>{5, 2});
  CHECK(journal_of(four.store, {.entries = {4}, .orders = {four.other.id}}).empty());
}

TEST_CASE("reading the journal stops when the visitor returns false", "[store]") {
  FourEntries four;
  int entries = 0;
  int orders = 0;
  four.store.read_journal({}, [&](const Entry& entry, Differences& differences) {
    ++entries;
    differences.read_orders([&](const Difference<Order>&) {
      ++orders;
      return false;
    });
    return entry.number > 2;
  });
  CHECK(entries == 3);
  CHECK(orders == 2);
}

TEST_CASE("a removed order is found in the journal by id and number", "[store]") {
  FourEntries four;
  four.store.record(label("remove"), [&](Changes& changes) { changes.remove(four.other.id); });
  const std::vector<OrderId> other{four.other.id};
  CHECK(four.store.ever_recorded(four.other.id) == other);
  CHECK(four.store.ever_recorded(OrderNumber::read(b)) == other);
  CHECK(four.store.ever_recorded(OrderNumber::read(a)) == std::vector{four.first.id});
  CHECK(four.store.ever_recorded(OrderId{3}) == std::vector{OrderId{3}});
  CHECK(four.store.ever_recorded(OrderId{4}).empty());
  CHECK(four.store.ever_recorded(OrderNumber::read("3051000000991234")).empty());
}

}  // namespace aliprotect::testing
