#include "commands/support/commands.h"

namespace aliprotect {

// clang-format off
void register_add(Command& program);
void register_edit(Command& program);
void register_remove(Command& program);
void register_ship(Command& program);
void register_pickup(Command& program);
void register_deliver(Command& program);
void register_inspect(Command& program);
void register_confirm(Command& program);
void register_cancel(Command& program);
void register_extend(Command& program);
void register_dispute(Command& program);
void register_due(Command& program);
void register_next(Command& program);
void register_remind(Command& program);
void register_late(Command& program);
void register_list(Command& program);
void register_log(Command& program);
void register_outcomes(Command& program);
void register_show(Command& program);
void register_stats(Command& program);
void register_timeline(Command& program);
void register_report(Command& program);
void register_undo(Command& program);
void register_draft(Command& program);
void register_import(Command& program);
void register_sync(Command& program);
void register_export(Command& program);
void register_backup(Command& program);
void register_restore(Command& program);
void register_check(Command& program);
void register_rules(Command& program);

namespace {

struct Row {
  const char* name;
  const char* heading;
  bool records;
  void (*add)(Command& program);
};

constexpr Row rows[] = {
    {"due", "View", false, register_due},
    {"next", "View", false, register_next},
    {"late", "View", false, register_late},
    {"remind", "View", false, register_remind},
    {"list", "View", false, register_list},
    {"show", "View", false, register_show},
    {"timeline", "View", false, register_timeline},
    {"log", "View", false, register_log},
    {"draft", "View", false, register_draft},
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
    {"import", "Import and export", true, register_import},
    {"sync", "Import and export", true, register_sync},
    {"export", "Import and export", false, register_export},
    {"backup", "Import and export", false, register_backup},
    {"restore", "Import and export", false, register_restore},
    {"check", "Import and export", false, register_check},
    {"rules", "Rules", false, register_rules},
};

}  // namespace
// clang-format on

void add_commands(Command& program, const std::function<bool(std::string_view name)>& described) {
  for (const Row& row : rows) {
    if (described(row.name)) {
      row.add(program);
    } else {
      program.commands.emplace_back(&program, row.name, "");
    }
    Command& command = program.commands.back();
    command.heading = row.heading;
    command.records = row.records;
  }
}

}  // namespace aliprotect
