#include "aliprotect/import_memory.h"

#include "support/catch.h"
#include "support/server_store.h"
#include "support/store_fixture.h"

namespace aliprotect::testing {
namespace {

const std::string number = "3051000000411234";
const RememberedMail shipped{number, -5, R"({"kind":"shipped"})", R"({"message_id":"a@b"})"};
const RememberedMail of_parcel{"", 7, R"({"tracking":["LP1"]})", "{}"};
const ReadFile mail{1, 0, 0, 0};
const ReadFile table{-2, 120, 1'795'824'000'000'000'001, 0};

Store opened(const TempDir& folder) {
  return Store::open_to_write(store_in(folder), shipped_policies());
}

std::vector<RememberedMail> mails_about(Store& store, const std::string& order) {
  std::vector<RememberedMail> mails;
  store.record(label(), [&](Changes& changes) { mails = changes.mails_about(order); });
  return mails;
}

std::size_t entries(Store& store) {
  std::size_t count = 0;
  store.read_journal({}, [&](const Entry&, Differences&) { return ++count > 0; });
  return count;
}

/// Records an order that a mail and a file state.
void sync(Store& store) {
  store.record(label(), [&](Changes& changes) {
    changes.remember("mail", {mail, table});
    changes.remember({shipped, of_parcel});
    changes.add_origin("orders.csv");
    changes.add(bare_order(number));
  });
}

}  // namespace

TEST_CASE("import memory: files and mails are remembered with the change", "[store]") {
  const TempDir folder;
  Store store = opened(folder);
  sync(store);
  CHECK(store.read_files("mail") == std::vector<ReadFile>{table, mail});
  CHECK(store.read_files("other").empty());
  CHECK(mails_about(store, number) == std::vector<RememberedMail>{shipped});
  CHECK(mails_about(store, "") == std::vector<RememberedMail>{of_parcel});
}

TEST_CASE("import memory: a change that throws remembers nothing", "[store]") {
  const TempDir folder;
  Store store = opened(folder);
  CHECK_THROWS(store.record(label(), [&](Changes& changes) {
    changes.remember("mail", {mail});
    changes.remember({shipped});
    throw std::runtime_error("stop");
  }));
  CHECK(store.read_files("mail").empty());
  CHECK(mails_about(store, number).empty());
}

TEST_CASE("import memory: remembering alone adds no log entry", "[store]") {
  const TempDir folder;
  Store store = opened(folder);
  store.record(label(), [&](Changes& changes) { changes.remember("mail", {mail}); });
  CHECK(store.read_files("mail") == std::vector<ReadFile>{mail});
  CHECK(entries(store) == 0);
}

TEST_CASE("import memory: undo forgets what the change has read", "[store]") {
  const TempDir folder;
  Store store = opened(folder);
  const ReadFile other{3, 50, 1, 0};
  store.record(label(), [&](Changes& changes) { changes.remember("mail", {other}); });
  sync(store);
  store.record(label(), [&](Changes& changes) { changes.remember("mail", {table}); });
  store.undo(label());
  CHECK(store.read_files("mail") == std::vector<ReadFile>{other});
  CHECK(mails_about(store, number).empty());
  CHECK(mails_about(store, "").empty());
}

TEST_CASE("import memory: a mail that is read again keeps its first change", "[store]") {
  const TempDir folder;
  Store store = opened(folder);
  sync(store);
  store.record(label(), [&](Changes& changes) {
    changes.remember({{number, -5, shipped.facts, R"({"file":"copy.eml"})"}});
    changes.remember({{"", 7, R"({"tracking":["LP1","LP2"]})", "{}"}});
  });
  CHECK(mails_about(store, number) == std::vector<RememberedMail>{shipped});
  CHECK(mails_about(store, "").front().facts == R"({"tracking":["LP1","LP2"]})");
}

TEST_CASE("import memory: the log says where the facts of a change come from", "[store]") {
  const TempDir folder;
  Store store = opened(folder);
  sync(store);
  std::vector<std::string> origins;
  store.read_journal({}, [&](const Entry&, Differences& differences) {
    origins = differences.origins();
    return true;
  });
  CHECK(origins == std::vector<std::string>{R"({"file":"orders.csv"})", "{}",
                                            R"({"message_id":"a@b","order":"3051000000411234"})"});
}

}  // namespace aliprotect::testing
