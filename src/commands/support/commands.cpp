#include "commands/support/command.h"

namespace aliprotect {

// clang-format off
void register_add(CLI::App&, ParsedCommand&);
void register_edit(CLI::App&, ParsedCommand&);
void register_remove(CLI::App&, ParsedCommand&);
void register_ship(CLI::App&, ParsedCommand&);
void register_pickup(CLI::App&, ParsedCommand&);
void register_deliver(CLI::App&, ParsedCommand&);
void register_inspect(CLI::App&, ParsedCommand&);
void register_confirm(CLI::App&, ParsedCommand&);
void register_cancel(CLI::App&, ParsedCommand&);
void register_extend(CLI::App&, ParsedCommand&);
void register_dispute(CLI::App&, ParsedCommand&);
void register_due(CLI::App&, ParsedCommand&);
void register_next(CLI::App&, ParsedCommand&);
void register_remind(CLI::App&, ParsedCommand&);
void register_late(CLI::App&, ParsedCommand&);
void register_list(CLI::App&, ParsedCommand&);
void register_log(CLI::App&, ParsedCommand&);
void register_outcomes(CLI::App&, ParsedCommand&);
void register_show(CLI::App&, ParsedCommand&);
void register_stats(CLI::App&, ParsedCommand&);
void register_timeline(CLI::App&, ParsedCommand&);
void register_report(CLI::App&, ParsedCommand&);
void register_undo(CLI::App&, ParsedCommand&);
void register_draft(CLI::App&, ParsedCommand&);
void register_import(CLI::App&, ParsedCommand&);
void register_export(CLI::App&, ParsedCommand&);
void register_backup(CLI::App&, ParsedCommand&);
void register_check(CLI::App&, ParsedCommand&);
void register_rules(CLI::App&, ParsedCommand&);

namespace {

constexpr Command all[] = {
    {"due", "Look", false, register_due},
    {"next", "Look", false, register_next},
    {"late", "Look", false, register_late},
    {"remind", "Look", false, register_remind},
    {"list", "Look", false, register_list},
    {"show", "Look", false, register_show},
    {"timeline", "Look", false, register_timeline},
    {"log", "Look", false, register_log},
    {"draft", "Look", false, register_draft},
    {"stats", "Figures", false, register_stats},
    {"report", "Figures", false, register_report},
    {"outcomes", "Figures", false, register_outcomes},
    {"add", "Record", true, register_add},
    {"edit", "Record", true, register_edit},
    {"ship", "Record", true, register_ship},
    {"pickup", "Record", true, register_pickup},
    {"deliver", "Record", true, register_deliver},
    {"inspect", "Record", true, register_inspect},
    {"extend", "Record", true, register_extend},
    {"dispute", "Record", true, register_dispute},
    {"confirm", "Record", true, register_confirm},
    {"cancel", "Record", true, register_cancel},
    {"remove", "Record", true, register_remove},
    {"undo", "Record", true, register_undo},
    {"import", "In and out", true, register_import},
    {"export", "In and out", false, register_export},
    {"backup", "In and out", false, register_backup},
    {"check", "In and out", false, register_check},
    {"rules", "Rules", false, register_rules},
};

}  // namespace
// clang-format on

std::span<const Command> commands() { return all; }

void add_words(CLI::App& command, const std::string& name, std::vector<std::string>& words,
               const std::string& meaning, const std::string& type) {
  command.add_option(name, words, meaning)
      ->type_name(type)
      ->expected(1)
      ->take_all()
      ->allow_extra_args(false);
}

void take_formats(CLI::App& command, ParsedCommand& chosen, std::vector<std::string> formats) {
  chosen.formats[&command] = std::move(formats);
}

const std::vector<std::string>& formats_of(const CLI::App& command, const ParsedCommand& chosen) {
  static const std::vector<std::string> of_lists = {"table", "json", "jsonl", "csv", "ids"};
  const auto said = chosen.formats.find(&command);
  return said == chosen.formats.end() ? of_lists : said->second;
}

void add_examples(CLI::App& command, std::initializer_list<const char*> lines) {
  std::string text = "Examples:";
  for (const char* line : lines) text += std::string("\n  ") + line;
  command.footer(text + "\n\nOptions of every command: aliprotect --help");
}

}  // namespace aliprotect
