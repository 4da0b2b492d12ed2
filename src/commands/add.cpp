#include "commands/support/answer.h"
#include "commands/support/change.h"
#include "commands/support/facts.h"
#include "commands/support/orders.h"

namespace aliprotect {
namespace {

struct Options {
  std::string number;
  FactOptions facts;
  bool force = false;
};

Order described(Context& context, const Options& options) {
  Order order;
  order.number = read_typed_number(options.number);
  order.rules = context.rules ? context.policies().at(*context.rules).name : default_policy;
  apply_patch(context, options.facts, order);
  if (states_parcel(options.facts))
    apply_parcel(context, options.facts, order.parcels.emplace_back());
  return order;
}

/// Says with the first order which rules it follows, because today's rules differ.
void explain_default_rules(Context& context, const Order& order) {
  if (order.rules != default_policy) return;
  context.out.flush();  // the hint follows the answer
  context.notes << "hint: orders follow rule set " << default_policy
                << "; for today's rules, put `rules = \"aliexpress-2024\"` at the top of "
                << context.displayed_config_file() << " and use `aliprotect rules use "
                << "aliexpress-2024 " << order.id.value << "`\n";
}

ExitCode run(const Options& options, Context& context) {
  Order order = described(context, options);
  check_facts(context, nullptr, order, options.force);
  const bool is_first = context.gives_hints && !context.store_exists();
  context.record([&](Changes& changes) { order.id = changes.add(order); });
  warn_about(context, nullptr, order);
  answer(context, {{"added", order}});
  if (is_first) explain_default_rules(context, order);
  return ExitCode::done;
}

}  // namespace

void register_add(Command& program) {
  Command& command = add_command<Options>(
      program, "add", "Record an order",
      [](Command& add, Options& options) {
        add_argument(add, "NUMBER", options.number,
                     "the order number, or the URL of the order page");
        add_fact_options(add, options.facts);
        add_words(add, "--tag", options.facts.tags, "a word to find the order by; may be repeated",
                  "TEXT");
        add_force(add, options.force);
      },
      run);
  add_examples(command,
               {"aliprotect add 3051000000421234 --title 'USB hub' --price 'US $12.34'",
                "aliprotect add 3051000000421234 --shipped yesterday --days 45",
                "aliprotect add 3051000000421234 --shipped '3 Nov 2026' --closes '12d 3h 4m'"});
}

}  // namespace aliprotect
