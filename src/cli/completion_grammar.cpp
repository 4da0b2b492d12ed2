#include "cli/completion_grammar.h"

#include <map>
#include <sstream>

#include "core/text/split.h"

namespace aliprotect::cli {
namespace {

/// What to offer for the value types that help shows.
const std::map<std::string, ValueGrammar> known_labels = {
    {"FILE", {Offer::files, {}}},
    {"NAME", {Offer::rule_sets, {}}},
    {"ORDER", {Offer::orders, {}}},
    {"SOURCE", {Offer::sources, {}}},
    {"WHEN", {Offer::words, {"now", "today", "yesterday", "tomorrow"}}},
};

std::vector<std::string> words_in(const std::string& text) {
  std::vector<std::string> words;
  std::istringstream in(text);
  for (std::string word; std::getline(in, word, '|');) words.push_back(word);
  return words;
}

/// Parses a type: `KIND:closes|deadline`, of which help shows only KIND, or `button|message`.
ValueGrammar value_of(const std::string& type) {
  const auto colon = type.find(':');
  const std::string label = type.substr(0, colon);
  if (colon == std::string::npos) {
    if (label.find('|') != std::string::npos) return {Offer::words, words_in(label)};
    const auto known = known_labels.find(label);
    return known == known_labels.end() ? ValueGrammar{} : known->second;
  }
  const std::vector<std::string> words = words_in(type.substr(colon + 1));
  if (label.ends_with(",...")) return {Offer::list, words};
  return {label.find('=') == std::string::npos ? Offer::words : Offer::fields, words};
}

OptionGrammar option_grammar(const Option& option) {
  OptionGrammar grammar{split_at_commas(option.name), option.meaning, std::nullopt};
  if (!option.is_flag) grammar.value = value_of(option.type);
  return grammar;
}

void add_argument(CommandGrammar& grammar, const Option& argument) {
  grammar.arguments.push_back(value_of(argument.type.empty() ? argument.name : argument.type));
  grammar.last_argument_repeats = argument.repeats;
}

void add_grammar(std::vector<CommandGrammar>& all, const Command& command,
                 const std::string& place) {
  CommandGrammar grammar;
  grammar.place = place;
  for (const Option& option : command.options) {
    if (option.is_argument()) {
      add_argument(grammar, option);
    } else {
      grammar.options.push_back(option_grammar(option));
    }
  }
  if (command.formats) {
    grammar.options.push_back(
        {{"--format"}, "", ValueGrammar{Offer::words, *command.formats}, true});
  }
  for (const Command& below : command.commands) {
    grammar.commands.push_back({below.name, below.purpose});
  }
  all.push_back(std::move(grammar));
  for (const Command& below : command.commands) {
    add_grammar(all, below, (place.empty() ? "" : place + " ") + below.name);
  }
}

}  // namespace

std::vector<CommandGrammar> grammar_of(const Command& program) {
  std::vector<CommandGrammar> all;
  add_grammar(all, program, "");
  return all;
}

}  // namespace aliprotect::cli
