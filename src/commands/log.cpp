#include "commands/support/journal_list.h"
#include "commands/support/listing.h"
#include "commands/support/orders.h"

namespace aliprotect {
namespace {

struct Options {
  std::vector<std::string> orders;
  std::optional<std::string> by;
  std::optional<std::string> limit;
};

/// Returns the ids of orders, including removed ones. Throws UserError if one was never recorded.
std::vector<OrderId> ids_of(Store& store, const std::vector<OrderRef>& refs) {
  std::vector<OrderId> ids;
  for (const OrderRef& ref : refs) {
    const auto found = std::visit([&](const auto& name) { return store.ever_recorded(name); }, ref);
    if (found.empty()) throw never_recorded(ref);
    ids.insert(ids.end(), found.begin(), found.end());
  }
  return ids;
}

void print_entries(Store& store, const JournalSelection& selection,
                   std::optional<std::size_t> limit, JournalList& list, std::size_t& count) {
  if (limit == 0) return;
  store.read_journal(selection, [&](const Entry& entry, Differences& differences) {
    list.add(entry, differences);
    return ++count != limit;
  });
}

ExitCode run(const Options& options, Context& context) {
  if (options.by == "") throw usage_error("--by: the name is empty; pass USER or USER@HOST");
  const auto limit = read_limit(options.limit);
  const std::vector<OrderRef> refs = read_orders(context, options.orders);
  const bool asks_for_none = !options.orders.empty() && refs.empty();  // standard input was empty
  Store* store = context.store_to_read();
  JournalSelection selection;
  selection.by = options.by;
  if (store) selection.orders = ids_of(*store, refs);
  const auto list = open_journal_list(context);
  std::size_t count = 0;
  if (store && !asks_for_none) print_entries(*store, selection, limit, *list, count);
  list->end();
  if (store && count == 0) say_empty(context, "No changes found.");
  return ExitCode::done;
}

}  // namespace

void register_log(Command& program) {
  Command& command = add_command<Options>(
      program, "log", "Show recorded changes, newest first",
      [](Command& log, Options& options) {
        add_arguments(
            log, "ORDER", options.orders,
            "show only changes to these orders, including removed ones; - reads them from stdin");
        add_value(log, "--by", options.by,
                  "show only changes that this user made: USER, or USER@HOST", "NAME");
        add_value(log, "--limit", options.limit, "show at most N changes", "N");
      },
      run);
  add_examples(command, {"aliprotect log --limit 10", "aliprotect log 3",
                         "aliprotect log --by anna", "aliprotect log 3051000000421234 --json"});
}

}  // namespace aliprotect
