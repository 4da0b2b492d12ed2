#include "cli/parser.h"

#include <CLI/CLI.hpp>
#include <algorithm>

#include "aliprotect/store.h"
#include "cli/usage.h"

namespace aliprotect::cli {
namespace {

using Words = std::vector<std::string>;

/// Returns the words in reverse, as CLI11 expects them. `--option=` is split into two words,
/// because CLI11 would use the next word as its value.
Words prepared(const Words& arguments) {
  Words words;
  bool options_ended = false;
  for (const std::string& word : arguments) {
    options_ended = options_ended || word == "--";
    if (!options_ended && word.starts_with("--") && word.size() > 3 && word.ends_with('=')) {
      words.push_back(word.substr(0, word.size() - 1));
      words.emplace_back();
    } else {
      words.push_back(word);
    }
  }
  std::reverse(words.begin(), words.end());
  return words;
}

void declare_option(CLI::App& app, Option& option) {
  // Uses the values as typed, because those that CLI11 passes may contain its own markers.
  const auto receive = [&app, &option](const CLI::results_t&) {
    option.given = true;
    const Words& values = app.get_option(option.name)->results();
    if (option.is_argument() && std::any_of(values.begin(), values.end(), Store::is_on_server))
      throw usage_error(std::string(misplaced_address));
    return set_values(option, values);
  };
  CLI::Option* declared = app.add_option(option.name, receive);
  if (option.is_flag) {
    declared->expected(0)->multi_option_policy(CLI::MultiOptionPolicy::TakeLast);
  } else if (option.repeats && option.is_argument()) {
    declared->expected(1, -1)->allow_extra_args();
  } else if (option.repeats) {
    declared->take_all();
  }
  declared->required(option.required);
}

/// Declares only commands whose name is among `words`, because creating CLI11's objects for all
/// commands would dominate the time of a short run.
void declare(CLI::App& app, Command& command, const Words& words) {
  for (Option& option : command.options) {
    if (option.set) declare_option(app, option);
  }
  for (const Option& option : command.options) {
    if (option.excludes.empty()) continue;
    app.get_option(option.name)->excludes(app.get_option(option.excludes));
  }
  const bool is_family = !command.commands.empty();
  if (is_family) app.require_subcommand(command.family ? 1 : 0, 1);
  for (Command& below : command.commands) {
    if (is_among(words, below.name)) declare(*app.add_subcommand(below.name), below, words);
  }
}

/// Returns the command that was named, or the program if none was.
const Command& named_command(const CLI::App& app, const Command& command) {
  const auto named = app.get_subcommands();
  if (named.empty()) return command;
  return named_command(*named.back(), *find_command(command, named.back()->get_name()));
}

/// CLI11 begins this message with the option's name.
std::string wrong_count(const std::string& sentence) {
  const std::string option = sentence.substr(0, sentence.find(':'));
  const bool too_many = sentence.find("received") != std::string::npos;
  return "`" + option + (too_many ? "` may be given only once" : "` needs a value");
}

/// Only flags cause this message: `Could not convert: --quiet = perhaps`.
std::string flag_with_value(const std::string& sentence) {
  const auto begin = sentence.find("--");
  if (begin == std::string::npos) return sentence;
  return "`" + sentence.substr(begin, sentence.find(' ', begin) - begin) + "` takes no value";
}

/// Two options that exclude each other: `--days excludes --closes`.
std::string combined_options(const std::string& sentence) {
  const auto verb = sentence.find(" excludes ");
  if (verb == std::string::npos) return sentence;
  return sentence.substr(0, verb) + " cannot be combined with " + sentence.substr(verb + 10);
}

/// Returns CLI11's message, or a clearer one.
std::string sentence_of(const CLI::ParseError& error) {
  if (dynamic_cast<const CLI::ArgumentMismatch*>(&error)) return wrong_count(error.what());
  if (dynamic_cast<const CLI::ConversionError*>(&error)) return flag_with_value(error.what());
  if (dynamic_cast<const CLI::ExcludesError*>(&error)) return combined_options(error.what());
  std::string text = error.what();
  std::replace(text.begin(), text.end(), '\n', ' ');
  while (!text.empty() && text.back() == ' ') text.pop_back();
  return text;
}

/// `remaining` are the words that CLI11 could not assign.
std::string what_is_wrong(const Command& command, const CLI::ParseError& error,
                          const Words& remaining) {
  const bool surplus = dynamic_cast<const CLI::ExtrasError*>(&error) ||
                       dynamic_cast<const CLI::CallForHelp*>(&error);
  const bool which_command =
      dynamic_cast<const CLI::RequiredError*>(&error) && !command.commands.empty();
  if (!remaining.empty() && (surplus || which_command))
    return unexpected_word(command, remaining.front());
  if (which_command) return "missing command: `" + full_name(command) + "` needs one";
  return sentence_of(error);
}

}  // namespace

bool set_values(const Option& option, const std::vector<std::string>& values) {
  if (!option.is_flag) {
    option.set(values);
    return true;
  }
  bool on = false;
  if (!CLI::detail::lexical_cast(values.back(), on)) return false;
  option.set({on ? "true" : "false"});
  return true;
}

ParsedCommand parse(Command& program, const std::vector<std::string>& words) {
  using Answer = ParsedCommand::Answer;
  CLI::App app("", program.name);
  app.fallthrough();
  app.set_help_flag("-h,--help");
  app.set_version_flag("--version", "");
  declare(app, program, words);
  const auto parsed = [&](Answer answer) {
    return ParsedCommand{named_command(app, program), answer};
  };
  const auto wrong = [&](const CLI::ParseError& error) {
    const Command& command = parsed(Answer::run).command;
    return usage_error(what_is_wrong(command, error, app.remaining(true)) + see_help_of(command));
  };
  try {
    app.parse(prepared(words));
  } catch (const CLI::CallForHelp& call) {
    if (!app.remaining(true).empty()) throw wrong(call);
    return parsed(Answer::help);
  } catch (const CLI::CallForVersion&) {
    return parsed(Answer::version);
  } catch (const CLI::ParseError& error) {
    throw wrong(error);
  }
  return parsed(Answer::run);
}

}  // namespace aliprotect::cli
