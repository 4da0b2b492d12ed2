#include "cli/settings.h"

#include <algorithm>
#include <cctype>

#include "aliprotect/error.h"
#include "cli/paths.h"
#include "cli/usage.h"
#include "commands/support/input_file.h"
#include "commands/support/words.h"
#include "core/text/quote.h"
#include "core/text/suggestions.h"

namespace aliprotect::cli {
namespace {

void add_setting(Command& program, const std::string& name, std::optional<Setting>& setting,
                 const std::string& meaning, const std::string& type) {
  Option& option = program.options.emplace_back();
  option.name = name;
  option.meaning = meaning;
  option.type = type;
  option.set = [&setting, name](const std::vector<std::string>& values) {
    setting = Setting{values.back(), name};
  };
}

bool is_given(const Command& program, const std::string& name) {
  return find_option(program, name)->given;
}

void apply_variable(const Command& program, const Environment& environment,
                    const std::string& option, const std::string& name,
                    std::optional<Setting>& setting) {
  if (is_given(program, option)) return;
  if (auto value = environment.variable(name)) setting = Setting{*std::move(value), "$" + name};
}

bool is_empty(const std::optional<Setting>& setting) { return setting && setting->value.empty(); }

bool is_set(const std::optional<std::string>& variable) { return variable && !variable->empty(); }

/// Returns the value of a setting, which must be one of `words`.
std::string word_of(const std::optional<Setting>& setting, const std::vector<std::string>& words,
                    const std::string& otherwise) {
  if (!setting) return otherwise;
  const auto found = std::find(words.begin(), words.end(), setting->value);
  if (found != words.end()) return *found;
  throw unknown_word(setting->from, setting->value, "value", words);
}

const std::vector<std::string> color_words = {"auto", "always", "never"};
const std::vector<std::string> format_words = {"table", "json", "jsonl", "csv", "ids"};

constexpr auto calendar_word = "ics";

/// Returns the format if the command line names none. `taken` may be empty.
std::string default_format(const Settings& settings, const std::vector<std::string>& taken) {
  const std::string usual = taken.empty() ? "" : taken.front();
  const std::string word = settings.json ? "json" : word_of(settings.format, format_words, usual);
  return is_among(taken, word) ? word : usual;
}

WantedFormat form_of(const std::string& word) {
  if (word == calendar_word) return {.calendar = true};
  return {.format = format_from_string(word).value_or(Format::table)};
}

UserError unsupported_format(const std::string& word, const Command& command,
                             const std::vector<std::string>& taken) {
  if (word != calendar_word && !is_among(format_words, word)) {
    return unknown_word("--format", word, "format", taken.empty() ? format_words : taken);
  }
  if (word == calendar_word)
    return usage_error("--format ics is only supported by `aliprotect export`");
  const std::string full = full_name(command);
  const std::string name = full.substr(full.find(' ') + 1);
  if (taken.empty()) return usage_error(name + ": --format and --json are not supported");
  return usage_error(name + ": --format must be " + join_with_or(taken));
}

bool colors_wanted(const Command& program, const Environment& environment,
                   const Settings& settings) {
  const std::string color = word_of(settings.color, color_words, "auto");
  if (is_given(program, "--color") && color != "auto") return color == "always";
  if (is_set(environment.variable("NO_COLOR"))) return false;
  const std::string forced = environment.variable("CLICOLOR_FORCE").value_or("0");
  if (!forced.empty() && forced != "0") return true;
  if (environment.variable("TERM") == "dumb") return false;
  if (color != "auto") return color == "always";
  return environment.out_is_terminal;
}

/// Returns the terminal's width, or that of `$COLUMNS`, or 80.
std::size_t width_of_output(const Environment& environment) {
  constexpr std::size_t usual = 80;
  constexpr std::size_t longest_number = 4;
  if (environment.terminal_width) return *environment.terminal_width;
  const std::string columns = environment.variable("COLUMNS").value_or("");
  const bool number = !columns.empty() && columns.size() <= longest_number &&
                      columns.find_first_not_of("0123456789") == std::string::npos;
  return number && std::stoul(columns) > 0 ? std::stoul(columns) : usual;
}

}  // namespace

void add_global_options(Command& program, Settings& settings) {
  add_setting(program, "--db", settings.db,
              "the store, or postgresql://HOST/NAME "
              "[$ALIPROTECT_DB, or ~/.local/share/aliprotect/orders.db]",
              "FILE");
  add_setting(program, "--tz", settings.tz,
              "time zone for reading and showing times [$TZ, or the system's]", "ZONE");
  add_setting(program, "--now", settings.now,
              "use this as the current time [$ALIPROTECT_NOW, or the clock]", "WHEN");
  add_setting(program, "--format", settings.format,
              "table, json, jsonl, csv or ids; for export also ics [table]",
              type_of_words("FORMAT", format_words));
  add_flag(program, "--json", settings.json, "the same as --format json");
  add_setting(program, "--color", settings.color, "auto, always or never [auto]",
              type_of_words("HOW", color_words));
  add_flag(program, "--quiet", settings.quiet, "print no confirmations and no progress");
}

void apply_environment(const Command& program, const Environment& environment, Settings& settings) {
  apply_variable(program, environment, "--db", "ALIPROTECT_DB", settings.db);
  std::optional<Setting> before = settings.now;
  apply_variable(program, environment, "--now", "ALIPROTECT_NOW", settings.now);
  if (is_empty(settings.now) && !is_given(program, "--now")) settings.now = std::move(before);
  apply_variable(program, environment, "--tz", "TZ", settings.tz);
}

std::string store_path(const Environment& environment, const Settings& settings) {
  if (!settings.db) return default_store_path(environment);
  const std::string& path = settings.db->value;
  const std::string& from = settings.db->from;
  refuse_empty_name(from, path);
  if (path == ":memory:" || path.starts_with("file:")) {
    throw usage_error(from + ": " + in_quotes(path) +
                      " is not a file path; for a file of that name, write ./" + excerpt(path));
  }
  return path;
}

WantedFormat format_of(const Command& program, const Command& command, const Settings& settings) {
  const std::vector<std::string>& taken = formats_of(command);
  const bool named = is_given(program, "--format");
  const bool json_named = is_given(program, "--json");
  if (named && json_named && settings.format->value != "json") {
    throw usage_error("--json and --format " + excerpt(settings.format->value) +
                      " contradict each other; pass only one");
  }
  if (!named && !json_named) return form_of(default_format(settings, taken));
  const std::string word = named ? settings.format->value : "json";
  if (!is_among(taken, word)) throw unsupported_format(word, command, taken);
  return form_of(word);
}

/// The first locale variable that is set decides. Without one, UTF-8 is assumed; `C` and `de_DE`
/// are not UTF-8.
bool uses_other_charset(const Environment& environment) {
  for (const char* name : {"LC_ALL", "LC_CTYPE", "LANG"}) {
    std::string locale = environment.variable(name).value_or("");
    if (locale.empty()) continue;
    for (char& c : locale) c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
    return locale.find("utf-8") == std::string::npos && locale.find("utf8") == std::string::npos;
  }
  return false;
}

std::optional<std::size_t> terminal_width(const Environment& environment) {
  if (!environment.out_is_terminal) return std::nullopt;
  return width_of_output(environment);
}

Style style_of(const Command& program, const Environment& environment, const Settings& settings) {
  return {.color = colors_wanted(program, environment, settings),
          .terminal = environment.out_is_terminal,
          .width = terminal_width(environment),
          .picture_width = width_of_output(environment),
          .ascii = uses_other_charset(environment)};
}

}  // namespace aliprotect::cli
