#pragma once

#include <CLI/CLI.hpp>
#include <functional>
#include <map>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "commands/support/context.h"

namespace aliprotect {

/// What the command line asked for. Set by the command that was named.
struct ParsedCommand {
  std::function<ExitCode(Context&)> run;
  bool keeps_lines = false;  ///< no line is folded to the terminal's width
  /// What `take_formats` was told.
  std::map<const CLI::App*, std::vector<std::string>> formats;
};

/// A command, or a family of them, and the heading of the program's help under which it stands.
struct Command {
  std::string_view name;
  const char* heading;
  bool records;  ///< changes the record, so that no config file may set its options
  void (*add)(CLI::App& program, ParsedCommand& chosen);
};

/// Every command of the program, in the order of its help. To add one: a file with its options, its
/// run and its registration, and a row in commands.cpp.
std::span<const Command> commands();

/// Adds a command whose options are an `Options` that `run(options, context)` takes.
/// `describe(command, options)` declares them.
template <typename Options, typename Describe>
CLI::App& add_command(CLI::App& parent, ParsedCommand& chosen, const std::string& name,
                      const std::string& purpose, const Describe& describe,
                      ExitCode (*run)(const Options&, Context&)) {
  auto options = std::make_shared<Options>();
  CLI::App* command = parent.add_subcommand(name, purpose);
  describe(*command, *options);
  command->callback([options, run, &chosen] {
    chosen.run = [options, run](Context& context) { return run(*options, context); };
  });
  return *command;
}

/// An option that may be given once; a value that starts with `-` is taken as it is.
template <typename Value>
CLI::Option* add_value(CLI::App& command, const std::string& name, std::optional<Value>& value,
                       const std::string& meaning, const std::string& type) {
  return command
      .add_option_function<Value>(
          name, [&value](const Value& given) { value = given; }, meaning)
      ->type_name(type);
}

/// An option that may be repeated, with one word each time.
void add_words(CLI::App& command, const std::string& name, std::vector<std::string>& words,
               const std::string& meaning, const std::string& type);

/// The words that `--format` takes with this command, and no others; the first where it is not
/// given. None: there is one form, and none can be named. A command that does not say takes all
/// forms of lists.
void take_formats(CLI::App& command, ParsedCommand& chosen, std::vector<std::string> formats);

/// What a command said, or all forms of lists.
const std::vector<std::string>& formats_of(const CLI::App& command, const ParsedCommand& chosen);

/// Examples at the end of a command's help.
void add_examples(CLI::App& command, std::initializer_list<const char*> lines);

}  // namespace aliprotect
