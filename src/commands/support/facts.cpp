#include "commands/support/facts.h"

#include <algorithm>
#include <type_traits>

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

/// Calls `visit(fact, text)` for each fact that has an option, with the option's value.
void for_each_option(auto& options, auto&& visit) {
  auto text = options.plain.begin();
  for_each_plain_fact([&]<typename Value>(const PlainFact<Value>& fact) {
    if constexpr (!std::is_enum_v<Value>) {
      if (fact.option.name) visit(fact, *text++);
    }
  });
}

template <typename Value>
constexpr const char* type_of = "TEXT";
template <>
constexpr const char* type_of<Money> = "MONEY";
template <>
constexpr const char* type_of<Instant> = "WHEN";
template <>
constexpr const char* type_of<Days> = "N";

/// An amount without a currency has the currency of the recorded one, or that of the price.
template <typename Value>
Value read_fact(Context& context, const PlainFact<Value>& fact, const std::string& text,
                const std::optional<std::string>& currency, const Order& order) {
  const std::string option = fact.option.name;
  if constexpr (std::is_same_v<Value, Money>) {
    const std::optional<Money>& recorded = order.*fact.member;
    return read_price(context, option, text, currency, recorded ? recorded : order.price);
  } else if constexpr (std::is_same_v<Value, Instant>) {
    return context.read_when(option, text, fact.bound);
  } else if constexpr (std::is_same_v<Value, Days>) {
    return read_days(option, text);
  } else {
    return checked_text(option, text);
  }
}

void apply_plain_facts(Context& context, const FactOptions& options, Order& order) {
  if (options.currency) read_currency("--currency", *options.currency);
  for_each_option(options, [&](const auto& fact, const std::optional<std::string>& text) {
    if (text) order.*fact.member = read_fact(context, fact, *text, options.currency, order);
  });
}

void apply_tags(const FactOptions& options, Order& order) {
  for (const std::string& tag : options.tags) {
    const std::string text = checked_text("--tag", tag);
    const bool known = std::find(order.tags.begin(), order.tags.end(), text) != order.tags.end();
    if (!known) order.tags.push_back(text);
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
  for_each_option(options, [&]<typename Value>(const PlainFact<Value>& fact, auto& text) {
    add_value(command, fact.option.name, text, fact.option.meaning, type_of<Value>);
  });
  add_value(command, "--currency", options.currency,
            "the currency of amounts without one [the setting currency, or USD]", "CODE");
  add_value(command, "--shipped", options.shipped, "when it was shipped", "WHEN");
  add_parcel_options(command, options);
  add_clock_options(command, options);
  add_value(command, "--note", options.note, "a note, stored with its time", "TEXT");
  add_value(command, "--rules", options.rules, "the rule set; see `aliprotect rules list`", "NAME");
}

bool states_parcel(const FactOptions& options) {
  return options.shipped || options.tracking || options.carrier || options.untracked;
}

bool states_anything(const FactOptions& options) {
  const bool any_plain = std::any_of(options.plain.begin(), options.plain.end(),
                                     [](const auto& text) { return text.has_value(); });
  return any_plain || options.rules || options.note || options.deadline || options.days ||
         options.closes || options.protection_days || states_parcel(options) ||
         !options.tags.empty();
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
  apply_plain_facts(context, options, order);
  apply_tags(options, order);
  if (options.rules) order.rules = read_rules(context, *options.rules);
  apply_clocks(context, options, order);
  add_note(context, order, options.note);
}

void add_note(Context& context, Order& order, const std::optional<std::string>& note) {
  if (note) order.notes.push_back({context.now, checked_text("--note", *note)});
}

void check_readable(Context& context, const FactOptions& options) {
  Order scratch;
  for_each_plain_fact([&]<typename Value>(const PlainFact<Value>& fact) {
    if constexpr (std::is_same_v<Value, Money>) scratch.*fact.member = most_decimals();
  });
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
  throw usage_error(from + ": unknown currency " + in_quotes(code) +
                    "; use an ISO code such as USD or EUR");
}

Days read_days(const std::string& option, const std::string& text) {
  return Days{read_number(option, text, 1, longest_clock.count())};
}

std::string checked_text(const std::string& option, const std::string& text) {
  if (is_blank(text)) {
    throw usage_error(option + ": the text is empty; clear a field with `edit --clear FIELD`");
  }
  if (!is_utf8(text)) throw usage_error(option + ": " + in_quotes(text) + " is not UTF-8");
  return text;
}

}  // namespace aliprotect
