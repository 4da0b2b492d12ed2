#include "cli/completion_scripts.h"

namespace aliprotect::cli {
namespace {

std::string literal(const std::string& text) {
  std::string word = "'";
  for (const char c : text) {
    if (c == '\'' || c == '\\') word += '\\';
    word += c;
  }
  return word + "'";
}

std::string joined(const std::vector<std::string>& words) {
  std::string text;
  for (const std::string& word : words) text += (text.empty() ? "" : " ") + word;
  return text;
}

/// Returns the value of `-a`, or an empty string if nothing can be offered.
std::string offered(const ValueGrammar& value) {
  switch (value.offer) {
    case Offer::nothing:
    case Offer::files:
      return {};
    case Offer::words:
      return joined(value.words);
    case Offer::list:
      return "(__aliprotect_list " + joined(value.words) + ")";
    case Offer::fields:
      return joined(value.words) + " ";
    case Offer::orders:
      return "(__aliprotect_orders)";
    case Offer::rule_sets:
      return "(__aliprotect_rule_sets)";
    case Offer::sources:
      return "(__aliprotect_sources)";
  }
  return {};
}

std::string candidates(const ValueGrammar& value) {
  if (value.offer == Offer::files) return " -F";
  std::string text = offered(value);
  if (value.offer == Offer::fields) {
    for (auto end = text.find(' '); end != std::string::npos; end = text.find(' ', end + 2)) {
      text.insert(end, "=");
    }
    text.pop_back();
  }
  return text.empty() ? "" : " -a " + literal(text);
}

std::string condition(const std::string& place, const std::string& range = "") {
  return " -n " + literal("__aliprotect_at " + literal(place) + range);
}

/// Returns the condition under which an option is offered. A global option is not offered with
/// commands that replace it.
std::string condition_of(const std::vector<CommandGrammar>& grammar, const CommandGrammar& command,
                         const OptionGrammar& option) {
  if (!command.place.empty()) return condition(command.place);
  std::string elsewhere;
  for (const CommandGrammar& other : grammar) {
    for (const OptionGrammar& shadow : other.options) {
      if (!shadow.shadows || shadow.names != option.names) continue;
      elsewhere += elsewhere.empty() ? "not" : "; and not";
      elsewhere += " __aliprotect_at " + literal(other.place);
    }
  }
  return elsewhere.empty() ? "" : " -n " + literal(elsewhere);
}

std::string option_line(const OptionGrammar& option, const std::string& where) {
  std::string line = "complete -c aliprotect" + where;
  for (const std::string& name : option.names) {
    line += name.starts_with("--") ? " -l " + name.substr(2) : " -s " + name.substr(1);
  }
  if (option.value) line += option.value->offer == Offer::files ? " -r" : " -x";
  if (option.value) line += candidates(*option.value);
  return line + (option.meaning.empty() ? "" : " -d " + literal(option.meaning)) + "\n";
}

std::string argument_lines(const CommandGrammar& command) {
  std::string lines;
  for (std::size_t place = 0; place < command.arguments.size(); ++place) {
    const std::string wanted = candidates(command.arguments[place]);
    if (wanted.empty()) continue;
    const bool repeats = command.last_argument_repeats && place + 1 == command.arguments.size();
    const std::string range =
        " " + std::to_string(place) + (repeats ? "" : " " + std::to_string(place));
    lines += "complete -c aliprotect" + condition(command.place, range) + " -k" + wanted + "\n";
  }
  return lines;
}

std::string lines_of(const std::vector<CommandGrammar>& grammar, const CommandGrammar& command) {
  std::string lines;
  for (const auto& [name, meaning] : command.commands) {
    lines += "complete -c aliprotect" + condition(command.place, " 0 0") + " -a " + name + " -d " +
             literal(meaning) + "\n";
  }
  for (const OptionGrammar& option : command.options) {
    lines += option_line(option, condition_of(grammar, command, option));
  }
  return lines + argument_lines(command);
}

/// Sets global lists of the commands, and of the options that take a value.
std::string lists(const std::vector<CommandGrammar>& grammar) {
  std::string places = "set -g __aliprotect_places", valued = "set -g __aliprotect_valued";
  for (const CommandGrammar& command : grammar) {
    if (!command.place.empty()) places += " " + literal(command.place);
    for (const OptionGrammar& option : command.options) {
      if (option.value) valued += " " + literal(command.place + " " + option.names.back());
    }
  }
  return places + "\n" + valued + "\n\n";
}

}  // namespace

std::string fish_completion(const std::vector<CommandGrammar>& grammar) {
  std::string script = "# aliprotect in fish: made by `aliprotect completion fish`\n\n" +
                       lists(grammar) + completion_part("fish.fish") +
                       "\ncomplete -c aliprotect -e\ncomplete -c aliprotect -f\n";
  for (const CommandGrammar& command : grammar) script += lines_of(grammar, command);
  return script;
}

}  // namespace aliprotect::cli
