#include "cli/completion_grammar.h"

#include <map>
#include <sstream>

namespace aliprotect::cli {
namespace {

/// How help names values of which more is known than their name.
const std::map<std::string, ValueGrammar> known_labels = {
    {"FILE", {Offer::files, {}}},
    {"NAME", {Offer::rule_sets, {}}},
    {"ORDER", {Offer::orders, {}}},
    {"WHEN", {Offer::words, {"now", "today", "yesterday", "tomorrow"}}},
};

std::vector<std::string> words_in(const std::string& text) {
  std::vector<std::string> words;
  std::istringstream in(text);
  for (std::string word; std::getline(in, word, '|');) words.push_back(word);
  return words;
}

/// `KIND:closes|deadline`, where help says KIND; `button|message`, where it says all.
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

OptionGrammar option_grammar(const CLI::Option& option) {
  OptionGrammar grammar{{}, option.get_description(), std::nullopt};
  for (const std::string& name : option.get_snames()) grammar.names.push_back("-" + name);
  for (const std::string& name : option.get_lnames()) grammar.names.push_back("--" + name);
  if (option.get_expected_max() > 0) grammar.value = value_of(option.get_type_name());
  return grammar;
}

void add_argument(CommandGrammar& grammar, const CLI::Option& argument) {
  const std::string type = argument.get_type_name();
  grammar.arguments.push_back(value_of(type.empty() ? argument.get_name(true) : type));
  grammar.last_argument_repeats = argument.get_items_expected_max() > 1;
}

void add_grammar(std::vector<CommandGrammar>& all, const CLI::App& app, const ParsedCommand& chosen,
                 const std::string& place) {
  CommandGrammar grammar;
  grammar.place = place;
  for (const CLI::Option* option : app.get_options()) {
    const bool of_every_command = !place.empty() && option == app.get_help_ptr();
    if (option->get_positional()) {
      add_argument(grammar, *option);
    } else if (!of_every_command) {
      grammar.options.push_back(option_grammar(*option));
    }
  }
  if (const auto own = chosen.formats.find(&app); own != chosen.formats.end())
    grammar.options.push_back({{"--format"}, "", ValueGrammar{Offer::words, own->second}, true});
  const auto commands = app.get_subcommands([](const CLI::App*) { return true; });
  for (const CLI::App* command : commands) {
    grammar.commands.push_back({command->get_name(), command->get_description()});
  }
  all.push_back(std::move(grammar));
  for (const CLI::App* command : commands) {
    add_grammar(all, *command, chosen, (place.empty() ? "" : place + " ") + command->get_name());
  }
}

}  // namespace

std::vector<CommandGrammar> grammar_of(const CLI::App& program, const ParsedCommand& chosen) {
  std::vector<CommandGrammar> all;
  add_grammar(all, program, chosen, "");
  return all;
}

}  // namespace aliprotect::cli
