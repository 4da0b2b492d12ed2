#include <rapidcheck.h>

#include <filesystem>

#include "property/any_command.h"
#include "support/catch.h"
#include "support/program.h"
#include "support/server_store.h"
#include "support/store_fixture.h"

namespace aliprotect::testing {
namespace {

/// The program with its own store, and the record after each change that can be undone.
class Run {
 public:
  Run() : states_{state()} {}

  std::size_t standing() const { return states_.size() - 1; }

  /// Runs a command. It must add one log entry if it changes the record, otherwise none.
  void make(const Command& command) {
    const std::int64_t entries = count_entries();
    const Outcome outcome = run(command.words, command.input);
    const std::string now = state();
    RC_LOG() << command.words << "\n" << command.input << outcome.out << outcome.errors;
    RC_ASSERT(outcome.code != ExitCode::bug);
    const bool changed = now != states_.back();
    RC_ASSERT(count_entries() == entries + (changed ? 1 : 0));
    if (!changed) return;
    RC_ASSERT((outcome.code == ExitCode::done || outcome.code == ExitCode::rejected));
    states_.push_back(now);
    last_ = command;
  }

  void undo(std::size_t count) {
    const bool enough = count <= standing();
    const Outcome outcome = run("undo " + std::to_string(count), "");
    RC_LOG() << "undo " << count << "\n" << outcome.out << outcome.errors;
    RC_ASSERT(outcome.code == (enough ? ExitCode::done : ExitCode::not_done));
    if (enough) states_.resize(states_.size() - count);
    RC_ASSERT(state() == states_.back());
  }

  /// Undoes the last change and repeats it.
  void redo() {
    if (!last_ || standing() == 0) return;
    const std::string before = states_.back();
    undo(1);
    make(*last_);
    RC_ASSERT(states_.back() == before);
  }

  void forget_last() { last_.reset(); }

  void expect_sound() {
    const Outcome outcome = run("check --quiet", "");
    RC_LOG() << outcome.out;
    RC_ASSERT(outcome.code == ExitCode::done);
  }

 private:
  Outcome run(const std::string& words, const std::string& input) {
    World world;
    world.variables = {{"ALIPROTECT_DB", path_}, {"TZ", "UTC"}};
    world.input = input;
    return run_program(words_of(words), world);
  }

  /// Everything except the log.
  std::string state() {
    return run("export --format jsonl", "").out + run("rules list --json", "").out +
           (count_entries() == 0 ? "" : dump(path_, Journal::without));
  }

  std::int64_t count_entries() {
    const bool exists = Store::is_on_server(path_) ? !tables_on_server(path_).empty()
                                                   : std::filesystem::exists(path_);
    if (!exists) return 0;
    return std::stoll(value_of(path_, "SELECT count(*) FROM entries"));
  }

  TempDir folder_;
  std::string path_ = store_in(folder_);
  std::vector<std::string> states_;
  std::optional<Command> last_;
};

}  // namespace

TEST_CASE("undo reverts any change, and the change can be repeated", "[commands][property]") {
  const bool holds = rc::check("undo is the inverse of every recording command", [] {
    Run run;
    const int turns = *rc::gen::inRange(1, 20);
    for (int turn = 0; turn < turns; ++turn) {
      const int choice = *rc::gen::inRange(0, 8);
      if (choice == 0) {
        run.undo(*rc::gen::inRange<std::size_t>(1, run.standing() + 2));
        run.forget_last();
      } else if (choice == 1) {
        run.redo();
      } else {
        run.make(any_command());
      }
    }
    run.expect_sound();
    while (run.standing() > 0) run.undo(1);
    run.undo(1);
    run.expect_sound();
  });
  CHECK(holds);
}

}  // namespace aliprotect::testing
