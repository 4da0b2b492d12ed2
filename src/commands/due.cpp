#include "commands/support/due.h"

#include <algorithm>

#include "commands/support/command.h"
#include "commands/support/deadline_kinds.h"
#include "commands/support/outlook.h"
#include "render/text.h"

namespace aliprotect {
namespace {

/// Returns the soonest deadline of these kinds until `until`.
std::optional<Deadline> soonest(std::vector<Deadline> ahead, Instant until,
                                const std::vector<DeadlineKind>& kinds) {
  std::erase_if(ahead, [&](const Deadline& deadline) {
    return deadline.at > until || !matches(kinds, deadline.kind);
  });
  ahead = without_duplicate_deadline(std::move(ahead));
  return ahead.empty() ? std::nullopt : std::optional(ahead.front());
}

bool comes_before(const DueOrder& a, const DueOrder& b) {
  if (a.deadline.at != b.deadline.at) return a.deadline.at < b.deadline.at;
  return a.order.number < b.order.number;
}

std::optional<DueOrder> due_order(Order&& order, const Policy& policy, Instant now,
                                  const DueQuestion& question) {
  Protection protection = assess(order, policy, now);
  if (const auto deadline = soonest(protection.deadlines, now + question.within, question.kinds)) {
    return DueOrder{std::move(order), std::move(protection), *deadline};
  }
  if (!question.lapsed || protection.status != Status::auto_closed) return std::nullopt;
  const Instant ended = *protection.clocks.last_chance;
  if (ended <= now - *question.lapsed || !matches(question.kinds, DeadlineKind::closes))
    return std::nullopt;
  return DueOrder{std::move(order), std::move(protection), {DeadlineKind::closes, ended}, true};
}

struct Options {
  std::optional<std::string> within;
  std::optional<std::string> lapsed;
  std::vector<std::string> kinds;
  bool exit_code = false;
};

DueQuestion described(const Context& context, const Options& options) {
  DueQuestion question{due_within, read_kinds(options.kinds), std::nullopt};
  if (options.within) question.within = context.read_length("--within", *options.within);
  if (options.lapsed) question.lapsed = context.read_length("--lapsed", *options.lapsed);
  return question;
}

void say_nothing_due(Context& context, Store* store, const DueQuestion& question) {
  if (context.format != Format::table || !context.style.terminal) return;
  std::string line = "Nothing is due.";
  if (store && question.kinds.empty()) {
    for (const std::string& sentence : outlook(context, *store, {})) line += " " + sentence;
  }
  context.out.write(line + "\n");
}

ExitCode run(const Options& options, Context& context) {
  const DueQuestion question = described(context, options);
  Store* store = context.store_to_read();
  const DueOrders orders = store ? find_due(context, *store, question) : DueOrders{};
  print_due(context, orders);
  if (orders.empty()) say_nothing_due(context, store, question);
  const bool any_due =
      std::any_of(orders.begin(), orders.end(), [](const DueOrder& of) { return !of.lapsed; });
  return options.exit_code && any_due ? ExitCode::due : ExitCode::done;
}

}  // namespace

DueOrders find_due(Context& context, Store& store, const DueQuestion& question) {
  const Instant now = context.now;
  DueOrders found;
  Selection selection;
  selection.deadlines = {now - question.lapsed.value_or(Seconds{0}), now + question.within};
  store.read(selection, [&](Order& order) {
    if (auto due = due_order(std::move(order), context.policies().of(order), now, question)) {
      found.push_back(*std::move(due));
    }
    return true;
  });
  found.sort(comes_before);
  return found;
}

void print_due(Context& context, const DueOrders& orders) {
  const ListLayout layout{columns_named({"due", "due.kind", "id", "number", "title", "price",
                                         "next_step", "next_step.urgency", "next_step.why"}),
                          csv_columns(ListedFor::deadline)};
  const auto list = open_list(context, layout);
  Listed listed;
  for (const DueOrder& due : orders) {
    const AssessedOrder of{.order = due.order,
                           .policy = context.policies().of(due.order),
                           .now = context.now,
                           .protection = due.protection,
                           .due = due.deadline};
    list->add(of);
    listed.add(of);
  }
  list->end();
  print_sum(context, listed);
}

void register_due(Command& program) {
  Command& command = add_command<Options>(
      program, "due", "List orders with a deadline soon, and what to do about each",
      [](Command& due, Options& options) {
        add_value(due, "--within", options.within, "how far to look ahead [4d]", "LENGTH");
        add_kinds(due, options.kinds);
        add_value(due, "--lapsed", options.lapsed,
                  "also list orders that closed automatically within this time", "LENGTH");
        add_flag(due, "--exit-code", options.exit_code, "exit with status 3 if something is due");
      },
      run);
  add_examples(command, {"aliprotect due", "aliprotect due --within 10d --kind closes --json",
                         "aliprotect due --lapsed 7d"});
}

}  // namespace aliprotect
