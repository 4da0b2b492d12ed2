#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "commands/support/orders.h"
#include "rules/refusals.h"

namespace aliprotect {

/// What every command takes that changes orders.
struct ChangeOptions {
  std::vector<std::string> orders;  ///< as typed
  std::optional<std::string> at;    ///< when it happened
  bool force = false;
};

/// Declares `--at`, with its meaning (`when it was shipped`), and `--force`.
void add_when_and_force(Command& command, ChangeOptions& options, const std::string& meaning);

/// One change to each of several orders: all are made, or none.
struct OrderChange {
  std::string done;  ///< `shipped`, `confirmed`: how the answer begins
  /// The rules of domain 8 that stand against it; the first one found refuses.
  std::function<std::optional<Refusal>(const Order&)> against = [](const Order&) {
    return std::nullopt;
  };
  std::function<void(Order&)> apply;
};

/// Makes the change, as one entry of the journal, and answers with what now holds. Throws
/// UserError.
ExitCode change_orders(Context& context, const ChangeOptions& options, const OrderChange& change);

/// Calls `step` for each order that `words` name, each once, within one change of an existing
/// store.
void change_each(Context& context, const std::vector<std::string>& words,
                 const std::function<void(Changes&, const Order&)>& step);

/// Throws UserError for a refusal, unless `force` overrides it. Names the rule, the instants and
/// the way out.
void unless_refused(Context& context, const Order& order, const std::optional<Refusal>& refusal,
                    bool force);

/// The refusal's sentence with its instants in the user's zone, to the minute where it compares
/// two.
std::string in_words(Context& context, const Refusal& refusal);

/// The clocks of an order under its rule set.
Clocks clocks_under_its_rules(Context& context, const Order& order);

/// What no order may be recorded with: clocks that mean nothing, times that cannot be (domain 8).
/// `before` is null for a new order.
void check_facts(Context& context, const Order* before, const Order& after, bool force);

/// Refuses what comes after a final end (domain 8).
std::optional<Refusal> unless_final(const Order& order);

/// When it happened: `--at` as typed, else now.
Instant happened(Context& context, const ChangeOptions& options);

/// Declares `--force`.
void add_force(Command& command, bool& force);

}  // namespace aliprotect
