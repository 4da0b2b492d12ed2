#pragma once

#include <optional>
#include <string_view>

#include "rules/assessed_order.h"
#include "rules/refusals.h"

namespace aliprotect {

/// The messages that are written from the record of an order.
enum class Draft { extension, dispute, escalation, return_address };

inline constexpr Draft all_drafts[] = {Draft::extension, Draft::dispute, Draft::escalation,
                                       Draft::return_address};

std::string_view to_string(Draft kind);

/// Why the record does not bear such a message: nothing to ask for, or goods that have come and
/// are not known to be bad. No `--force` overrides it.
std::optional<Refusal> against_draft(Draft kind, const AssessedOrder& of);

/// Why it is early or late to send one: its window has not opened, or has passed (domain 4).
std::optional<Refusal> untimely(Draft kind, const AssessedOrder& of);

}  // namespace aliprotect
