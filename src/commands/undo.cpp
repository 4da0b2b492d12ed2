#include "commands/support/answer.h"
#include "commands/support/command.h"
#include "commands/support/journal_list.h"
#include "render/phrases.h"
#include "render/text.h"

namespace aliprotect {
namespace {

struct Options {
  std::optional<std::string> count;
  bool any = false;
};

/// A line of the output. The current state of `order` is appended after all changes are undone.
struct Line {
  std::string text;
  std::optional<OrderId> order = {};
};

Line line_of(const Difference<Order>& difference) {
  if (!difference.before) return {"  removed: " + name_of(*difference.after)};
  const Order& order = *difference.before;
  return {(difference.after ? "  " : "  restored: ") + name_of(order), order.id};
}

Line line_of(const Difference<Policy>& difference) {
  if (!difference.before) return {"  removed: rule set " + difference.after->name};
  return {(difference.after ? "  reverted: rule set " : "  restored: rule set ") +
          difference.before->name};
}

void append_undone(Context& context, const Entry& entry, Differences& differences,
                   std::vector<Line>& lines) {
  lines.push_back({"undone: " + printable(entry.change.command) + " (" +
                   to_text(entry.change.at, Bound::begin, context.zone()) +
                   format_other_author(context, entry.change.author) + ")"});
  const Tally tally = differences.tally();
  if (tally.added + tally.changed + tally.removed > most_named_orders) {
    lines.push_back({"  " + format_tally(tally, "removed", "reverted", "restored")});
  } else {
    differences.read_orders([&](const Difference<Order>& difference) {
      lines.push_back(line_of(difference));
      return true;
    });
  }
  for (const auto& difference : differences.rule_sets()) lines.push_back(line_of(difference));
}

void print_undone(Context& context, Store& store, const JournalSelection& selection) {
  std::vector<Line> lines;
  store.read_journal(selection, [&](const Entry& entry, Differences& differences) {
    append_undone(context, entry, differences, lines);
    return true;
  });
  for (const Line& line : lines) {
    const auto now = line.order ? store.find(*line.order) : std::nullopt;
    context.out.write(line.text + (now ? ": " + format_state(context, *now) : "") + "\n");
  }
}

void answer_undone(Context& context, const std::vector<std::int64_t>& entries) {
  if (context.quiet) return;
  Store& store = *context.store_to_read();
  if (context.format == Format::table) {
    return print_undone(context, store, {.entries = entries, .orders = {}, .by = {}});
  }
  const auto list = open_journal_list(context);
  store.read_journal({.entries = entries, .orders = {}, .by = {}},
                     [&](const Entry& entry, Differences& differences) {
                       list->add(entry, differences);
                       return true;
                     });
  list->end();
}

ExitCode run(const Options& options, Context& context) {
  const std::int64_t count = read_number("N", options.count.value_or("1"), 1, 999'999'999);
  if (!context.store_exists()) {
    throw UserError("nothing to undo: no store found at " + context.store_name());
  }
  const auto whose = options.any ? Context::Whose::any : Context::Whose::own;
  answer_undone(context, context.undo(static_cast<std::size_t>(count), whose));
  return ExitCode::done;
}

}  // namespace

void register_undo(Command& program) {
  Command& command = add_command<Options>(
      program, "undo", "Undo the last changes",
      [](Command& undo, Options& options) {
        add_argument(undo, "N", options.count,
                     "how many changes to undo; an import is one change [1]");
        add_flag(undo, "--any", options.any,
                 "undo changes of all users; a store in a file always does");
      },
      run);
  add_examples(command, {"aliprotect undo", "aliprotect undo 3", "aliprotect undo --any"});
}

}  // namespace aliprotect
