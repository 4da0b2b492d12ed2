#include "commands/support/command.h"
#include "commands/support/filters.h"
#include "commands/support/listing.h"
#include "commands/support/sort_keys.h"

namespace aliprotect {
namespace {

struct Options {
  FilterOptions filters;
  bool all = false;
  std::optional<std::string> limit;
};

ExitCode run(const Options& options, Context& context) {
  Listing listing;
  if (!options.all) listing.selection.open_at = context.now;
  const Urgency least = options.all ? Urgency::routine : Urgency::soon;
  listing.wanted = [least](const AssessedOrder& of) {
    return of.protection.next_step.urgency <= least;
  };
  apply_filters(context, options.filters, listing);
  listing.sort_key = by_urgency;
  listing.limit = read_limit(options.limit);
  listing.layout.table = columns_named({"next_step.urgency", "next_step", "next_step.by", "id",
                                        "number", "title", "price", "next_step.why"});
  list_orders(context, listing, "Nothing to do now.");
  return ExitCode::done;
}

}  // namespace

void register_next(Command& program) {
  Command& command = add_command<Options>(
      program, "next", "List orders by what to do now, most urgent first",
      [](Command& next, Options& options) {
        add_flag(next, "--all", options.all, "also list routine steps");
        add_filters(next, options.filters);
        add_value(next, "--limit", options.limit, "show at most N orders", "N");
      },
      run);
  add_examples(command,
               {"aliprotect next", "aliprotect next --all --json", "aliprotect next --client Ann"});
}

}  // namespace aliprotect
