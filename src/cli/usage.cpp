#include "cli/usage.h"

#include <algorithm>

#include "core/text/suggestions.h"
#include "render/text.h"

namespace aliprotect::cli {
namespace {

std::vector<const CLI::App*> commands_of(const CLI::App& app) {
  return app.get_subcommands([](const CLI::App*) { return true; });
}

std::vector<std::string> command_names(const CLI::App& app) {
  std::vector<std::string> names;
  for (const CLI::App* command : commands_of(app)) names.push_back(command->get_name());
  return names;
}

std::string did_you_mean(const std::string& word, const std::vector<std::string>& known) {
  const std::string near = nearest(word, known);
  return near.empty() ? "" : "; did you mean `" + near + "`?";
}

/// The first word of the command line that nothing takes.
std::string unexpected_word(const CLI::App& command, const std::string& word) {
  const std::string shown = printable(word);
  if (word.starts_with("-")) {
    const std::string name = word.substr(0, word.find('='));
    return "there is no option `" + printable(name) + "`" +
           did_you_mean(name, option_names(command));
  }
  const std::vector<std::string> names = command_names(command);
  if (!names.empty()) return "there is no command `" + shown + "`" + did_you_mean(word, names);
  return "`" + shown + "` is one word too many";
}

/// CLI11 begins such a sentence with the option's name.
std::string wrong_count(const std::string& sentence) {
  const std::string option = sentence.substr(0, sentence.find(':'));
  const bool too_many = sentence.find("received") != std::string::npos;
  return "`" + option + (too_many ? "` may be given only once" : "` needs a value");
}

/// Only flags are converted by CLI11: `Could not convert: --quiet = perhaps`.
std::string flag_with_value(const std::string& sentence) {
  const auto begin = sentence.find("--");
  if (begin == std::string::npos) return sentence;
  return "`" + sentence.substr(begin, sentence.find(' ', begin) - begin) + "` takes no value";
}

/// What CLI11 says, in words of ours where its own leave a person alone.
std::string sentence_of(const CLI::ParseError& error) {
  if (dynamic_cast<const CLI::ArgumentMismatch*>(&error)) return wrong_count(error.what());
  if (dynamic_cast<const CLI::ConversionError*>(&error)) return flag_with_value(error.what());
  std::string text = error.what();
  std::replace(text.begin(), text.end(), '\n', ' ');
  while (!text.empty() && text.back() == ' ') text.pop_back();
  return text;
}

}  // namespace

std::vector<std::string> option_names(const CLI::App& command) {
  std::vector<std::string> names;
  for (const CLI::App* app = &command; app; app = app->get_parent()) {
    for (const CLI::Option* option : app->get_options()) {
      for (const std::string& name : option->get_lnames()) names.push_back("--" + name);
    }
  }
  return names;
}

const CLI::App* find_command(const CLI::App& app, const std::string& name) {
  for (const CLI::App* command : commands_of(app)) {
    if (command->get_name() == name) return command;
  }
  return nullptr;
}

const CLI::App& named_command(const CLI::App& program) {
  const CLI::App* command = &program;
  for (auto below = command->get_subcommands(); !below.empty();
       below = command->get_subcommands()) {
    command = below.back();
  }
  return *command;
}

std::string full_name(const CLI::App& command) {
  if (!command.get_parent()) return command.get_name();
  return full_name(*command.get_parent()) + " " + command.get_name();
}

UserError no_such_command(const CLI::App& family, const std::string& word) {
  return usage_error(unexpected_word(family, word) + " (see `" + full_name(family) + " --help`)");
}

UserError usage_error_of(const CLI::App& program, const CLI::ParseError& error) {
  const CLI::App& command = named_command(program);
  const std::vector<std::string> remaining = program.remaining(true);
  const bool surplus = !remaining.empty() && (dynamic_cast<const CLI::ExtrasError*>(&error) ||
                                              dynamic_cast<const CLI::CallForHelp*>(&error));
  std::string text = surplus ? unexpected_word(command, remaining.front()) : sentence_of(error);
  if (dynamic_cast<const CLI::RequiredError*>(&error) && !command_names(command).empty()) {
    text = remaining.empty() ? "which one? Name a command of `" + full_name(command) + "`"
                             : unexpected_word(command, remaining.front());
  }
  return usage_error(text + " (see `" + full_name(command) + " --help`)");
}

}  // namespace aliprotect::cli
