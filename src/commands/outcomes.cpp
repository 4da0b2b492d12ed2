#include "rules/outcomes.h"

#include "commands/support/assessed.h"
#include "commands/support/facts.h"
#include "commands/support/listing.h"
#include "commands/support/orders.h"
#include "core/text/csv_cell.h"
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

/// An amount of the trade, and how the user can provide it.
struct Source {
  const char* name;    ///< `cost`
  const char* option;  ///< `--cost`
  const char* fact;    ///< the recorded fact: `price`
  const char* edit;    ///< the option of `edit` that records it: `--price`
};

constexpr Source sale_price{"sale price", "--sale-price", "sale price", "--sale-price"};
constexpr Source cost{"cost", "--cost", "price", "--price"};
constexpr Source gift_cost{"gift cost", "--gift-cost", "", ""};

struct Typed {
  std::optional<Money> sale_price, cost, gift_cost;
};

std::optional<Money> either(const std::optional<Money>& first, const std::optional<Money>& second) {
  return first ? first : second;
}

/// Reads the amounts of the options. One without a currency gets that of the recorded amount, or
/// else of another amount.
Typed read_typed(const Context& context, const Options& options, const Order& order) {
  const auto read = [&](const Source& source, const std::optional<std::string>& text,
                        const std::optional<Money>& known) -> std::optional<Money> {
    if (!text) return std::nullopt;
    return read_price(context, source.option, *text, options.currency, known);
  };
  if (options.currency && !options.sale_price && !options.cost && !options.gift_cost) {
    throw usage_error("--currency requires an amount: pass --sale-price, --cost or --gift-cost");
  }
  Typed typed;
  typed.sale_price = read(sale_price, options.sale_price, either(order.sale_price, order.price));
  const auto earned = either(typed.sale_price, order.sale_price);
  typed.cost = read(cost, options.cost, either(order.price, earned));
  const auto paid = either(typed.cost, order.price);
  typed.gift_cost = read(gift_cost, options.gift_cost, either(paid, earned));
  return typed;
}

Money required(const Order& order, const Source& source, const std::optional<Money>& amount) {
  if (amount) return *amount;
  throw UserError("order " + name_of(order) + " has no " + source.fact + "; pass " + source.option +
                  ", or record it with `edit " + source.edit + "`");
}

/// Throws UserError if the amounts have different currencies.
void check_same(const Source& first, const Money& a, const Source& second, const Money& b,
                bool both_typed) {
  if (a.currency == b.currency) return;
  throw UserError(std::string("the ") + first.name + " is " + to_text(a) + " and the " +
                      second.name + " is " + to_text(b) + "; pass " + first.option + " or " +
                      second.option + " in the currency of the other",
                  both_typed ? ExitCode::usage : ExitCode::not_done);
}

Trade trade_of(const Context& context, const Options& options, const Order& order) {
  const Typed typed = read_typed(context, options, order);
  const Trade trade{required(order, sale_price, either(typed.sale_price, order.sale_price)),
                    required(order, cost, either(typed.cost, order.price)), typed.gift_cost};
  check_same(sale_price, trade.sale_price, cost, trade.cost, typed.sale_price && typed.cost);
  if (trade.gift_cost) {
    check_same(cost, trade.cost, gift_cost, *trade.gift_cost, typed.cost.has_value());
  }
  return trade;
}

void print_table(Context& context, const std::vector<ChoiceProfit>& outcomes) {
  Table table({{"CHOICE"}, {"PROFIT", true}, {"ASSUMES", false, 0, 1, true}}, context.style,
              context.out);
  for (const ChoiceProfit& of : outcomes) {
    table.add({{format_word(to_string(of.choice))}, {to_text(of.profit)}, {of.assumes}});
  }
  table.end();
}

/// Prints profits as plain numbers, so that spreadsheets can calculate with them.
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
    default:
      return print_objects(context.format, outcomes, write_json, context.out);
  }
}

std::string format_trade(const Order& order, const Trade& trade) {
  std::string text = "order " + name_of(order) + ": sale price " + to_text(trade.sale_price) +
                     ", cost " + to_text(trade.cost);
  if (trade.gift_cost) text += ", gift cost " + to_text(*trade.gift_cost);
  return text;
}

ExitCode run(const Options& options, Context& context) {
  const std::vector<OrderRef> refs = read_orders(context, {options.order});
  if (refs.size() != 1) throw usage_error("outcomes: pass exactly one ORDER");
  if (!context.store_exists())
    read_typed(context, options, Order{});  // reports an invalid amount even without a store
  Store* store = context.store_to_read();
  if (!store) {
    print(context, {});
    return ExitCode::done;
  }
  const Order order = orders_named(*store, refs).front();
  const Trade trade = trade_of(context, options, order);
  const Protection protection = assessed(context, order).protection;
  const RefundHurdle hurdle = refund_hurdle(order, protection.clocks, protection.status);
  const std::vector<ChoiceProfit> outcomes = outcomes_of(trade, hurdle);
  if (context.format == Format::table) context.out.write(format_trade(order, trade) + "\n");
  print(context, outcomes);
  return ExitCode::done;
}

}  // namespace

void register_outcomes(Command& program) {
  Command& command = add_command<Options>(
      program, "outcomes", "Compare the profit of each choice for one order",
      [](Command& outcomes, Options& options) {
        add_argument(outcomes, "ORDER", options.order,
                     "id, order number or tracking number; - reads it from stdin");
        add_value(outcomes, "--sale-price", options.sale_price,
                  "what your client paid [the recorded sale price]", "MONEY");
        add_value(outcomes, "--cost", options.cost, "what one item costs you [the recorded price]",
                  "MONEY");
        add_value(outcomes, "--gift-cost", options.gift_cost,
                  "what a free extra item costs you; adds the choice gift", "MONEY");
        add_value(outcomes, "--currency", options.currency,
                  "the currency of amounts without one [the setting currency, or USD]", "CODE");
      },
      run);
  take_formats(command, {"table", "json", "jsonl", "csv"});
  add_examples(command, {"aliprotect outcomes 3", "aliprotect outcomes 3 --gift-cost 2.50 --json",
                         "aliprotect outcomes 3 --sale-price '100 USD' --cost '10 USD'"});
}

}  // namespace aliprotect
