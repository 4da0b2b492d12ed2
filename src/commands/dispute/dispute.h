#pragma once

#include <optional>
#include <string>

#include "commands/support/change.h"
#include "commands/support/command.h"

namespace aliprotect {

// The family of `dispute`, a part of its commands a file.
void add_negotiation(Command& dispute);  ///< open, amend, answer
void add_evidence(Command& dispute);
void add_claim(Command& dispute);  ///< escalate, resolve, returned, cancel

/// The dispute that a change is about; there is one.
Dispute& dispute_of(Order& order);

/// An end that was recorded, or no open dispute (domain 8).
std::optional<Refusal> against_changing_dispute(const Order& order);

/// MONEY of `--amount`, without a currency in that of the price. Warns where it is more.
Money read_amount(Context& context, const std::string& text, const Order& order);

}  // namespace aliprotect
