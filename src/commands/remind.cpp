#include <unistd.h>

#include <algorithm>

#include "commands/support/command.h"
#include "commands/support/deadline_kinds.h"
#include "commands/support/one_line.h"
#include "commands/support/reminders.h"
#include "core/text/split.h"

namespace aliprotect {
namespace {

struct Options {
  std::optional<std::string> leads;
  std::vector<std::string> kinds;
  std::optional<std::string> exec;
  bool dry_run = false;
};

constexpr const char* usual_leads = "7d,4d,2d,1d";

Seconds read_lead(const Context& context, const std::string& text) {
  const Seconds lead = context.read_length("--lead", text);
  if (lead > Seconds{0}) return lead;
  throw usage_error("--lead: must be longer than 0, such as 1h");
}

std::vector<Seconds> read_leads(const Context& context, const std::string& list) {
  std::vector<Seconds> leads;
  for (const std::string& part : split_at_commas(list)) leads.push_back(read_lead(context, part));
  return leads;
}

/// Runs the `--exec` command with the digest as its input. Throws UserError if it fails.
void run_exec_command(const std::string& command, Context& context, const Reminders& reminders) {
  std::string digest;
  Output to([&digest](std::string_view text) { digest += text; });
  print_reminders(context, reminders, Style{}, to);
  to.flush();
  const ShellResult end = context.run_in_shell(command, digest, STDOUT_FILENO);
  if (end.succeeded) {
    context.notes << end.errors;
    return;
  }
  const std::string printed = on_one_line(end.errors);
  throw UserError("the --exec command ended with " + end.status +
                  (printed.empty() ? "" : ": " + printed) +
                  "; nothing was marked as sent, so the next run repeats it");
}

void send(const Options& options, Context& context, const Reminders& reminders) {
  if (options.exec) return run_exec_command(*options.exec, context, reminders);
  print_reminders(context, reminders, context.style, context.out);
  context.out.flush();  // reminders count as sent only if they were written
}

/// Prints nothing, so that cron sends no mail; JSON prints an empty array.
void print_no_reminders(const Options& options, Context& context) {
  if (context.format == Format::json && !options.exec) context.out.write("[]\n");
}

ExitCode run(const Options& options, Context& context) {
  const ReminderQuery query{read_leads(context, options.leads.value_or(usual_leads)),
                            read_kinds(options.kinds)};
  if (options.exec && options.exec->empty()) throw usage_error("--exec: the command is empty");
  Store* store = context.store_to_read();
  const Reminders unsent = store ? find_reminders(context, *store, query) : Reminders{};
  if (unsent.empty()) {
    print_no_reminders(options, context);
    return ExitCode::done;
  }
  if (options.dry_run) {
    print_reminders(context, unsent, context.style, context.out);
    return ExitCode::done;
  }
  context.send_reminders([&] {  // another process may have sent them meanwhile
    const Reminders reminders = find_reminders(context, *context.store_to_read(), query);
    if (reminders.empty()) {
      print_no_reminders(options, context);
    } else {
      send(options, context, reminders);
    }
    return to_order_reminders(reminders);
  });
  return ExitCode::done;
}

}  // namespace

void register_remind(Command& program) {
  Command& command = add_command<Options>(
      program, "remind", "Send reminders that have not been sent yet, for cron",
      [](Command& remind, Options& options) {
        add_value(remind, "--lead", options.leads,
                  "lead times before a deadline, separated by commas [7d,4d,2d,1d]", "LENGTH,...");
        add_kinds(remind, options.kinds);
        add_value(remind, "--exec", options.exec,
                  "run this shell command with the digest as its standard input; if it fails, "
                  "nothing counts as sent",
                  "COMMAND");
        add_flag(remind, "--dry-run", options.dry_run,
                 "print the reminders without marking them as sent, and do not run --exec");
      },
      run);
  add_examples(command,
               {"aliprotect remind", "aliprotect remind --lead 3d,12h --kind closes",
                "aliprotect remind --exec 'notify-send \"Order deadlines\" \"$(head -n 40)\"'"});
}

}  // namespace aliprotect
