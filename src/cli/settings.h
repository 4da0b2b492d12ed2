#pragma once

#include <optional>
#include <string>
#include <vector>

#include "cli/environment.h"
#include "commands/support/command.h"
#include "commands/support/source.h"
#include "render/format.h"
#include "render/style.h"

namespace aliprotect::cli {

/// A value and its source, so that an error can say what to fix.
struct Setting {
  std::string value;
  std::string from;  ///< `--tz`, `$TZ` or the config file
};

/// The global options. Flags override the environment, which overrides the config file; see
/// aliprotect(1).
struct Settings {
  std::optional<Setting> db, tz, now;
  std::optional<Setting> format, color;
  bool json = false;
  bool quiet = false;
  /// Set only in the config file, for the commands that use them.
  std::optional<std::string> currency, rules;
  std::vector<Source> sources;  ///< their paths as written
};

void add_global_options(Command& program, Settings& settings);

/// Applies $ALIPROTECT_DB, $ALIPROTECT_NOW and $TZ to settings without a flag.
void apply_environment(const Command& program, const Environment& environment, Settings& settings);

/// Returns the path of the store. Throws UserError (usage) for names that SQLite treats specially.
std::string store_path(const Environment& environment, const Settings& settings);

/// The format of the results.
struct WantedFormat {
  Format format = Format::table;
  bool calendar = false;  ///< `ics`, which only the command line can select
};
/// Returns the format for the command. Throws UserError (usage) if the command line asks for one
/// that the command does not support; the config file's is then ignored.
WantedFormat format_of(const Command& program, const Command& command, const Settings& settings);
/// Returns whether the locale's character set is not UTF-8.
bool uses_other_charset(const Environment& environment);
/// Returns the width if standard output is a terminal.
std::optional<std::size_t> terminal_width(const Environment& environment);
Style style_of(const Command& program, const Environment& environment, const Settings& settings);

}  // namespace aliprotect::cli
