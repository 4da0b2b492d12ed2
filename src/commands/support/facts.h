#pragma once

#include <optional>
#include <string>
#include <vector>

#include "commands/support/command.h"

namespace aliprotect {

/// The facts that `add`, `edit` and, in part, `ship` take, as typed. WHEN, MONEY and days are read
/// when the zone, the currency and `now` are known.
struct FactOptions {
  std::optional<std::string> title, seller, client, price, sale_price, currency, rules, note;
  std::optional<std::string> ordered, ship_by, deadline, closes;
  std::optional<std::string> days, protection_days;
  std::optional<std::string> shipped, tracking, carrier;
  bool untracked = false;
  std::vector<std::string> tags;
};

void add_fact_options(Command& command, FactOptions& options);
/// The ones that `ship` shares.
void add_parcel_options(Command& command, FactOptions& options);
void add_clock_options(Command& command, FactOptions& options);

/// Lays the given facts over `order`, those of a parcel over one of its parcels. Throws UserError.
void apply_patch(Context& context, const FactOptions& options, Order& order);
void lay_parcel(Context& context, const FactOptions& options, Parcel& parcel);
/// Throws UserError where an option cannot be read, whatever the order; called before one is looked
/// for.
void check_readable(Context& context, const FactOptions& options);
bool states_parcel(const FactOptions& options);
bool states_anything(const FactOptions& options);

/// Adds a note, where one was typed, with its time. Throws UserError.
void add_note(Context& context, Order& order, const std::optional<std::string>& note);

/// Makes `closes` what the order page shows: the days of granted extensions come off first (domain
/// 10).
void type_closes(Order& order, Instant closes);

/// Lets `closes` follow from days again, and granted extensions count by theirs.
void count_closes(Order& order);

/// MONEY of `option`; without a currency it is in --currency, else in `known`'s, else in the config
/// file's, else in USD. Throws UserError (usage).
Money read_price(const Context& context, const std::string& option, const std::string& text,
                 const std::optional<std::string>& currency, const std::optional<Money>& known);

/// Throws UserError (usage) where `text` is no amount, whatever the currency of the order.
void check_price(const Context& context, const std::string& option, const std::string& text);

/// Whole days of `option`, from 1 to the longest clock. Throws UserError (usage).
Days read_days(const std::string& option, const std::string& text);

/// `text` for the record. Throws UserError where it is empty or no UTF-8.
std::string checked_text(const std::string& option, const std::string& text);

}  // namespace aliprotect
