#include "cli/usage.h"

#include <algorithm>

#include "aliprotect/store.h"
#include "commands/support/words.h"
#include "core/text/quote.h"
#include "core/text/split.h"
#include "core/text/suggestions.h"

namespace aliprotect::cli {
namespace {

std::string did_you_mean(const std::string& word, const std::vector<std::string>& known) {
  const std::string near = closest_match(word, known);
  return near.empty() ? "" : "; did you mean `" + near + "`?";
}

/// Whether a word may be a group of an order number with spaces; an id is shorter, a whole number
/// longer.
bool is_part_of_number(const std::string& word) {
  return word.size() >= 3 && word.size() <= 8 &&
         word.find_first_not_of("0123456789") == std::string::npos;
}

template <typename Commands>
auto* find_by_name(Commands& commands, const std::string& name) {
  const auto found = std::find_if(commands.begin(), commands.end(),
                                  [&](const auto& each) { return each.name == name; });
  return found == commands.end() ? nullptr : &*found;
}

}  // namespace

bool is_among(const std::vector<std::string>& words, std::string_view word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

std::string unexpected_word(const Command& command, const std::string& word) {
  if (Store::is_on_server(word)) return std::string(misplaced_address);
  const std::string shown = excerpt(word);
  if (word.starts_with("-")) {
    const std::string name = word.substr(0, word.find('='));
    return "unknown option `" + excerpt(name) + "`" + did_you_mean(name, option_names(command));
  }
  if (command.commands.empty()) {
    return "unexpected argument `" + shown + "`" +
           (is_part_of_number(word) ? "; put an order number with spaces in quotes" : "");
  }
  return "unknown command `" + shown + "`" + did_you_mean(word, names_of(command.commands));
}

std::string see_help_of(const Command& command) {
  return " (see `" + full_name(command) + " --help`)";
}

UserError no_such_command(const Command& family, const std::string& word) {
  return usage_error(unexpected_word(family, word) + see_help_of(family));
}

const Command* find_command(const Command& family, const std::string& name) {
  return find_by_name(family.commands, name);
}

Command* find_command(Command& family, const std::string& name) {
  return find_by_name(family.commands, name);
}

const Option* find_option(const Command& command, const std::string& name) {
  return find_by_name(command.options, name);
}

Option* find_option(Command& command, const std::string& name) {
  return find_by_name(command.options, name);
}

std::vector<std::string> option_names(const Command& command) {
  std::vector<std::string> names;
  for (const Command* each = &command; each; each = each->family) {
    for (const Option& option : each->options) {
      for (const std::string& name : split_at_commas(option.name)) {
        if (name.starts_with("--")) names.push_back(name);
      }
    }
  }
  return names;
}

std::string full_name(const Command& command) {
  return command.family ? full_name(*command.family) + " " + command.name : command.name;
}

}  // namespace aliprotect::cli
