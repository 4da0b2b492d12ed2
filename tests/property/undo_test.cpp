#include <rapidcheck.h>

#include <filesystem>
#include <map>

#include "support/catch.h"
#include "support/program.h"
#include "support/store_fixture.h"

namespace aliprotect::testing {
namespace {

/// A recording command, with a value in place of each `<word>`; many of them fail.
struct Template {
  const char* words;
  const char* input = "";
};

// clang-format off
constexpr Template templates[] = {
    {"add <number> --title '<text>' --price <money>"},
    {"add <number> --shipped <past> --days <days> --tracking '<text>' --rules <rules>"},
    {"add <number> --deadline <when> --closes <when> --tag '<text>' --force"},
    {"edit <order> <order> --title '<text>'"},
    {"edit <order> --clear price --note '<text>' --add-tag '<text>'"},
    {"edit <order> --rules <rules> --sale-price <money>"},
    {"edit <order> --closes <when> --force"},
    {"ship <order> --at <past> --days <days> --tracking '<text>'"},
    {"ship <order> <order> --protection-days <days>"},
    {"pickup <order> --by <when>"},
    {"deliver <order> --at <past> --force"},
    {"inspect <order> --good"},
    {"inspect <order> <order> --bad --note '<text>' --force"},
    {"confirm <order>"},
    {"confirm <order> <order> --force"},
    {"cancel <order>"},
    {"extend request <order> <order> --days <days> --at <past> --channel button"},
    {"extend grant <order> --days <days> --force"},
    {"extend grant <order> --closes <when>"},
    {"extend decline <order>"},
    {"dispute open <order> --reason not-received --at <past> --note '<text>' --force"},
    {"dispute open <order> <order> --reason not-as-described --want partial --amount <money> --force"},
    {"dispute amend <order> --reason not-as-described --want return"},
    {"dispute answer <order> --seller offered --amount <money> --note '<text>'"},
    {"dispute evidence <order> <file> --note '<text>'"},
    {"dispute escalate <order> --evidence-due <when> --force"},
    {"dispute resolve <order> --outcome refunded --return-by <when>"},
    {"dispute returned <order> --tracking '<text>'"},
    {"dispute cancel <order> --force"},
    {"remove <order>"},
    {"remove <order> <order> <order>"},
    {"import -", "{\"number\":\"<number>\",\"title\":\"<text>\",\"rules\":\"<rules>\"}\n"
                 "{\"number\":\"<number>\",\"days\":<days>,\"parcels\":[{\"tracking\":\"<text>\"}]}\n"
                 "{\"number\":\"<number>\",\"id\":<order>}\n"},
    {"import - --strict", "{\"number\":\"<number>\"}\n{\"number\":\"<number>\",\"days\":-1}\n"},
    {"rules add -", "{\"name\":\"<own>\",\"era\":\"<text>\",\"source\":\"test\",\"dispute_opens_days\":<days>,"
                    "\"short_promise_days\":5,\"dispute_grace_days\":<days>,\"auto_escalates_days\":15,"
                    "\"reminder_from_days\":4,\"reminder_until_days\":3,\"extension_from_days\":3,"
                    "\"extension_until_days\":2,\"longest_protection_days\":60}"},
    {"rules remove <rules>"},
};
// clang-format on

std::string any_value(const std::string& word) {
  using Values = std::vector<std::string>;
  static const std::map<std::string, Values> values = {
      {"number", {"3051000000411234", "3051000000421234", "3051000000431234", "3051000000441234"}},
      {"order", {"1", "2", "3", "4", "5"}},
      {"text", {"one", "two words", "naïve 日本"}},
      {"money", {"1.00", "99.99"}},
      {"past", {"2026-10-01", "2026-11-10", "now"}},
      {"when", {"2026-11-15", "2026-12-20", "now"}},
      {"days", {"1", "15", "60"}},
      {"rules", {"aliexpress-2016", "aliexpress-2023", "mine", "other", "mine"}},
      {"file", {SOURCE_FOLDER "/LICENSE", SOURCE_FOLDER "/README.md", SOURCE_FOLDER "/absent"}},
      {"own", {"mine", "other", "aliexpress-2016"}},
  };
  return *rc::gen::elementOf(values.at(word));
}

std::string filled(std::string text) {
  for (std::size_t at = 0; (at = text.find('<', at)) != std::string::npos;) {
    const std::size_t end = text.find('>', at);
    const std::string value = any_value(text.substr(at + 1, end - at - 1));
    text.replace(at, end + 1 - at, value);
    at += value.size();
  }
  return text;
}

struct Command {
  std::string words;
  std::string input;
};

Command any_command() {
  const Template chosen =
      *rc::gen::elementOf(std::vector<Template>(std::begin(templates), std::end(templates)));
  return {filled(chosen.words), filled(chosen.input)};
}

/// The program on a store of its own, and the record after each change that an undo can take back.
class Run {
 public:
  Run() : states_{state()} {}

  std::size_t standing() const { return states_.size() - 1; }

  /// What changes the record is one entry of the journal, what does not is none.
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

  /// The last change, taken back and made again.
  void redo() {
    if (!last_ || standing() == 0) return;
    const std::string before = states_.back();
    undo(1);
    make(*last_);
    RC_ASSERT(states_.back() == before);
  }

  void forget_last() { last_.reset(); }

 private:
  Outcome run(const std::string& words, const std::string& input) {
    World world;
    world.variables = {{"ALIPROTECT_DB", path_}, {"TZ", "UTC"}};
    world.input = input;
    return run_program(words_of(words), world);
  }

  /// Everything but the journal.
  std::string state() {
    return run("export --format jsonl", "").out + run("rules list --json", "").out +
           (count_entries() == 0 ? "" : dump(path_, Journal::without));
  }

  std::int64_t count_entries() {
    if (!std::filesystem::exists(path_)) return 0;
    return std::stoll(value_of(path_, "SELECT count(*) FROM entries"));
  }

  TempDir folder_;
  std::string path_ = folder_ / "orders.db";
  std::vector<std::string> states_;
  std::optional<Command> last_;
};

}  // namespace

TEST_CASE("undo takes back whatever was recorded, and it can be recorded again",
          "[commands][property]") {
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
    while (run.standing() > 0) run.undo(1);
    run.undo(1);
  });
  CHECK(holds);
}

}  // namespace aliprotect::testing
