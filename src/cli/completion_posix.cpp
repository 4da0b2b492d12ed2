#include <algorithm>

#include "cli/completion_scripts.h"
#include "core/text/shell_word.h"

// Bash and zsh use the same tables: functions that set arrays for a command.

namespace aliprotect::cli {
namespace {

std::string array(const std::vector<std::string>& words) {
  std::string text;
  for (const std::string& word : words) text += (text.empty() ? "" : " ") + in_single_quotes(word);
  return "(" + text + ")";
}

std::string kind_of(Offer offer) {
  switch (offer) {
    case Offer::nothing:
      return "anything";
    case Offer::words:
      return "words";
    case Offer::list:
      return "list";
    case Offer::fields:
      return "fields";
    case Offer::orders:
      return "orders";
    case Offer::rule_sets:
      return "rule_sets";
    case Offer::sources:
      return "sources";
    case Offer::files:
      return "files";
  }
  return {};
}

/// Returns a line of a `case` with what can follow `pattern`.
std::string value_case(const std::string& pattern, const ValueGrammar& value) {
  std::string line = "    " + pattern + ") kind=" + kind_of(value.offer);
  if (!value.words.empty()) line += " values=" + array(value.words);
  return line + " ;;\n";
}

std::string function(const std::string& name, const std::string& before, const std::string& on,
                     const std::string& cases) {
  return name + "() {\n  " + before + "\n  case " + on + " in\n" + cases + "  esac\n}\n\n";
}

std::string commands_table(const std::vector<CommandGrammar>& grammar) {
  std::string cases;
  for (const CommandGrammar& command : grammar) {
    if (command.commands.empty()) continue;
    std::vector<std::string> names, meanings;
    for (const auto& [name, meaning] : command.commands) {
      names.push_back(name);
      meanings.push_back(meaning);
    }
    cases += "    " + in_single_quotes(command.place) + ")\n      names=" + array(names) +
             "\n      about=" + array(meanings) + "\n      ;;\n";
  }
  return function("_aliprotect_commands", "names=() about=()", "$1", cases);
}

void add_options(const CommandGrammar& command, std::vector<std::string>& names,
                 std::vector<std::string>& meanings) {
  for (const OptionGrammar& option : command.options) {
    if (option.shadows) continue;
    for (const std::string& name : option.names) {
      names.push_back(name);
      meanings.push_back(option.meaning);
    }
  }
}

/// Global options follow the options of each command.
std::string options_table(const std::vector<CommandGrammar>& grammar) {
  std::string cases;
  std::vector<std::string> names, meanings;
  for (const CommandGrammar& command : grammar) {
    names.clear();
    meanings.clear();
    add_options(command, names, meanings);
    if (names.empty() || command.place.empty()) continue;
    cases += "    " + in_single_quotes(command.place) + ")\n      names=" + array(names) +
             "\n      about=" + array(meanings) + "\n      ;;\n";
  }
  names.clear();
  meanings.clear();
  add_options(grammar.front(), names, meanings);
  std::string text = function("_aliprotect_options", "names=() about=()", "$1", cases);
  text.erase(text.size() - 3);
  return text + "  names+=" + array(names) + "\n  about+=" + array(meanings) + "\n}\n\n";
}

std::string values_table(const std::vector<CommandGrammar>& grammar) {
  std::string cases, of_every_command;
  for (const CommandGrammar& command : grammar) {
    for (const OptionGrammar& option : command.options) {
      if (!option.value) continue;
      const std::string pattern = command.place + " " + option.names.back();
      if (command.place.empty()) {
        of_every_command += value_case("*" + in_single_quotes(pattern), *option.value);
      } else {
        cases += value_case(in_single_quotes(pattern), *option.value);
      }
    }
  }
  return function("_aliprotect_value", "kind='' values=()", "\"$1 $2\"", cases + of_every_command);
}

std::string arguments_table(const std::vector<CommandGrammar>& grammar) {
  std::string cases;
  for (const CommandGrammar& command : grammar) {
    for (std::size_t place = 0; place < command.arguments.size(); ++place) {
      const bool repeats = command.last_argument_repeats && place + 1 == command.arguments.size();
      const std::string pattern =
          repeats ? in_single_quotes(command.place + " ") + "*"
                  : in_single_quotes(command.place + " " + std::to_string(place));
      cases += value_case(pattern, command.arguments[place]);
    }
  }
  return function("_aliprotect_argument", "kind='' values=()", "\"$1 $2\"", cases);
}

std::string tables(const std::vector<CommandGrammar>& grammar) {
  return commands_table(grammar) + options_table(grammar) + values_table(grammar) +
         arguments_table(grammar) + completion_part("walk.sh") + "\n";
}

}  // namespace

std::string bash_completion(const std::vector<CommandGrammar>& grammar) {
  return "# aliprotect in bash: made by `aliprotect completion bash`\n\n" + tables(grammar) +
         completion_part("bash.sh");
}

std::string zsh_completion(const std::vector<CommandGrammar>& grammar) {
  return "#compdef aliprotect\n# aliprotect in zsh: made by `aliprotect completion zsh`\n\n" +
         tables(grammar) + completion_part("zsh.sh");
}

}  // namespace aliprotect::cli
