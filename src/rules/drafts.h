#pragma once

#include <optional>
#include <string_view>

#include "rules/assessed_order.h"
#include "rules/refusals.h"

namespace aliprotect {

/// The kinds of messages that `draft` writes.
enum class Draft { extension, dispute, escalation, return_address };

inline constexpr Draft all_drafts[] = {Draft::extension, Draft::dispute, Draft::escalation,
                                       Draft::return_address};

std::string_view to_string(Draft kind);

/// Returns why the facts do not support such a message: there is nothing to ask for, or the goods
/// arrived and are not recorded as bad. `--force` does not override it.
std::optional<Refusal> check_draft(Draft kind, const AssessedOrder& of);

/// Returns why it is too early or too late to send the message.
std::optional<Refusal> check_draft_timing(Draft kind, const AssessedOrder& of);

}  // namespace aliprotect
