#include <algorithm>

#include "commands/rules.h"
#include "commands/support/orders.h"
#include "core/text/quote.h"
#include "export/json_writer.h"
#include "render/phrases.h"
#include "render/text.h"

namespace aliprotect {
namespace {

struct Options {
  std::string name;
  std::vector<std::string> orders;
  bool all = false;
  std::optional<std::string> ordered_after;
};

/// How the deadlines of the moved orders changed.
struct Effect {
  std::size_t moved = 0;
  std::size_t earlier = 0;
  std::size_t later = 0;
  std::optional<Instant> next_earlier;  ///< the soonest deadline that is earlier now

  void add(const std::vector<Deadline>& before, const std::vector<Deadline>& after);
};

std::optional<Instant> soonest(const std::vector<Deadline>& deadlines, DeadlineKind kind) {
  for (const Deadline& deadline : deadlines) {
    if (deadline.kind == kind) return deadline.at;
  }
  return std::nullopt;
}

void Effect::add(const std::vector<Deadline>& before, const std::vector<Deadline>& after) {
  ++moved;
  for (const Deadline& deadline : after) {
    const std::optional<Instant> former = soonest(before, deadline.kind);
    if (former && *former < deadline.at) ++later;
    if (former && *former <= deadline.at) continue;
    ++earlier;
    next_earlier = std::min(next_earlier.value_or(deadline.at), deadline.at);
  }
}

std::vector<OrderRef> chosen_orders(Context& context, const Options& options) {
  const int ways =
      (options.orders.empty() ? 0 : 1) + (options.all ? 1 : 0) + (options.ordered_after ? 1 : 0);
  if (ways != 1) throw usage_error("rules use: pass ORDER, --all or --ordered-after WHEN");
  if (!options.orders.empty()) return read_orders(context, options.orders);
  std::optional<Instant> after;
  if (options.ordered_after)
    after = context.read_when("--ordered-after", *options.ordered_after, Bound::begin);
  std::vector<OrderRef> refs;
  if (!context.store_exists()) return refs;
  std::size_t undated = 0;
  context.store_to_read()->read(Selection{}, [&](const Order& order) {
    if (order.rules == options.name) return true;
    if (after && !order.ordered_at) ++undated;
    if (!after || (order.ordered_at && *order.ordered_at >= *after)) refs.emplace_back(order.id);
    return true;
  });
  if (undated > 0) {
    context.warn("skipped " + format_count(undated, "order") +
                 " without an order date; move them by id if they are of that time");
  }
  return refs;
}

Effect move_orders(Context& context, const Policy& policy, const std::vector<OrderRef>& refs) {
  Effect effect;
  if (refs.empty()) return effect;
  context.record([&](Changes& changes) {
    effect = {};
    for (const Order& order : orders_named(changes, refs)) {
      if (order.rules == policy.name) continue;
      const Policy& former = context.policies().of(order);
      effect.add(assess(order, former, context.now).deadlines,
                 assess(order, policy, context.now).deadlines);
      Order moved = order;
      moved.rules = policy.name;
      changes.replace(moved);
    }
  });
  return effect;
}

/// `34 orders: 5 deadlines earlier, the next one on Sat 2026-11-21`.
std::string format_effect(Context& context, const Effect& effect) {
  std::string text = format_count(effect.moved, "order") + ": ";
  if (effect.earlier == 0 && effect.later == 0) return text + "no deadline moves";
  text += format_count(effect.earlier, "deadline") + " earlier";
  if (effect.next_earlier) {
    text += ", the next one on " + to_text(*effect.next_earlier, Bound::end, context.zone());
  }
  return text + (effect.later > 0 ? "; " + std::to_string(effect.later) + " later" : "");
}

ExitCode run(const Options& options, Context& context) {
  const Policy policy = context.policies().at(options.name);
  const Effect effect = move_orders(context, policy, chosen_orders(context, options));
  if (context.quiet) return ExitCode::done;
  if (context.format == Format::table) {
    context.out.write("rule set " + policy.name + " · " + format_effect(context, effect) + "\n");
    return ExitCode::done;
  }
  context.out.with([&](std::string& text) {
    JsonWriter json(text);
    json.begin_object();
    json.key("rules").value(policy.name);
    json.key("orders").value(effect.moved);
    json.key("earlier").value(effect.earlier);
    json.key("later").value(effect.later);
    json.key("next").value(effect.next_earlier);
    json.end_object();
    text += '\n';
  });
  return ExitCode::done;
}

}  // namespace

void add_rules_use(Command& rules) {
  Command& use = add_command<Options>(
      rules, "use", "Move orders to another rule set",
      [](Command& command, Options& options) {
        add_argument(command, "NAME", options.name, "name of the rule set");
        add_arguments(command, "ORDER", options.orders,
                      "ids, order numbers or tracking numbers; - reads them from stdin");
        add_flag(command, "--all", options.all, "all orders");
        add_value(command, "--ordered-after", options.ordered_after,
                  "orders placed at this time or later", "WHEN");
      },
      run);
  take_formats(use, {"table", "json"});
  add_examples(use, {"aliprotect rules use aliexpress-2024 3 4",
                     "aliprotect rules use aliexpress-2024 --ordered-after 2018-01-01"});
}

}  // namespace aliprotect
