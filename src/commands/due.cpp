#include "commands/due.h"

#include <algorithm>

#include "commands/command.h"
#include "commands/words.h"
#include "core/suggestions.h"
#include "render/text.h"

namespace aliprotect {
namespace {

bool is_wanted(DeadlineKind kind, const std::vector<DeadlineKind>& kinds) {
  return kinds.empty() || std::find(kinds.begin(), kinds.end(), kind) != kinds.end();
}

/// The soonest wanted deadline until `until`.
std::optional<Deadline> soonest(std::vector<Deadline> ahead, Instant until,
                                const std::vector<DeadlineKind>& kinds) {
  std::erase_if(ahead, [&](const Deadline& deadline) {
    return deadline.at > until || !is_wanted(deadline.kind, kinds);
  });
  ahead = named(std::move(ahead));
  return ahead.empty() ? std::nullopt : std::optional(ahead.front());
}

bool comes_before(const DueOrder& a, const DueOrder& b) {
  if (a.deadline.at != b.deadline.at) return a.deadline.at < b.deadline.at;
  return a.order.number < b.order.number;
}

std::optional<DueOrder> due_order(Order&& order, const Policy& policy, Instant now,
                                  const DueQuestion& question) {
  const Clocks clocks = clocks_of(order, policy);
  const Status status = status_of(order, clocks, now);
  if (const auto deadline = soonest(deadlines_of(order, clocks, status, now), now + question.within,
                                    question.kinds)) {
    return DueOrder{std::move(order), *deadline};
  }
  if (!question.lapsed || status != Status::auto_closed) return std::nullopt;
  const Instant ended = *clocks.last_chance;
  if (ended <= now - *question.lapsed || !is_wanted(DeadlineKind::closes, question.kinds))
    return std::nullopt;
  return DueOrder{std::move(order), {DeadlineKind::closes, ended}, true};
}

struct Options {
  std::optional<std::string> within;
  std::optional<std::string> lapsed;
  std::vector<std::string> kinds;
  bool exit_code = false;
};

constexpr DeadlineKind kinds[] = {DeadlineKind::ship_by,       DeadlineKind::deadline,
                                  DeadlineKind::closes,        DeadlineKind::auto_escalates,
                                  DeadlineKind::reason_change, DeadlineKind::evidence_due,
                                  DeadlineKind::pickup_by,     DeadlineKind::return_by};

std::vector<std::string> kind_words() {
  std::vector<std::string> words;
  for (const DeadlineKind kind : kinds) words.emplace_back(to_string(kind));
  return words;
}

DeadlineKind read_kind(const std::string& word) {
  for (const DeadlineKind kind : kinds) {
    if (to_string(kind) == word) return kind;
  }
  throw no_such_word("--kind", word, "kinds", kind_words());
}

DueQuestion described(const Context& context, const Options& options) {
  DueQuestion question{due_within, {}, std::nullopt};
  if (options.within) question.within = context.read_length("--within", *options.within);
  if (options.lapsed) question.lapsed = context.read_length("--lapsed", *options.lapsed);
  for (const std::string& word : options.kinds) question.kinds.push_back(read_kind(word));
  return question;
}

ExitCode run(const Options& options, Context& context) {
  const DueQuestion question = described(context, options);
  Store* store = context.store_to_read();
  const DueOrders orders = store ? find_due(context, *store, question) : DueOrders{};
  print_due(context, orders);
  if (orders.empty()) say_empty(context, "Nothing is due.");
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
    if (auto due = due_order(std::move(order), context.policies().at(order.rules), now, question)) {
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
                          csv_columns(true)};
  const auto list = open_list(context, layout);
  Listed listed;
  for (const DueOrder& due : orders) {
    const AssessedOrder of{.order = due.order,
                           .policy = context.policies().at(due.order.rules),
                           .now = context.now,
                           .due = due.deadline};
    list->add(of);
    listed.add(of);
  }
  list->end();
  print_sum(context, listed);
}

void register_due(CLI::App& program, Chosen& chosen) {
  CLI::App& command = add_command<Options>(
      program, chosen, "due", "Orders with a deadline soon, and what to do about each",
      [](CLI::App& due, Options& options) {
        add_value(due, "--within", options.within, "how far ahead [4d]", "LENGTH");
        add_words(due, "--kind", options.kinds, "only deadlines of this kind; may be repeated",
                  type_of_words("KIND", kind_words()));
        add_value(due, "--lapsed", options.lapsed, "also those that closed by themselves since",
                  "LENGTH");
        due.add_flag("--exit-code", options.exit_code, "exit with 3 when something is due");
      },
      run);
  add_examples(command, {"aliprotect due", "aliprotect due --within 10d --kind closes --json",
                         "aliprotect due --lapsed 7d"});
}

}  // namespace aliprotect
