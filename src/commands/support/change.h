#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "commands/support/orders.h"
#include "rules/refusals.h"

namespace aliprotect {

/// Options of every command that changes orders.
struct ChangeOptions {
  std::vector<std::string> orders;  ///< as typed
  std::optional<std::string> at;    ///< when it happened
  bool force = false;
};

/// Declares `--at`, with its meaning (`when it was shipped`), and `--force`.
void add_when_and_force(Command& command, ChangeOptions& options, const std::string& meaning);

/// A change to be made to each of several orders.
struct OrderChange {
  std::string done;  ///< the first word of the output: `shipped`, `confirmed`
  /// Returns why the change is refused, if it is; aliprotect-rules(7), "REFUSALS".
  std::function<std::optional<Refusal>(const Order&)> check = [](const Order&) {
    return std::nullopt;
  };
  std::function<void(Order&)> apply;
};

/// Makes the change to all orders or none, as one entry of the log, and prints their new state.
/// Throws UserError.
ExitCode change_orders(Context& context, const ChangeOptions& options, const OrderChange& change);

/// Calls `step` once for each order named by `words`, within one change. Throws UserError if there
/// is no store.
void change_each(Context& context, const std::vector<std::string>& words,
                 const std::function<void(Changes&, const Order&)>& step);

/// Throws UserError with the refusal, unless there is none or `force` overrides it.
void unless_refused(Context& context, const Order& order, const std::optional<Refusal>& refusal,
                    bool force);

/// Returns the refusal's sentence with its instants in the user's zone; if there are two, both with
/// their time of day.
std::string format_refusal(Context& context, const Refusal& refusal);

/// Returns the order's clocks under its rule set.
Clocks clocks_under_its_rules(Context& context, const Order& order);

/// Throws UserError if the facts contradict each other; aliprotect-rules(7), "REFUSALS". `before`
/// is null for a new order.
void check_facts(Context& context, const Order* before, const Order& after, bool force);

/// Refuses a change made at `at`, after a final end.
std::optional<Refusal> unless_final(Context& context, const Order& order, Instant at,
                                    AfterEnd change = AfterEnd::anything_else);

/// Returns the time of `--at`, or now.
Instant happened(Context& context, const ChangeOptions& options);

/// Declares `--force`.
void add_force(Command& command, bool& force);

}  // namespace aliprotect
