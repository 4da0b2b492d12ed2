#include "rules/outcomes.h"

#include "commands/facts.h"
#include "commands/listing.h"
#include "commands/orders.h"
#include "export/csv.h"
#include "export/money_json.h"
#include "render/object_list.h"
#include "render/phrases.h"
#include "render/table.h"

namespace aliprotect {
namespace {

struct Options {
  std::string order;
  std::optional<std::string> sale_price, cost, gift_cost, currency;
};

/// An amount of the trade: as typed, else as recorded.
struct Amount {
  const char* name;    ///< `cost`
  const char* option;  ///< `--cost`
  std::optional<std::string> typed;
  std::optional<Money> recorded;
  const char* missing;  ///< what to say where it is neither
};

Money amount_of(const Context& context, const Options& options, const Order& order,
                const Amount& amount, const std::optional<Money>& known) {
  if (amount.typed) {
    return read_price(context, amount.option, *amount.typed, options.currency, known);
  }
  if (amount.recorded) return *amount.recorded;
  throw UserError("order " + name_of(order) + " has no " + amount.missing);
}

/// Throws UserError where the amounts are in different currencies.
void check_same(const Amount& first, const Money& a, const Amount& second, const Money& b) {
  if (a.currency == b.currency) return;
  const std::string typed = second.typed ? second.option : first.typed ? first.option : "";
  throw UserError((typed.empty() ? "" : typed + ": ") + "the " + first.name + " is " + to_text(a) +
                      " and the " + second.name + " " + to_text(b) + "; give " + first.option +
                      " or " + second.option + " in the currency of the other",
                  first.typed && second.typed ? ExitCode::usage : ExitCode::not_done);
}

Trade trade_of(const Context& context, const Options& options, const Order& order) {
  const Amount sale_price{"sale price", "--sale-price", options.sale_price, order.sale_price,
                          "sale price; give --sale-price, or record it with `edit --sale-price`"};
  const Amount cost{"cost", "--cost", options.cost, order.price,
                    "price; give --cost, or record it with `edit --price`"};
  const Amount gift_cost{"gift cost", "--gift-cost", options.gift_cost, std::nullopt, ""};
  const auto& known = order.sale_price ? order.sale_price : order.price;
  Trade trade{amount_of(context, options, order, sale_price, known), {}, std::nullopt};
  trade.cost = amount_of(context, options, order, cost,
                         order.price ? order.price : std::optional(trade.sale_price));
  check_same(sale_price, trade.sale_price, cost, trade.cost);
  if (!gift_cost.typed) return trade;
  trade.gift_cost = amount_of(context, options, order, gift_cost, trade.cost);
  check_same(cost, trade.cost, gift_cost, *trade.gift_cost);
  return trade;
}

void print_table(Context& context, const std::vector<ChoiceProfit>& outcomes) {
  Table table({{"CHOICE"}, {"PROFIT", true}, {"ASSUMES", false, 0, 1, true}}, context.style,
              context.out);
  for (const ChoiceProfit& of : outcomes) {
    table.add({{spoken(to_string(of.choice))}, {to_text(of.profit)}, {of.assumes}});
  }
  table.end();
}

/// Profits stand as plain numbers, a loss with its minus, so that a spreadsheet can reckon with
/// them.
void print_csv(Context& context, const std::vector<ChoiceProfit>& outcomes) {
  context.out.write("choice,profit.amount,profit.currency,assumes\n");
  for (const ChoiceProfit& of : outcomes) {
    context.out.with([&](std::string& text) {
      text += std::string(to_string(of.choice)) + "," + amount_text(of.profit) + "," +
              std::string(of.profit.currency.code()) + ",";
      append_csv_cell(text, of.assumes);
      text += '\n';
    });
  }
}

void write_json(std::string& text, const ChoiceProfit& of) {
  JsonWriter json(text);
  json.begin_object();
  json.key("choice").value(to_string(of.choice));
  write_money_json(json.key("profit"), of.profit);
  json.key("assumes").value(of.assumes);
  json.end_object();
}

void print(Context& context, const std::vector<ChoiceProfit>& outcomes) {
  switch (context.format) {
    case Format::table:
      return print_table(context, outcomes);
    case Format::csv:
      return print_csv(context, outcomes);
    case Format::json:
    case Format::jsonl:
      return print_objects(context.format, outcomes, write_json, context.out);
    case Format::ids:
      return;  // refused
  }
}

std::string in_words(const Order& order, const Trade& trade) {
  std::string text = "order " + name_of(order) + ": sale price " + to_text(trade.sale_price) +
                     ", cost " + to_text(trade.cost);
  if (trade.gift_cost) text += ", gift cost " + to_text(*trade.gift_cost);
  return text;
}

ExitCode run(const Options& options, Context& context) {
  refuse_ids(context, "outcomes");
  const std::vector<OrderRef> refs = read_orders(context, {options.order});
  if (refs.size() != 1) throw usage_error("outcomes: name one order");
  Store* store = context.store_to_read();
  if (!store) {
    print(context, {});
    return ExitCode::done;
  }
  const Order order = orders_named(*store, refs).front();
  const Trade trade = trade_of(context, options, order);
  const Protection protection = assess(order, context.policies().at(order.rules), context.now);
  const RefundHurdle hurdle = refund_hurdle(order, protection.clocks, protection.status);
  const std::vector<ChoiceProfit> outcomes = outcomes_of(trade, hurdle);
  if (context.format == Format::table) context.out.write(in_words(order, trade) + "\n");
  print(context, outcomes);
  return ExitCode::done;
}

}  // namespace

void register_outcomes(CLI::App& program, Chosen& chosen) {
  CLI::App& command = add_command<Options>(
      program, chosen, "outcomes", "Keep, re-send or refund: the profit of each for one order",
      [](CLI::App& outcomes, Options& options) {
        outcomes.add_option("ORDER", options.order, "id or order number; - reads it from stdin")
            ->required()
            ->type_name("");
        add_value(outcomes, "--sale-price", options.sale_price,
                  "what your client paid [as recorded]", "MONEY");
        add_value(outcomes, "--cost", options.cost, "what one order costs [the recorded price]",
                  "MONEY");
        add_value(outcomes, "--gift-cost", options.gift_cost,
                  "what a free extra item costs: adds the choice gift", "MONEY");
        add_value(outcomes, "--currency", options.currency, "of amounts without one [USD]", "CODE");
      },
      run);
  add_examples(command, {"aliprotect outcomes 3", "aliprotect outcomes 3 --gift-cost 2.50 --json",
                         "aliprotect outcomes 3 --sale-price '100 USD' --cost '10 USD'"});
}

}  // namespace aliprotect
