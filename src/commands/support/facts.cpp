#include "commands/support/facts.h"

#include <algorithm>

#include "core/text/blank.h"
#include "core/text/quote.h"
#include "core/text/utf8.h"
#include "render/text.h"
#include "rules/extensions.h"

namespace aliprotect {
namespace {

/// An amount in a currency with 3 decimals, so that an amount valid in any currency can be read.
Money most_decimals() { return {0, *Currency::from_code("KWD")}; }

std::string read_rules(Context& context, const std::string& name) {
  try {
    return context.policies().at(name).name;
  } catch (const UserError& error) {
    throw UserError(std::string("--rules: ") + error.what(), error.code());
  }
}

void apply_texts(const FactOptions& options, Order& order) {
  if (options.title) order.title = checked_text("--title", *options.title);
  if (options.seller) order.seller = checked_text("--seller", *options.seller);
  if (options.client) order.client = checked_text("--client", *options.client);
  for (const std::string& tag : options.tags) {
    const std::string text = checked_text("--tag", tag);
    const bool known = std::find(order.tags.begin(), order.tags.end(), text) != order.tags.end();
    if (!known) order.tags.push_back(text);
  }
}

void apply_prices(const Context& context, const FactOptions& options, Order& order) {
  const auto& currency = options.currency;
  if (currency) read_currency("--currency", *currency);
  if (options.price) {
    order.price = read_price(context, "--price", *options.price, currency, order.price);
  }
  if (options.sale_price) {
    const auto& known = order.sale_price ? order.sale_price : order.price;
    order.sale_price = read_price(context, "--sale-price", *options.sale_price, currency, known);
  }
}

/// A clock is either a date or a number of days; setting one clears the other.
void apply_clocks(Context& context, const FactOptions& options, Order& order) {
  if (options.days) {
    order.days = read_days("--days", *options.days);
    order.deadline.reset();
  }
  if (options.deadline) {
    order.deadline = context.read_when("--deadline", *options.deadline, Bound::end);
    order.days.reset();
  }
  if (options.protection_days) {
    order.protection_days = read_days("--protection-days", *options.protection_days);
    count_closes(order);
  }
  if (options.closes)
    type_closes(order, context.read_when("--closes", *options.closes, Bound::end));
}

}  // namespace

void add_parcel_options(Command& command, FactOptions& options) {
  add_value(command, "--tracking", options.tracking, "the parcel's tracking number", "TEXT");
  add_value(command, "--carrier", options.carrier, "the parcel's carrier", "TEXT");
  add_flag(command, "--untracked", options.untracked, "the tracking number does not work");
}

void add_clock_options(Command& command, FactOptions& options) {
  add_value(command, "--deadline", options.deadline, "the guaranteed delivery date", "WHEN");
  add_value(command, "--days", options.days,
            "the guaranteed delivery time, in days from the last shipment", "N")
      .excludes = "--deadline";
  add_value(command, "--closes", options.closes,
            "when buyer protection ends, as shown on the order page", "WHEN");
  add_value(command, "--protection-days", options.protection_days,
            "the length of buyer protection, in days from the last shipment", "N")
      .excludes = "--closes";
}

void add_fact_options(Command& command, FactOptions& options) {
  add_value(command, "--title", options.title, "what was ordered", "TEXT");
  add_value(command, "--seller", options.seller, "the seller's name", "TEXT");
  add_value(command, "--price", options.price, "what was paid: 12.34, 12,34 EUR, US $12.34",
            "MONEY");
  add_value(command, "--currency", options.currency, "the currency of amounts without one [USD]",
            "CODE");
  add_value(command, "--ordered", options.ordered, "when it was ordered", "WHEN");
  add_value(command, "--ship-by", options.ship_by, "the time by which the seller must have shipped",
            "WHEN");
  add_value(command, "--shipped", options.shipped, "when it was shipped", "WHEN");
  add_parcel_options(command, options);
  add_clock_options(command, options);
  add_value(command, "--sale-price", options.sale_price, "what your client paid", "MONEY");
  add_value(command, "--client", options.client, "your client's name, or your shop's reference",
            "TEXT");
  add_value(command, "--note", options.note, "a note, stored with its time", "TEXT");
  add_value(command, "--rules", options.rules, "the rule set; see `aliprotect rules list`", "NAME");
}

bool states_parcel(const FactOptions& options) {
  return options.shipped || options.tracking || options.carrier || options.untracked;
}

bool states_anything(const FactOptions& options) {
  const std::optional<std::string>* const given[] = {
      &options.title,          &options.seller,   &options.client, &options.price,
      &options.sale_price,     &options.rules,    &options.note,   &options.ordered,
      &options.ship_by,        &options.deadline, &options.closes, &options.days,
      &options.protection_days};
  const bool any = std::any_of(std::begin(given), std::end(given),
                               [](const auto* option) { return option->has_value(); });
  return any || states_parcel(options) || !options.tags.empty();
}

void apply_parcel(Context& context, const FactOptions& options, Parcel& parcel) {
  if (options.shipped) {
    parcel.shipped_at = context.read_when("--shipped", *options.shipped, Bound::begin);
  }
  if (options.tracking) parcel.tracking = checked_text("--tracking", *options.tracking);
  if (options.carrier) parcel.carrier = checked_text("--carrier", *options.carrier);
  if (options.untracked) parcel.untracked = true;
}

void apply_patch(Context& context, const FactOptions& options, Order& order) {
  apply_texts(options, order);
  apply_prices(context, options, order);
  if (options.rules) order.rules = read_rules(context, *options.rules);
  if (options.ordered) {
    order.ordered_at = context.read_when("--ordered", *options.ordered, Bound::begin);
  }
  if (options.ship_by) order.ship_by = context.read_when("--ship-by", *options.ship_by, Bound::end);
  apply_clocks(context, options, order);
  add_note(context, order, options.note);
}

void add_note(Context& context, Order& order, const std::optional<std::string>& note) {
  if (note) order.notes.push_back({context.now, checked_text("--note", *note)});
}

void check_readable(Context& context, const FactOptions& options) {
  Order scratch;
  scratch.price = most_decimals();
  scratch.sale_price = most_decimals();
  apply_patch(context, options, scratch);
  Parcel parcel;
  apply_parcel(context, options, parcel);
}

void count_closes(Order& order) {
  order.closes.reset();
  for (Extension& extension : order.extensions) extension.closes_at.reset();
}

void type_closes(Order& order, Instant closes) {
  count_closes(order);
  order.closes = closes - granted_days(order);
}

void check_price(const Context& context, const std::string& option, const std::string& text) {
  read_price(context, option, text, std::nullopt, most_decimals());
}

Money read_price(const Context& context, const std::string& option, const std::string& text,
                 const std::optional<std::string>& currency, const std::optional<Money>& known) {
  const Currency fallback = currency           ? read_currency("--currency", *currency)
                            : known            ? known->currency
                            : context.currency ? read_currency(currency_setting, *context.currency)
                                               : *Currency::from_code("USD");
  try {
    return read_money(text, fallback);
  } catch (const UserError& error) {
    throw usage_error(option + ": " + error.what());
  }
}

Currency read_currency(const std::string& from, const std::string& code) {
  if (const auto currency = Currency::from_code(code)) return *currency;
  throw usage_error(from + ": unknown currency `" + excerpt(code) +
                    "`; use an ISO code such as USD or EUR");
}

Days read_days(const std::string& option, const std::string& text) {
  return Days{read_number(option, text, 1, longest_clock.count())};
}

std::string checked_text(const std::string& option, const std::string& text) {
  if (is_blank(text)) {
    throw usage_error(option + ": the text is empty; clear a field with `edit --clear FIELD`");
  }
  if (!is_utf8(text)) throw usage_error(option + ": `" + excerpt(text) + "` is not UTF-8");
  return text;
}

}  // namespace aliprotect
