#include "support/catch.h"
#include "support/program.h"
#include "support/store_fixture.h"

namespace aliprotect::testing {

using namespace std::chrono_literals;

TEST_CASE("a current time out of range is refused before anything is recorded") {
  const std::string number = "3051000000411234";
  for (const Instant clock :
       {first_instant - Days{20'000}, first_instant - 1s, last_instant + 1s}) {
    INFO(to_rfc3339(clock));
    const TempDir folder;
    const std::string store = folder / "orders.db";
    World world;
    world.clock = clock;
    for (const char* command : {"add 3051000000411234", "list", "remind", "log"}) {
      std::vector<std::string> words = words_of(command);
      words.insert(words.end(), {"--db", store});
      const Outcome outcome = run_program(words, world);
      CHECK(outcome.code == ExitCode::not_done);
      CHECK(says(outcome.errors,
                 "the clock of this computer is set to a time before 1970 or after 2999"));
    }
    CHECK(listing(folder.path()).empty());

    CHECK(
        run_program({"--db", store, "--now", "2026-11-20T12:00:00Z", "add", number}, world).code ==
        ExitCode::done);
  }
}

TEST_CASE("the first and the last accepted second are recorded") {
  for (const Instant clock : {first_instant, last_instant}) {
    INFO(to_rfc3339(clock));
    const TempDir folder;
    World world;
    world.clock = clock;
    const std::string store = folder / "orders.db";
    CHECK(run_program({"--db", store, "add", "3051000000411234"}, world).code == ExitCode::done);
    CHECK(run_program({"--db", store, "--tz", "UTC", "log"}, world).code == ExitCode::done);
  }
}

}  // namespace aliprotect::testing
