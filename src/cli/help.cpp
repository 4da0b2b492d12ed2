#include "cli/help.h"

#include <algorithm>

#include "cli/usage.h"
#include "render/text.h"

namespace aliprotect::cli {
namespace {

constexpr std::size_t widest_page = 80;
constexpr std::size_t option_width = 30;
constexpr std::size_t narrow_page = 60;  // narrower pages print an option's meaning below its name
constexpr std::size_t narrow_option_width = 6;

using OptionList = std::vector<const Option*>;

/// Returns `--kind KIND` with its meaning, next to it or below.
std::string option_lines(const Option& option, std::size_t page_width) {
  const std::size_t column = page_width < narrow_page ? narrow_option_width : option_width;
  const std::string next_line = "\n" + std::string(column, ' ');
  std::string lines = "  " + option.name;
  if (!option.type.empty()) lines += " " + option.type.substr(0, option.type.find(':'));
  const bool beside = lines.size() < column;
  if (beside) lines.resize(column, ' ');
  std::string between = beside ? "" : next_line;
  for (const std::string& line :
       wrapped(option.meaning, std::max(page_width, narrow_page / 2) - column)) {
    lines += between + line;
    between = next_line;
  }
  return lines + "\n";
}

std::string option_group(const std::string& heading, const OptionList& options,
                         std::size_t page_width) {
  if (options.empty()) return {};
  std::string text = "\n" + heading + ":\n";
  for (const Option* option : options) text += option_lines(*option, page_width);
  return text;
}

/// Returns the commands of a family under their headings, aligned.
std::string command_groups(const Command& family) {
  constexpr std::size_t shortest = 8;
  std::size_t longest = shortest;
  for (const Command& each : family.commands) longest = std::max(longest, each.name.size());
  std::string text, heading;
  for (const Command& each : family.commands) {
    if (each.heading != heading || text.empty()) {
      heading = each.heading;
      text += "\n" + (heading.empty() ? "Subcommands" : heading) + ":\n";
    }
    std::string line = "  " + each.name;
    line.resize(longest + 4, ' ');
    text += line + each.purpose + "\n";
  }
  return text;
}

/// Returns `Usage: aliprotect undo [options] [N]`.
std::string usage_line(const Command& command, const OptionList& arguments) {
  std::string line = "Usage: " + full_name(command) + " [options]";
  for (const Option* argument : arguments) {
    const std::string name = argument->name + (argument->repeats ? "..." : "");
    line += argument->required ? " " + name : " [" + name + "]";
  }
  if (!command.commands.empty()) line += command.family ? " COMMAND" : " [COMMAND]";
  return line + "\n";
}

/// Returns the option `--help`, which every command accepts.
const Option& help_option(const Command& command) {
  return command.family ? help_option(*command.family) : command.options.front();
}

}  // namespace

void add_help_options(Command& program) {
  for (const auto& [name, meaning] :
       {std::pair("-h,--help", "print this help"), std::pair("--version", "print the version")}) {
    Option& option = program.options.emplace_back();
    option.name = name;
    option.meaning = meaning;
    option.is_flag = true;
  }
  program.footer =
      "Examples:\n  aliprotect add 3051000000421234 --shipped yesterday --days 45\n"
      "  aliprotect due\n  aliprotect list --json\n\n"
      "Options and examples of a command: aliprotect COMMAND --help";
}

std::string help_of(const Command& command, std::size_t width) {
  const std::size_t page_width = std::min(width, widest_page);
  OptionList arguments, options;
  if (command.family) options.push_back(&help_option(command));
  for (const Option& option : command.options) {
    (option.is_argument() ? arguments : options).push_back(&option);
  }
  return command.purpose + "\n" + usage_line(command, arguments) +
         option_group("Arguments", arguments, page_width) +
         option_group("Options", options, page_width) + command_groups(command) + "\n" +
         command.notes + command.footer + "\n";
}

void add_help_command(Command& program, std::size_t width) {
  auto words = std::make_shared<std::vector<std::string>>();
  Command& help = program.commands.emplace_back(&program, "help", "Print the help of a command");
  help.heading = "Help";
  add_arguments(help, "COMMAND", *words, "the command, or family and command");
  help.run = [words, &program, width](Context& context) {
    const Command* command = &program;
    for (const std::string& word : *words) {
      const Command& family = *command;
      command = find_command(family, word);
      if (!command) throw no_such_command(family, word);
    }
    context.out.write(help_of(*command, width));
    return ExitCode::done;
  };
  add_examples(help, {"aliprotect help due", "aliprotect help dispute open"});
}

std::vector<std::string> with_help_as_option(std::vector<std::string> words) {
  if (words.empty() || words.front() != "help") return words;
  words.erase(words.begin());
  words.emplace_back("--help");
  return words;
}

bool asks_for_help(const std::vector<std::string>& words) {
  return std::any_of(words.begin(), words.end(), [](const std::string& word) {
    return word == "--help" || word == "-h" || word == "--version";
  });
}

}  // namespace aliprotect::cli
