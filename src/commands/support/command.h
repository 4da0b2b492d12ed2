#pragma once

#include <functional>
#include <initializer_list>
#include <list>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "commands/support/context.h"

// Commands describe their options here as plain data. `cli` builds the parser, help, config file
// keys and shell completion from it, so no other layer includes CLI11.

namespace aliprotect {

/// An option with a value (`--days N`), a flag (`--force`) or an argument (`ORDER`).
struct Option {
  std::string name;     ///< `--days`, or `-h,--help` with a short form; of an argument `ORDER`
  std::string meaning;  ///< for the help
  std::string type;  ///< type of the value, for help and completion: `WHEN`, or see `type_of_words`
  bool is_flag = false;
  bool repeats = false;  ///< takes more than one value
  bool required = false;
  std::string excludes;  ///< an option that cannot be combined with this one
  /// Receives the values in order, from the command line or the config file. A flag's value is
  /// `true` or `false`.
  std::function<void(const std::vector<std::string>& values)> set;
  bool given = false;           ///< given on the command line
  std::size_t config_line = 0;  ///< the line of the config file that sets it; 0 if none does

  bool is_argument() const { return !name.starts_with('-'); }
};

/// A command, or a family of commands such as `dispute`, or the program itself.
struct Command {
  Command(Command* within, std::string called, std::string does)
      : family(within), name(std::move(called)), purpose(std::move(does)) {}
  Command(const Command&) = delete;  // the commands of a family point to it
  Command& operator=(const Command&) = delete;

  Command* family;  ///< null for the program
  std::string name;
  std::string purpose;
  std::string heading;          ///< heading in the family's help that lists the command
  std::string notes;            ///< paragraphs of the help, below the options
  std::string footer;           ///< the end of the help: examples
  bool records = false;         ///< records changes, so the config file must not set its options
  bool keeps_lines = false;     ///< its lines are not wrapped to the terminal's width
  std::list<Option> options;    ///< options and arguments in order
  std::list<Command> commands;  ///< empty unless it is a family
  std::function<ExitCode(Context&)> run;
  /// The formats that `--format` accepts, default first; unset: all list formats.
  std::optional<std::vector<std::string>> formats;
};

/// Adds a family of commands, initially empty.
Command& add_family(Command& program, const std::string& name, const std::string& purpose);

/// Adds a command. `describe(command, options)` declares its options, and `run(options, context)`
/// runs it.
template <typename Options, typename Describe>
Command& add_command(Command& family, const std::string& name, const std::string& purpose,
                     const Describe& describe, ExitCode (*run)(const Options&, Context&)) {
  Command& command = family.commands.emplace_back(&family, name, purpose);
  auto options = std::make_shared<Options>();
  describe(command, *options);
  command.run = [options, run](Context& context) { return run(*options, context); };
  return command;
}

Option& add_flag(Command& command, const std::string& name, bool& given,
                 const std::string& meaning);

/// Adds an option that may be given once. Its value may start with `-`. It is required if `value`
/// is a plain string.
Option& add_value(Command& command, const std::string& name, std::optional<std::string>& value,
                  const std::string& meaning, const std::string& type);
Option& add_value(Command& command, const std::string& name, std::string& value,
                  const std::string& meaning, const std::string& type);

/// Adds an option that may be repeated, with one value each time.
Option& add_words(Command& command, const std::string& name, std::vector<std::string>& words,
                  const std::string& meaning, const std::string& type);

/// Adds an argument, required if `value` is a plain string, or any number of arguments.
Option& add_argument(Command& command, const std::string& name, std::optional<std::string>& value,
                     const std::string& meaning);
Option& add_argument(Command& command, const std::string& name, std::string& value,
                     const std::string& meaning);
Option& add_arguments(Command& command, const std::string& name, std::vector<std::string>& values,
                      const std::string& meaning);

/// Sets the formats that the command accepts, default first. An empty list disables `--format`.
/// Without this call, all list formats are accepted.
void take_formats(Command& command, std::vector<std::string> formats);

/// Returns the formats that the command accepts.
const std::vector<std::string>& formats_of(const Command& command);

/// Adds examples to the end of the command's help.
void add_examples(Command& command, std::initializer_list<const char*> lines);

}  // namespace aliprotect
