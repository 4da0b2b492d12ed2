// The last imported file makes the calendar correct, regardless of earlier ones; see
// docs/calendar.md.
#include <rapidcheck.h>

#include <map>
#include <nlohmann/json.hpp>
#include <set>

#include "property/any_command.h"
#include "support/catch.h"
#include "support/order_builder.h"
#include "support/program.h"
#include "support/temp_dir.h"

namespace aliprotect::testing {
namespace {

struct Event {
  int sequence = 0;
  bool cancelled = false;
  std::string start;
  std::string summary;

  auto contents() const { return std::tie(cancelled, start, summary); }
};

using Events = std::map<std::string, Event>;

/// Events by UID.
Events events_of(std::string text) {
  for (std::size_t fold; (fold = text.find("\r\n ")) != std::string::npos;) text.erase(fold, 3);
  Events events;
  std::string uid;
  while (!text.empty()) {
    const std::size_t end = text.find("\r\n");
    const std::size_t colon = text.find(':');
    const std::string name = text.substr(0, colon);
    const std::string value = text.substr(colon + 1, end - colon - 1);
    text.erase(0, end + 2);
    if (name == "UID") {
      RC_ASSERT(events.emplace(value, Event{}).second);
      uid = value;
    }
    if (name == "SEQUENCE") events[uid].sequence = std::stoi(value);
    if (name == "STATUS") events[uid].cancelled = value == "CANCELLED";
    if (name == "DTSTART") events[uid].start = value;
    if (name == "SUMMARY") events[uid].summary = value;
  }
  return events;
}

/// Formats a time for iCalendar: `2026-12-05T22:59:59Z`.
std::string compact(std::string rfc3339) {
  std::erase(rfc3339, '-');
  std::erase(rfc3339, ':');
  return rfc3339;
}

/// A calendar that imports files one by one.
class Calendar {
 public:
  void import(const Events& file) {
    for (const auto& [uid, event] : file) {
      const auto [known, is_new] = events_.try_emplace(uid, event);
      if (is_new) continue;
      RC_LOG() << uid << " " << known->second.sequence << " -> " << event.sequence << "\n";
      RC_ASSERT(event.sequence >= known->second.sequence);
      if (event.contents() != known->second.contents())
        RC_ASSERT(event.sequence > known->second.sequence);
      known->second = event;
    }
  }

  /// Returns the events with alarms: `UID start`.
  std::set<std::string> ahead(const std::string& now) const {
    std::set<std::string> ahead;
    for (const auto& [uid, event] : events_) {
      if (!event.cancelled && event.start > now) ahead.insert(uid + " " + event.start);
    }
    return ahead;
  }

 private:
  Events events_;
};

class Run {
 public:
  void record(const Command& command) {
    const Outcome outcome = run(command.words, command.input);
    RC_LOG() << text(now_) << " " << command.words << "\n" << command.input << outcome.errors;
    RC_ASSERT(outcome.code != ExitCode::bug);
  }
  void wait(Days days) { now_ += days; }

  void import() {
    const std::string file = run("export --format ics").out;
    RC_ASSERT(file == run("export --format ics").out);
    calendar_.import(events_of(file));
    const std::set<std::string> has_alarms = calendar_.ahead(compact(text(now_)));
    RC_ASSERT(has_alarms == deadlines());
  }

 private:
  Outcome run(const std::string& words, const std::string& input = {}) {
    World world;
    world.variables = {{"ALIPROTECT_DB", path_}, {"TZ", "UTC"}};
    world.now = text(now_);
    world.input = input;
    return run_program(words_of(words), world);
  }

  /// Returns the deadlines of the JSON export in the same format.
  std::set<std::string> deadlines() {
    std::set<std::string> deadlines;
    const auto add = [&](const nlohmann::json& order, const std::string& kind, Instant at) {
      deadlines.insert(order["number"].get<std::string>() + "-" + kind + "@aliprotect " +
                       compact(text(at)));
    };
    for (const auto& order : nlohmann::json::parse(run("export").out)) {
      const Days grace = grace_of(order["rules"]);
      for (const auto& deadline : order["deadlines"]) {
        const std::string kind = deadline["kind"];
        const Instant at = testing::at(deadline["at"].get<std::string>());
        const bool in_grace = kind == "closes" && deadline["at"] != order["closes_at"];
        add(order, in_grace ? "closes-grace" : kind, at);
        if (kind == "closes" && !in_grace && grace != Days{0})
          add(order, "closes-grace", at + grace);
      }
    }
    return deadlines;
  }

  Days grace_of(const std::string& rules) {
    const auto shown = nlohmann::json::parse(run("rules show " + rules + " --json").out);
    return Days{shown["dispute_grace_days"].get<int>()};
  }

  TempDir folder_;
  std::string path_ = folder_ / "orders.db";
  Instant now_ = at("2026-11-20T12:00:00Z");
  Calendar calendar_;
};

}  // namespace

TEST_CASE("the last imported file makes a calendar correct", "[commands][property]") {
  const bool holds = rc::check("an importing calendar has the deadlines", [] {
    Run run;
    const int turns = *rc::gen::inRange(1, 25);
    for (int turn = 0; turn < turns; ++turn) {
      const int choice = *rc::gen::inRange(0, 10);
      if (choice == 0) {
        run.wait(Days{*rc::gen::inRange(1, 20)});
      } else if (choice == 1) {
        run.record({"undo " + std::to_string(*rc::gen::inRange(1, 4)), ""});
      } else {
        run.record(any_command());
      }
      if (*rc::gen::inRange(0, 2) == 0) run.import();
    }
    run.import();
  });
  CHECK(holds);
}

}  // namespace aliprotect::testing
