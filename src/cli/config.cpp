#include "cli/config.h"

#include "aliprotect/error.h"
#include "cli/config_file.h"
#include "cli/parser.h"
#include "cli/usage.h"
#include "commands/support/input_file.h"
#include "core/text/quote.h"
#include "core/text/scanner.h"
#include "core/text/suggestions.h"
#include "core/text/utf8.h"
#include "render/text.h"

namespace aliprotect::cli {
namespace {

UserError unknown_section(const Command& program, const std::string& name) {
  std::vector<std::string> known = {"sources"};
  for (const Command& command : program.commands) known.push_back(command.name);
  const std::string near = closest_match(name, known);
  if (near == "sources")
    return usage_error("unknown section `" + excerpt(name) + "`; did you mean [sources.mail]?");
  return usage_error("unknown section `" + excerpt(name) + "`; " +
                     (near.empty() ? "sections are named after commands, such as [due]"
                                   : "did you mean `" + near + "`?"));
}

/// Returns the command that a section configures, or the program.
Command& section_of(Command& program, const std::vector<std::string>& parents) {
  Command* section = &program;
  bool records = false;
  for (const std::string& name : parents) {
    section = find_command(*section, name);
    if (!section) throw unknown_section(program, name);
    records = records || section->records;
  }
  if (records) {
    throw usage_error(
        "the section `" + section->name +
        "` is not allowed, because the command records something; pass its options each time");
  }
  return *section;
}

/// Returns the option that the key sets, or null. `--help` and `--version` cannot be set.
Option* find_setting(Command& section, const std::string& key) {
  Option* option = find_option(section, "--" + key);
  return option && option->set ? option : nullptr;
}

/// Sets the option now. The command line may override it later.
void set_default(Option& option, const ConfigEntry& entry) {
  if (entry.values.size() > 1 && !option.repeats)
    throw usage_error("`" + entry.key + "` takes one value");
  if (entry.values.empty()) throw usage_error("`" + entry.key + "` needs a value");
  if (!set_values(option, entry.values)) {
    throw usage_error("`" + entry.key + "` must be true or false, not " +
                      in_quotes(entry.values.front()));
  }
  option.config_line = entry.line;
}

std::optional<std::string>* config_only(Settings& settings, const ConfigEntry& entry) {
  if (!entry.section.empty()) return nullptr;
  if (entry.key == "currency") return &settings.currency;
  if (entry.key == "rules") return &settings.rules;
  return nullptr;
}

void apply(Command& program, Settings& settings, const ConfigEntry& entry) {
  if (std::optional<std::string>* setting = config_only(settings, entry)) {
    if (entry.values.size() != 1) throw usage_error("`" + entry.key + "` takes one value");
    *setting = entry.values.front();
    return;
  }
  Command& section = section_of(program, entry.section);
  if (Option* option = find_setting(section, entry.key)) return set_default(*option, entry);
  if (find_setting(program, entry.key)) {
    throw usage_error("`" + entry.key + "` must be at the top of the file, before the sections");
  }
  std::vector<std::string> known = option_names(section);
  if (entry.section.empty()) known.insert(known.end(), {"--currency", "--rules"});
  const std::string near = closest_match("--" + entry.key, known);
  const bool is_setting = !near.empty() && near != "--help" && near != "--version";
  throw usage_error("unknown setting `" + excerpt(entry.key) + "`" +
                    (is_setting ? "; did you mean `" + near.substr(2) + "`?" : ""));
}

[[noreturn]] void fail(const ConfigEntry& entry, const std::string& reason) {
  throw usage_error("line " + std::to_string(entry.line) + ": " + reason);
}

Source& source_named(const std::string& name, Settings& settings) {
  for (Source& source : settings.sources) {
    if (source.name == name) return source;
  }
  Source& source = settings.sources.emplace_back();
  source.name = name;
  return source;
}

struct SourceKey {
  std::string_view name;
  std::optional<std::string> Source::*value;
};

constexpr SourceKey source_keys[] = {{"path", &Source::path},         {"command", &Source::command},
                                     {"as", &Source::form},           {"zone", &Source::zone},
                                     {"currency", &Source::currency}, {"rules", &Source::rules}};

/// Applies a line in a section such as `[sources.mail]`.
void apply_source(const ConfigEntry& entry, Settings& settings) {
  if (entry.section.size() != 2) fail(entry, "expected a section such as [sources.mail]");
  Source& source = source_named(entry.section[1], settings);
  const std::string name = "sources." + source.name + "." + entry.key;
  if (entry.key == "tag") {
    source.tags = entry.values;
    return;
  }
  std::vector<std::string> names = {"tag"};
  for (const SourceKey& key : source_keys) {
    names.emplace_back(key.name);
    if (key.name != entry.key) continue;
    if (entry.values.size() != 1 || entry.values.front().empty())
      fail(entry, "`" + name + "` needs one value");
    source.*key.value = entry.values.front();
    return;
  }
  const std::string near = closest_match(entry.key, names);
  fail(entry, "unknown setting `" + excerpt(name) + "`" +
                  (near.empty() ? "" : "; did you mean `" + near + "`?"));
}

void check_sources(const std::vector<Source>& sources) {
  for (const Source& source : sources) {
    if (source.path.has_value() != source.command.has_value()) continue;
    throw usage_error("[sources." + source.name + "] needs either `path` or `command`");
  }
}

std::string text_of(const std::string& path) {
  try {
    return read_config_file(path).value_or("");
  } catch (const UserError& error) {
    throw usage_error(error.what());
  }
}

/// Sets the config file as the source of the settings read from it.
void name_source(Settings& settings, const std::string& path) {
  for (auto* setting :
       {&settings.db, &settings.tz, &settings.now, &settings.format, &settings.color}) {
    if (*setting) (*setting)->from = path + ": " + (*setting)->from.substr(2);
  }
}

}  // namespace

bool has_config(const std::string& path) {
  // An unreachable file is an error, because it may set another store.
  return !path.empty() && is_taken(path);
}

void apply_config(Command& program, Settings& settings, const std::string& path) {
  if (!has_config(path)) return;
  const std::string whole = text_of(path);
  try {
    for (const ConfigEntry& entry : parse_config(without_byte_order_mark(whole))) {
      if (!entry.section.empty() && entry.section.front() == "sources") {
        apply_source(entry, settings);
      } else {
        apply(program, settings, entry);
      }
    }
    check_sources(settings.sources);
  } catch (const UserError& error) {
    throw usage_error(path + ": " + error.what());
  }
  name_source(settings, path);
}

}  // namespace aliprotect::cli
