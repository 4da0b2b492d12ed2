#pragma once

#include <optional>
#include <string>
#include <vector>

#include "cli/environment.h"
#include "commands/support/command.h"
#include "render/format.h"
#include "render/style.h"

namespace aliprotect::cli {

/// A value and who gave it, so that an error can name what to mend.
struct Setting {
  std::string value;
  std::string from;  ///< `--tz`, `$TZ`, or the config file
};

/// The global options. The order of strength is flag, environment, config file, default (cli 1).
struct Settings {
  std::optional<Setting> db, tz, now;
  std::optional<Setting> format, color;
  bool json = false;
  bool quiet = false;
  /// Set in the config file alone, for the commands that take them.
  std::optional<std::string> currency, rules;
};

void add_global_options(Command& program, Settings& settings);

/// Lays $ALIPROTECT_DB, $ALIPROTECT_NOW and $TZ over what no flag has set.
void apply_environment(const Command& program, const Environment& environment, Settings& settings);

/// A plain path. Throws UserError (usage) for what SQLite would take as something else.
std::string store_path(const Environment& environment, const Settings& settings);

/// The form of the results.
struct WantedFormat {
  Format format = Format::table;
  bool calendar = false;  ///< `ics`, which the command line alone can name
};
/// One of the forms that the named command takes. Throws UserError (usage) where the command line
/// wants another; a config file's is for the commands that have it.
WantedFormat format_of(const Command& program, const Command& command, const Settings& settings);
/// Whether the locale says that a terminal shows other characters than UTF-8's.
bool names_other_characters(const Environment& environment);
/// Where standard output is a terminal.
std::optional<std::size_t> terminal_width(const Environment& environment);
Style style_of(const Command& program, const Environment& environment, const Settings& settings);

}  // namespace aliprotect::cli
