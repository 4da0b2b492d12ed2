#include "cli/config.h"

#include <algorithm>

#include "aliprotect/error.h"
#include "cli/config_file.h"
#include "cli/usage.h"
#include "commands/support/command.h"
#include "commands/support/input_file.h"
#include "core/text/scanner.h"
#include "core/text/suggestions.h"
#include "core/text/utf8.h"
#include "render/text.h"

namespace aliprotect::cli {
namespace {

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
void set_default(CLI::Option& option, const ConfigEntry& entry) {
  if (entry.values.size() > 1 && option.get_expected_max() == 1 &&
      option.get_multi_option_policy() != CLI::MultiOptionPolicy::TakeAll) {
    throw usage_error("`" + entry.key + "` takes one value");
  }
  if (entry.values.empty()) throw usage_error("`" + entry.key + "` needs a value");
  for (const std::string& value : entry.values) option.add_result(value);
  option.run_callback();
  option.clear();
}

std::optional<std::string>* config_only(Settings& settings, const ConfigEntry& entry) {
  if (!entry.section.empty()) return nullptr;
  if (entry.key == "currency") return &settings.currency;
  if (entry.key == "rules") return &settings.rules;
  return nullptr;
}

void apply(CLI::App& program, Settings& settings, const ConfigEntry& entry) {
  if (std::optional<std::string>* setting = config_only(settings, entry)) {
    if (entry.values.size() != 1) throw usage_error("`" + entry.key + "` takes one value");
    *setting = entry.values.front();
    return;
  }
  CLI::App& section = section_of(program, entry.section);
  CLI::Option* option = section.get_option_no_throw("--" + entry.key);
  if (option && entry.key != "help" && entry.key != "version") return set_default(*option, entry);
  if (program.get_option_no_throw("--" + entry.key)) {
    throw usage_error("`" + entry.key + "` stands at the top of the file, before the sections");
  }
  const std::string near = nearest("--" + entry.key, option_names(section));
  throw usage_error("there is no setting `" + entry.key + "`" +
                    (near.empty() ? "" : "; did you mean `" + near.substr(2) + "`?"));
}

std::string text_of(const std::string& path) {
  try {
    return read_config_file(path).value_or("");
  } catch (const UserError& error) {
    throw usage_error(error.what());
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
    for (const ConfigEntry& entry : parse_config(without_byte_order_mark(whole))) {
      apply(program, settings, entry);
    }
  } catch (const CLI::Error& error) {
    throw usage_error(path + ": " + error.what());
  } catch (const UserError& error) {
    throw usage_error(path + ": " + error.what());
  }
  name_source(settings, path);
}

}  // namespace aliprotect::cli
