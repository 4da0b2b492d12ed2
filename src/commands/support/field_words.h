#pragma once

#include <string>
#include <vector>

#include "commands/support/context.h"
#include "export/field_changes.h"

namespace aliprotect {

/// Returns the fields that a change altered, as JSON.
std::vector<FieldChange> changed_fields(Context& context, const Difference<Order>& difference);
std::vector<FieldChange> changed_fields(const Difference<Policy>& difference);

/// Returns `title Hub -> USB hub; notes 1 -> 2; disputes`. Lists are shown by their length.
std::string field_words(Context& context, const Difference<Order>& difference);
std::string format_changes(const std::vector<FieldChange>& changes);

}  // namespace aliprotect
