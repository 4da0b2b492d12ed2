#pragma once

#include <array>
#include <optional>
#include <string>
#include <vector>

#include "commands/support/command.h"
#include "core/order_fields.h"

namespace aliprotect {

/// The fact options of `add`, `edit` and, in part, `ship`, as typed. They are parsed later, when
/// the zone, currency and time are known.
struct FactOptions {
  /// The plain facts that have an option, in the order of `for_each_plain_fact`.
  std::array<std::optional<std::string>, order_keys.size()> plain;
  std::optional<std::string> currency, rules, note;
  std::optional<std::string> deadline, days, closes, protection_days;
  std::optional<std::string> shipped, tracking, carrier;
  bool untracked = false;
  std::vector<std::string> tags;
};

void add_fact_options(Command& command, FactOptions& options);
/// The options that `ship` also has.
void add_parcel_options(Command& command, FactOptions& options);
void add_clock_options(Command& command, FactOptions& options);

/// Applies the given facts to `order`, and those of a parcel to `parcel`. Throws UserError.
void apply_patch(Context& context, const FactOptions& options, Order& order);
void apply_parcel(Context& context, const FactOptions& options, Parcel& parcel);
/// Throws UserError if an option is invalid for any order. Called before orders are looked up.
void check_readable(Context& context, const FactOptions& options);
bool states_parcel(const FactOptions& options);
bool states_anything(const FactOptions& options);

/// Adds the note with its time, if one was given. Throws UserError.
void add_note(Context& context, Order& order, const std::optional<std::string>& note);

/// Sets the end of protection as shown on the order page, which includes granted extensions.
void type_closes(Order& order, Instant closes);

/// Removes recorded ends of protection, so that they follow from days again.
void count_closes(Order& order);

/// Reads the amount given to `option`. Without a currency, it is in --currency, or that of `known`,
/// or that of the config file, or USD. Throws UserError (usage).
Money read_price(const Context& context, const std::string& option, const std::string& text,
                 const std::optional<std::string>& currency, const std::optional<Money>& known);

/// Throws UserError (usage) if `text` is not an amount in any currency.
void check_price(const Context& context, const std::string& option, const std::string& text);

/// The name of the currency setting in messages.
inline constexpr auto currency_setting = "`currency` of the config file";

/// Reads a currency code; `from` says where it was typed. Throws UserError (usage).
Currency read_currency(const std::string& from, const std::string& code);

/// Reads the whole days given to `option`, from 1 to the longest clock. Throws UserError (usage).
Days read_days(const std::string& option, const std::string& text);

/// Returns `text`. Throws UserError if it is blank or not UTF-8.
std::string checked_text(const std::string& option, const std::string& text);

}  // namespace aliprotect
