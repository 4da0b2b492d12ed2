#pragma once

#include <optional>
#include <string>
#include <vector>

#include "commands/support/command.h"

namespace aliprotect::cli {

/// What can be offered for a value.
enum class Offer { nothing, words, list, fields, orders, rule_sets, files };

struct ValueGrammar {
  Offer offer = Offer::nothing;
  std::vector<std::string> words;  ///< of `words`, `list` and `fields`
};

struct OptionGrammar {
  std::vector<std::string> names;  ///< `-h`, `--help`
  std::string meaning;
  std::optional<ValueGrammar> value;  ///< none: a flag
  /// A global option that takes other words behind this command; it is no further one.
  bool shadows = false;
};

struct NamedMeaning {
  std::string name, meaning;
};

/// What can be typed behind one command.
struct CommandGrammar {
  std::string place;  ///< `dispute open`; empty: the program itself
  std::vector<NamedMeaning> commands;
  std::vector<OptionGrammar> options;  ///< without the global ones, which the program has
  std::vector<ValueGrammar> arguments;
  bool last_argument_repeats = false;
};

/// Every command of the program, the program first.
std::vector<CommandGrammar> grammar_of(const Command& program);

}  // namespace aliprotect::cli
