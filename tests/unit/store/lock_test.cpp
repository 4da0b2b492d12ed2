#include <SQLiteCpp/SQLiteCpp.h>
#include <sys/wait.h>
#include <unistd.h>

#include <functional>
#include <iostream>
#include <thread>

#include "aliprotect/error.h"
#include "support/catch.h"
#include "support/store_fixture.h"

namespace aliprotect::testing {
namespace {

/// Runs `work(0)` … `work(count - 1)` in parallel processes. Returns how many succeeded.
int in_processes(int count, const std::function<void(int)>& work) {
  std::vector<pid_t> children;
  for (int i = 0; i < count; ++i) {
    const pid_t child = ::fork();
    if (child == 0) {
      try {
        work(i);
        ::_exit(0);
      } catch (const std::exception& error) {
        std::cerr << error.what() << '\n';
        ::_exit(1);
      }
    }
    children.push_back(child);
  }
  int well = 0;
  for (const pid_t child : children) {
    int status = 0;
    ::waitpid(child, &status, 0);
    if (WIFEXITED(status) && WEXITSTATUS(status) == 0) ++well;
  }
  return well;
}

std::string number_of(int worker, int turn) {
  return std::to_string(3000000000001234 + 100000LL * worker + 10000000000LL * turn);
}

}  // namespace

TEST_CASE("processes can create the store at the same time", "[store]") {
  for (int round = 0; round < 10; ++round) {
    const TempDir folder;
    const std::string path = folder / "orders.db";
    const int well = in_processes(8, [&](int worker) {
      Store store = Store::open_to_write(path, shipped_policies());
      add(store, {bare_order(number_of(worker, 0))});
    });
    CHECK(well == 8);
    CHECK(value_of(path, "SELECT count(*) FROM orders") == "8");
    CHECK(value_of(path, "PRAGMA journal_mode") == "wal");
  }
}

TEST_CASE("threads can create the store at the same time", "[store]") {
  const TempDir folder;
  const std::string path = folder / "orders.db";
  std::vector<std::thread> threads;
  for (int worker = 0; worker < 8; ++worker) {
    threads.emplace_back([&, worker] {
      Store store = Store::open_to_write(path, shipped_policies());
      add(store, {bare_order(number_of(worker, 0))});
    });
  }
  for (std::thread& thread : threads) thread.join();
  CHECK(value_of(path, "SELECT count(*) FROM orders") == "8");
}

TEST_CASE("with parallel writers and readers no update is lost or partly visible", "[store]") {
  const TempDir folder;
  const std::string path = folder / "orders.db";
  {
    Store store = Store::open_to_write(path, shipped_policies());
    add(store, {bare_order("3051000000411234")});
  }
  const int well = in_processes(8, [&](int worker) {
    for (int turn = 0; turn < 10; ++turn) {
      if (worker >= 6) {
        Store reader = Store::open_to_read(path, shipped_policies()).value();
        const std::vector<Order> orders = all_orders(reader);
        if (orders.at(0).notes.size() != (orders.size() - 1))
          throw std::runtime_error("half a change");
      } else {
        Store store = Store::open_to_write(path, shipped_policies());
        store.record(label(), [&](Changes& changes) {
          Order first = changes.find(OrderId{1}).value();
          first.notes.push_back({day(turn), std::to_string(worker)});
          changes.replace(first);
          changes.add(bare_order(number_of(worker, turn)));
        });
      }
    }
  });
  CHECK(well == 8);
  CHECK(value_of(path, "SELECT count(*) FROM notes") == "60");
  CHECK(value_of(path, "SELECT count(*) FROM orders") == "61");
  CHECK(value_of(path, "SELECT max(id) FROM orders") == "61");
  CHECK(value_of(path, "PRAGMA integrity_check") == "ok");
}

TEST_CASE("a locked store can be read; a writer fails with an explanation", "[store]") {
  const TempDir folder;
  const std::string path = folder / "orders.db";
  Store::open_to_write(path, shipped_policies());
  SQLite::Database other(path, SQLite::OPEN_READWRITE);
  other.exec("BEGIN IMMEDIATE");

  const std::string error = error_of_writing(path);
  CHECK(error.find(path + " is still locked by another program") == 0);
  CHECK(error.find("try again") != std::string::npos);
  CHECK(error_of_reading(path).empty());

  other.exec("ROLLBACK");
  CHECK(error_of_writing(path).empty());
}

TEST_CASE("a writer waits until a lock is released", "[store]") {
  const TempDir folder;
  const std::string path = folder / "orders.db";
  Store store = Store::open_to_write(path, shipped_policies());
  SQLite::Database other(path, SQLite::OPEN_READWRITE);
  other.exec("BEGIN IMMEDIATE");
  std::thread letting_go([&] {
    std::this_thread::sleep_for(std::chrono::milliseconds(300));
    other.exec("ROLLBACK");
  });
  CHECK(add(store, {bare_order("3051000000411234")}).size() == 1);
  letting_go.join();
}

TEST_CASE("the error for a store locked during its creation says so", "[store]") {
  const TempDir folder;
  const std::string path = folder / "orders.db";
  write_bytes(path, "");
  SQLite::Database other(path, SQLite::OPEN_READWRITE);
  other.exec("BEGIN EXCLUSIVE");
  CHECK(error_of_writing(path).find("is still locked by another program") != std::string::npos);
}

}  // namespace aliprotect::testing
