#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "aliprotect/protection.h"

namespace aliprotect {

inline constexpr DeadlineKind all_deadline_kinds[] = {
    DeadlineKind::ship_by,        DeadlineKind::deadline,      DeadlineKind::closes,
    DeadlineKind::auto_escalates, DeadlineKind::reason_change, DeadlineKind::evidence_due,
    DeadlineKind::pickup_by,      DeadlineKind::return_by,     DeadlineKind::chargeback};

/// The inverse of `to_string`; nullopt for other words.
std::optional<DeadlineKind> deadline_kind_from_string(std::string_view word);

/// Whether `filter` contains the kind. An empty filter contains all.
bool matches(const std::vector<DeadlineKind>& filter, DeadlineKind kind);

}  // namespace aliprotect
