#include "cli/config.h"

#include <algorithm>
#include <sstream>

#include "aliprotect/error.h"
#include "cli/usage.h"
#include "commands/support/command.h"
#include "commands/support/input_file.h"
#include "core/text/scanner.h"
#include "core/text/suggestions.h"
#include "core/text/utf8.h"
#include "render/text.h"

namespace aliprotect::cli {
namespace {

/// CLI11's own marks where a section begins and ends.
bool is_section_mark(const CLI::ConfigItem& item) { return item.name == "++" || item.name == "--"; }

bool records(const std::string& name) {
  const auto all = commands();
  return std::any_of(all.begin(), all.end(), [&](const Command& command) {
    return command.name == name && command.records;
  });
}

/// The program, or the command that a section is about.
CLI::App& section_of(CLI::App& program, const std::vector<std::string>& parents) {
  CLI::App* section = &program;
  for (const std::string& name : parents) {
    if (!find_command(*section, name)) {
      throw usage_error("there is no command `" + name + "` for the section of that name");
    }
    section = section->get_subcommand(name);
  }
  if (!parents.empty() && records(parents.front())) {
    throw usage_error("the section `" + section->get_name() +
                      "` would change what is recorded; its options are given each time");
  }
  return *section;
}

/// Runs the option's callback now; a flag of the command line runs it again with its own value.
void set_default(CLI::Option& option, const CLI::ConfigItem& item) {
  if (item.inputs.size() > 1 && option.get_expected_max() == 1 &&
      option.get_multi_option_policy() != CLI::MultiOptionPolicy::TakeAll) {
    throw usage_error("`" + item.name + "` takes one value");
  }
  if (item.inputs.empty()) throw usage_error("`" + item.name + "` needs a value");
  for (const std::string& value : item.inputs) option.add_result(value);
  option.run_callback();
  option.clear();
}

std::optional<std::string>* config_only(Settings& settings, const CLI::ConfigItem& item) {
  if (!item.parents.empty()) return nullptr;
  if (item.name == "currency") return &settings.currency;
  if (item.name == "rules") return &settings.rules;
  return nullptr;
}

void apply(CLI::App& program, Settings& settings, const CLI::ConfigItem& item) {
  if (std::optional<std::string>* setting = config_only(settings, item)) {
    if (item.inputs.size() != 1) throw usage_error("`" + item.name + "` takes one value");
    *setting = item.inputs.front();
    return;
  }
  CLI::App& section = section_of(program, item.parents);
  CLI::Option* option = section.get_option_no_throw("--" + item.name);
  if (option && item.name != "help" && item.name != "version") return set_default(*option, item);
  if (program.get_option_no_throw("--" + item.name)) {
    throw usage_error("`" + item.name + "` stands at the top of the file, before the sections");
  }
  const std::string near = nearest("--" + item.name, option_names(section));
  throw usage_error("there is no setting `" + item.name + "`" +
                    (near.empty() ? "" : "; did you mean `" + near.substr(2) + "`?"));
}

std::string text_of(const std::string& path) {
  try {
    return read_config_file(path).value_or("");
  } catch (const UserError& error) {
    throw usage_error(error.what());
  }
}

/// CLI11 makes an object of each part of a section's name, so that has an end.
void refuse_long_sections(const std::string& text) {
  constexpr std::size_t longest_section = 100;
  std::istringstream lines(text);
  for (std::string line; std::getline(lines, line);) {
    if (trimmed(line).starts_with('[') && line.size() > longest_section)
      throw usage_error("the name of a section is too long");
  }
}

/// Who gave the settings that the file has just set.
void name_source(Settings& settings, const std::string& path) {
  for (auto* setting :
       {&settings.db, &settings.tz, &settings.now, &settings.format, &settings.color}) {
    if (*setting) (*setting)->from = path + ": " + (*setting)->from.substr(2);
  }
}

}  // namespace

bool has_config(const std::string& path) {
  // One that cannot be reached counts: it may name another store.
  return !path.empty() && is_taken(path);
}

void apply_config(CLI::App& program, Settings& settings, const std::string& path) {
  if (!has_config(path)) return;
  const std::string whole = text_of(path);
  try {
    const std::string text(without_byte_order_mark(whole));
    refuse_long_sections(text);
    std::istringstream in(text);
    for (const CLI::ConfigItem& item : CLI::ConfigTOML().from_config(in)) {
      if (!is_section_mark(item)) apply(program, settings, item);
    }
  } catch (const CLI::Error& error) {
    throw usage_error(path + ": " + error.what());
  } catch (const UserError& error) {
    throw usage_error(path + ": " + error.what());
  }
  name_source(settings, path);
}

}  // namespace aliprotect::cli
