// Random commands on one store, each a complete run of the program.
#include <filesystem>
#include <vector>

#include "fuzz/target.h"
#include "support/program.h"
#include "support/recording_commands.h"
#include "support/store_fixture.h"

namespace aliprotect::fuzz {
namespace {

using testing::Outcome;

constexpr const char* questions[] = {"list --all",
                                     "due --json",
                                     "next --all",
                                     "late",
                                     "stats",
                                     "timeline",
                                     "log --json",
                                     "show 1",
                                     "outcomes 2",
                                     "check",
                                     "export --format ics",
                                     "remind --dry-run",
                                     "draft dispute 1 2"};

/// A store, and its contents after each change that is not undone.
class Tracker {
 public:
  void ask(const char* question) {
    const std::string before = state();
    run(question, "");
    expect(state() == before, "a reading command changes nothing");
  }

  void record(const testing::Command& command) {
    const ExitCode code = run(command.words, command.input).code;
    const std::string now = state();
    if (now == states_.back()) return;
    expect(code == ExitCode::done || code == ExitCode::rejected,
           "a failed command changes nothing");
    states_.push_back(now);
  }

  void undo() {
    const ExitCode code = run("undo", "").code;
    expect((code == ExitCode::done) == (states_.size() > 1), "each change can be undone");
    if (states_.size() > 1) states_.pop_back();
    expect(state() == states_.back(), "undo restores the previous state");
  }

  void wait(int days) { now_ += Days{days}; }

  void expect_whole() const {
    if (!exists()) return;
    expect(testing::value_of(path_, "PRAGMA integrity_check") == "ok", "the store is intact");
    expect(testing::value_of(path_, "SELECT count(*) FROM pragma_foreign_key_check") == "0",
           "removing an order removes its rows");
  }

 private:
  Outcome run(const std::string& words, const std::string& input) {
    testing::World world;
    world.variables = {{"ALIPROTECT_DB", path_}, {"TZ", "UTC"}};
    world.now = to_rfc3339(now_);
    world.input = input;
    Outcome outcome = testing::run_program(testing::words_of(words), world);
    expect(outcome.code != ExitCode::bug && outcome.code != ExitCode::store,
           words + ": " + outcome.errors);
    return outcome;
  }

  bool exists() const { return std::filesystem::exists(path_); }

  /// Everything except the journal.
  std::string state() const {
    return exists() ? testing::dump(path_, testing::Journal::without) : std::string();
  }

  testing::TempDir folder_;
  std::string path_ = folder_ / "orders.db";
  Instant now_ = *from_rfc3339("2026-11-20T12:00:00Z");
  std::vector<std::string> states_{state()};
};

}  // namespace

void try_input(std::string_view input) {
  Bytes bytes(input.substr(0, 120));
  Tracker tracker;
  while (!bytes.empty()) {
    const std::size_t choice = bytes.below(8);
    if (choice == 0) {
      tracker.undo();
    } else if (choice == 1) {
      tracker.wait(static_cast<int>(bytes.below(30)));
    } else if (choice == 2) {
      tracker.ask(questions[bytes.below(std::size(questions))]);
    } else {
      tracker.record(testing::command_by([&](std::size_t count) { return bytes.below(count); }));
    }
  }
  tracker.expect_whole();
}

}  // namespace aliprotect::fuzz
