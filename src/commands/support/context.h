#pragma once

#include <functional>
#include <istream>
#include <memory>
#include <optional>
#include <ostream>
#include <set>
#include <string>
#include <vector>

#include "aliprotect/error.h"
#include "aliprotect/policy.h"
#include "aliprotect/store.h"
#include "aliprotect/time.h"
#include "platform/shell.h"
#include "render/format.h"
#include "render/output.h"
#include "render/style.h"

namespace aliprotect {

/// The world around one run, and its global options.
struct RunOptions {
  Instant now;
  const Policies& built_in;  ///< the rule sets that the program carries
  std::istream& in;
  Output& out;          ///< results
  std::ostream& notes;  ///< everything else: warnings, what a person should know
  Style style;
  Format format = Format::table;  ///< one that the command takes
  bool calendar = false;          ///< `--format ics`; `format` says nothing then
  bool quiet = false;
  std::optional<std::string> currency;  ///< the config file's, for amounts without one
  std::optional<std::string> rules;     ///< the config file's, for new orders
  std::string command_line;             ///< as the journal keeps it
  std::string version;                  ///< the program's
  std::string config_folder;            ///< empty where there is no home folder

  std::function<Zone()> find_zone;
  std::function<std::string()> find_store;
  std::function<void(const std::string& store)> make_store_folder;
  /// Tells how far long work has come, where a person looks on; an empty text when it is done.
  std::function<void(const std::string& how_far)> show_progress;
  RunInShell run_in_shell;
};

/// What a command may use; made by `cli` for one run.
class Context : public RunOptions {
 public:
  explicit Context(RunOptions options) : RunOptions(std::move(options)) {}

  /// The user's zone; looked up when first asked for.
  const Zone& zone();

  bool store_exists();
  /// The store, or null where there is none yet, which is then said.
  Store* store_to_read();
  /// The rule sets that orders can live under: the built-in ones and those of the store. Within
  /// `record`, as they are in that change.
  const Policies& policies();
  /// Makes one change of the store, which is made where there is none yet.
  void record(const std::function<void(Changes&)>& steps);
  /// Takes the same steps and lets their end undo them: `steps` must throw. Without a store, they
  /// are taken in an empty one.
  void rehearse(const std::function<void(Changes&)>& steps);
  /// Takes back the last `count` changes; returns their entries. Throws UserError where there are
  /// fewer.
  std::vector<std::int64_t> undo(std::size_t count);
  /// Lets `tell` tell alarms while no other process does, and keeps those that it returns as told;
  /// for a store that exists.
  void tell(const Store::Tell& tell);
  /// Notes what stands even where the answer fails: `the copy itself is written`.
  void note_done(const char* what) { done_ = what; }
  /// The last of it; empty before.
  const std::string& done() const { return done_; }
  const std::string& store_path();

  /// Warnings are said when the command has done what was asked; a command that fails says why
  /// instead.
  /// The same one is said once.
  void warn(const std::string& sentence);
  void say_warnings() const;

  /// Reads WHEN of `option` and warns where a local time occurs twice. Throws UserError (usage).
  Instant read_when(const std::string& option, const std::string& text, Bound bound);
  Seconds read_length(const std::string& option, const std::string& text) const;

 private:
  Store* opened();
  Store& store_to_write();

  std::optional<Zone> zone_;
  std::optional<std::string> store_path_;
  std::optional<Store> reader_;
  std::optional<Store> writer_;  ///< reads as well
  std::vector<std::string> warnings_;
  std::set<std::string> known_warnings_;
  std::string done_;
};

/// Reads the whole number of `option`, from `least` to `most`. Throws UserError (usage).
std::int64_t read_number(const std::string& option, const std::string& text, std::int64_t least,
                         std::int64_t most);

}  // namespace aliprotect
