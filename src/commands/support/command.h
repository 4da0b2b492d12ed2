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

// Commands say here what they take, as plain data. `cli` makes the parser, the help, the keys of
// the config file and the shell completion from it, so that no other layer includes CLI11.

namespace aliprotect {

/// What a command line may hold besides the command: an option with a value (`--days N`), a flag
/// (`--force`) or an argument (`ORDER`).
struct Option {
  std::string name;     ///< `--days`, or `-h,--help` with a short form; of an argument `ORDER`
  std::string meaning;  ///< for the help
  std::string type;     ///< of the value, for help and completion: `WHEN`, or see `type_of_words`
  bool is_flag = false;
  bool repeats = false;  ///< takes more than one value
  bool required = false;
  std::string excludes;  ///< the option that cannot be given together with this one
  /// Receives the values in their order, from the command line or the config file. A flag's is
  /// `true` or `false`.
  std::function<void(const std::vector<std::string>& values)> set;
  bool given = false;  ///< on the command line, whatever the config file says

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
  std::string heading;          ///< of the family's help under which the command is listed
  std::string notes;            ///< paragraphs of the help below the options
  std::string footer;           ///< the end of the help: examples
  bool records = false;         ///< changes the record, so that no config file may set its options
  bool keeps_lines = false;     ///< no line of its answer is folded to the terminal's width
  std::list<Option> options;    ///< arguments, too, in their order
  std::list<Command> commands;  ///< empty unless it is a family
  std::function<ExitCode(Context&)> run;
  /// The words that `--format` takes, the first being the default; unset: all formats of lists.
  std::optional<std::vector<std::string>> formats;
};

/// Adds a family, whose commands are still to be added.
Command& add_family(Command& program, const std::string& name, const std::string& purpose);

/// Adds a command whose options are an `Options` that `run(options, context)` takes.
/// `describe(command, options)` declares them.
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

/// An option that may be given once; a value that starts with `-` is taken as it is. It is required
/// if `value` cannot be empty.
Option& add_value(Command& command, const std::string& name, std::optional<std::string>& value,
                  const std::string& meaning, const std::string& type);
Option& add_value(Command& command, const std::string& name, std::string& value,
                  const std::string& meaning, const std::string& type);

/// An option that may be repeated, with one word each time.
Option& add_words(Command& command, const std::string& name, std::vector<std::string>& words,
                  const std::string& meaning, const std::string& type);

/// An argument, required if `value` cannot be empty; or any number of arguments.
Option& add_argument(Command& command, const std::string& name, std::optional<std::string>& value,
                     const std::string& meaning);
Option& add_argument(Command& command, const std::string& name, std::string& value,
                     const std::string& meaning);
Option& add_arguments(Command& command, const std::string& name, std::vector<std::string>& values,
                      const std::string& meaning);

/// The words that `--format` takes with this command, and no others; the first where it is not
/// given. None: there is one form, and none can be named. A command that does not say takes all
/// forms of lists.
void take_formats(Command& command, std::vector<std::string> formats);

/// What the command said, or all forms of lists.
const std::vector<std::string>& formats_of(const Command& command);

/// Examples at the end of a command's help.
void add_examples(Command& command, std::initializer_list<const char*> lines);

}  // namespace aliprotect
