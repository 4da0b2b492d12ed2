#pragma once

#include <optional>
#include <string>
#include <vector>

#include "commands/support/command.h"

namespace aliprotect::cli {

/// What completion offers for a value.
enum class Offer { nothing, words, list, fields, orders, rule_sets, sources, files };

struct ValueGrammar {
  Offer offer = Offer::nothing;
  std::vector<std::string> words;  ///< for `words`, `list` and `fields`
};

struct OptionGrammar {
  std::vector<std::string> names;  ///< `-h`, `--help`
  std::string meaning;
  std::optional<ValueGrammar> value;  ///< none: a flag
  /// A global option that accepts other words with this command.
  bool shadows = false;
};

struct NamedMeaning {
  std::string name, meaning;
};

/// What can follow one command.
struct CommandGrammar {
  std::string place;  ///< `dispute open`; empty: the program itself
  std::vector<NamedMeaning> commands;
  std::vector<OptionGrammar> options;  ///< without global options, which belong to the program
  std::vector<ValueGrammar> arguments;
  bool last_argument_repeats = false;
};

/// Returns the grammar of the program, followed by that of each command.
std::vector<CommandGrammar> grammar_of(const Command& program);

}  // namespace aliprotect::cli
