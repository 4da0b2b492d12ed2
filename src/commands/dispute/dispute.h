#pragma once

#include <optional>
#include <string>

#include "commands/support/change.h"
#include "commands/support/command.h"

namespace aliprotect {

// The commands of `dispute`, one file per group.
void add_negotiation(Command& dispute);  ///< open, amend, answer
void add_evidence(Command& dispute);
void add_claim(Command& dispute);  ///< escalate, resolve, returned, cancel

/// Returns the current dispute, which must exist.
Dispute& dispute_of(Order& order);

/// Refuses if the order has ended or has no open dispute; aliprotect-rules(7), "REFUSALS".
std::optional<Refusal> check_open_dispute(Context& context, const Order& order);

/// Reads `--amount`; without a currency, it has that of the price. Warns if it exceeds the price.
Money read_amount(Context& context, const std::string& text, const Order& order);

}  // namespace aliprotect
