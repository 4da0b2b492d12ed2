#include "commands/support/command.h"

namespace aliprotect {
namespace {

using Values = std::vector<std::string>;

Option& add(Command& command, const std::string& name, const std::string& meaning,
            const std::string& type, std::function<void(const Values&)> set) {
  Option& option = command.options.emplace_back();
  option.name = name;
  option.meaning = meaning;
  option.type = type;
  option.set = std::move(set);
  return option;
}

}  // namespace

Command& add_family(Command& program, const std::string& name, const std::string& purpose) {
  return program.commands.emplace_back(&program, name, purpose);
}

Option& add_flag(Command& command, const std::string& name, bool& given,
                 const std::string& meaning) {
  Option& flag = add(command, name, meaning, "",
                     [&given](const Values& values) { given = values.back() == "true"; });
  flag.is_flag = true;
  return flag;
}

Option& add_value(Command& command, const std::string& name, std::optional<std::string>& value,
                  const std::string& meaning, const std::string& type) {
  return add(command, name, meaning, type,
             [&value](const Values& values) { value = values.back(); });
}

Option& add_value(Command& command, const std::string& name, std::string& value,
                  const std::string& meaning, const std::string& type) {
  Option& option =
      add(command, name, meaning, type, [&value](const Values& values) { value = values.back(); });
  option.required = true;
  return option;
}

Option& add_words(Command& command, const std::string& name, std::vector<std::string>& words,
                  const std::string& meaning, const std::string& type) {
  Option& option =
      add(command, name, meaning, type, [&words](const Values& values) { words = values; });
  option.repeats = true;
  return option;
}

Option& add_argument(Command& command, const std::string& name, std::optional<std::string>& value,
                     const std::string& meaning) {
  return add_value(command, name, value, meaning, "");
}

Option& add_argument(Command& command, const std::string& name, std::string& value,
                     const std::string& meaning) {
  return add_value(command, name, value, meaning, "");
}

Option& add_arguments(Command& command, const std::string& name, std::vector<std::string>& values,
                      const std::string& meaning) {
  return add_words(command, name, values, meaning, "");
}

void take_formats(Command& command, std::vector<std::string> formats) {
  command.formats = std::move(formats);
}

const std::vector<std::string>& formats_of(const Command& command) {
  static const std::vector<std::string> of_lists = {"table", "json", "jsonl", "csv", "ids"};
  return command.formats ? *command.formats : of_lists;
}

void add_examples(Command& command, std::initializer_list<const char*> lines) {
  std::string text = "Examples:";
  for (const char* line : lines) text += std::string("\n  ") + line;
  command.footer = text + "\n\nOptions that every command accepts: aliprotect --help";
}

}  // namespace aliprotect
