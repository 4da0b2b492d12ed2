#include "commands/answer.h"
#include "commands/command.h"
#include "commands/journal_list.h"
#include "render/phrases.h"
#include "render/text.h"

namespace aliprotect {
namespace {

struct Options {
  std::optional<std::string> count;
};

/// What now holds of an order that the change had made another.
std::string in_words(Context& context, const Difference<Order>& difference) {
  if (!difference.before) return "removed again: " + name_of(*difference.after);
  const Order& order = *difference.before;
  return (difference.after ? "" : "back: ") + name_of(order) + ": " +
         what_now_holds(context, order);
}

const char* in_words(const Difference<Policy>& difference) {
  if (!difference.before) return "removed again";
  return difference.after ? "as before" : "back";
}

void say_undone(Context& context, const Entry& entry, Differences& differences) {
  const auto line = [&](const std::string& text) { context.out.write("  " + text + "\n"); };
  context.out.write("undone: " + printable(entry.change.command) + " (" +
                    to_text(entry.change.at, Bound::begin, context.zone()) + ")\n");
  const Tally tally = differences.tally();
  if (tally.added + tally.changed + tally.removed > most_named_orders) {
    line(aliprotect::in_words(tally, "removed again", "as before", "back"));
  } else {
    differences.read_orders([&](const Difference<Order>& difference) {
      line(in_words(context, difference));
      return true;
    });
  }
  for (const Difference<Policy>& difference : differences.rule_sets()) {
    const Policy& rules = difference.before ? *difference.before : *difference.after;
    line(in_words(difference) + (": rule set " + rules.name));
  }
}

void answer_undone(Context& context, const std::vector<std::int64_t>& entries) {
  if (context.quiet) return;
  Store& store = *context.store_to_read();
  if (context.format == Format::table) {
    return store.read_journal({.entries = entries, .orders = {}},
                              [&](const Entry& entry, Differences& differences) {
                                say_undone(context, entry, differences);
                                return true;
                              });
  }
  const auto list = open_journal_list(context);
  store.read_journal({.entries = entries, .orders = {}},
                     [&](const Entry& entry, Differences& differences) {
                       list->add(entry, differences);
                       return true;
                     });
  list->end();
}

ExitCode run(const Options& options, Context& context) {
  const std::int64_t count = read_number("N", options.count.value_or("1"), 1, 999'999'999);
  if (!context.store_exists()) {
    throw UserError("there is nothing to undo: there is no store yet at " + context.store_path());
  }
  answer_undone(context, context.undo(static_cast<std::size_t>(count)));
  return ExitCode::done;
}

}  // namespace

void register_undo(CLI::App& program, Chosen& chosen) {
  CLI::App& command = add_command<Options>(
      program, chosen, "undo", "Take back the last changes",
      [](CLI::App& undo, Options& options) {
        undo.add_option_function<std::string>(
                "N", [&options](const std::string& count) { options.count = count; },
                "how many; a change of several orders, such as an import, is one [1]")
            ->type_name("");
      },
      run);
  add_examples(command, {"aliprotect undo", "aliprotect undo 3"});
}

}  // namespace aliprotect
