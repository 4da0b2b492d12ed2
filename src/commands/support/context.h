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
#include "commands/support/source.h"
#include "platform/shell.h"
#include "render/format.h"
#include "render/output.h"
#include "render/style.h"

namespace aliprotect {

/// The inputs, outputs and global options of one run.
struct RunOptions {
  Instant now;
  const Policies& built_in;  ///< the built-in rule sets
  std::istream& in;
  Output& out;          ///< results
  std::ostream& notes;  ///< warnings and notes
  Style style;
  Format format = Format::table;  ///< one that the command accepts
  bool calendar = false;          ///< `--format ics`; `format` is then unused
  bool quiet = false;
  std::optional<std::string> currency;  ///< from the config file, for amounts without a currency
  std::optional<std::string> rules;     ///< from the config file, for new orders
  std::string command_line;             ///< as recorded in the log
  std::string version;                  ///< the program's version
  std::string config_folder;            ///< empty without a home folder
  std::string config_file;              ///< likewise
  std::vector<Source> sources;          ///< from the config file, for `sync`

  bool gives_hints = false;  ///< a person reads standard error, and not with --quiet

  std::function<Author()> find_author;
  std::function<Zone()> find_zone;
  std::function<std::string()> find_store;
  std::function<void(const std::string& store)> make_store_folder;
  /// Shows the progress of long work on a terminal; an empty text removes it.
  std::function<void(const std::string& how_far)> show_progress;
  RunInShell run_in_shell;
  /// Returns the path of aliprotect-read, or an empty string if it is not installed.
  std::function<std::string()> find_reader;
};

/// What commands use during one run; created by `cli`.
class Context : public RunOptions {
 public:
  explicit Context(RunOptions options) : RunOptions(std::move(options)) {}

  /// Returns the user's time zone, looked up on first use.
  const Zone& zone();
  /// Returns who makes changes in this run: the host, and the user, who may be one of the store's
  /// server. Looked up on first use.
  const Author& author();

  /// Returns the path of the config file as shown to the user.
  std::string displayed_config_file() const;

  /// Whether there is a file, or a store on the server.
  bool store_exists();
  /// Returns the store, or null if there is none yet.
  Store* existing_store();
  /// Returns the store, or null after a note that there is none yet.
  Store* store_to_read();
  /// Returns the built-in rule sets and those of the store; within `record`, as of that change.
  const Policies& policies();
  /// Records one change, and creates the store if there is none. `what` is recorded in the log; if
  /// it is empty, the command line.
  void record(const std::function<void(Changes&)>& steps, const std::string& what = {});
  /// Runs the steps and records nothing. Without a store, it uses an empty one in memory.
  void rehearse(const std::function<void(Changes&)>& steps);
  enum class Whose { own, any };
  /// Undoes the last `count` changes and returns the numbers of their log entries. Of a file, which
  /// belongs to one user, all are that user's own. Throws UserError if there are fewer.
  std::vector<std::int64_t> undo(std::size_t count, Whose whose);
  /// Copies everything from a backup into the store, which must be absent or empty. Returns the
  /// number of orders. Throws UserError if it is not empty.
  std::size_t restore(const std::string& backup);
  /// Calls `send` while no other process sends reminders, and records those it returns as sent. The
  /// store must exist.
  void send_reminders(const Store::Send& send);
  /// Notes what was done, in case printing the answer fails: `the copy was written`.
  void note_done(const char* what) { done_ = what; }
  /// Returns the last such note, or an empty string.
  const std::string& done() const { return done_; }
  /// Returns the path of the store's file, or the address of its server, which may have a password.
  const std::string& store_path();
  /// Returns the same for messages, without password.
  std::string store_name();

  /// Adds a warning, printed once when the command succeeds. A command that fails prints only its
  /// error.
  void warn(const std::string& sentence);
  /// Prints the warnings so far.
  void say_warnings();

  /// Reads the time given to `option`. Warns if a local time occurs twice. Throws UserError
  /// (usage).
  Instant read_when(const std::string& option, const std::string& text, Bound bound);
  Seconds read_length(const std::string& option, const std::string& text) const;

 private:
  ChangeLabel label(const std::string& command);
  Store& store_to_write();

  std::optional<Zone> zone_;
  std::optional<Author> author_;
  std::optional<std::string> store_path_;
  std::optional<Store> reader_;
  bool reader_writes_ = false;   ///< on a server, one connection is enough
  std::optional<Store> writer_;  ///< once opened, also used for reading
  std::vector<std::string> warnings_;
  std::set<std::string> known_warnings_;
  std::string done_;
};

/// Reads the whole number given to `option`, from `least` to `most`. Throws UserError (usage).
std::int64_t read_number(const std::string& option, const std::string& text, std::int64_t least,
                         std::int64_t most);

}  // namespace aliprotect
