#pragma once

#include <string>
#include <vector>

#include "commands/support/context.h"
#include "export/field_changes.h"

namespace aliprotect {

/// The fields in which a change made an order another, as JSON.
std::vector<FieldChange> changed_fields(Context& context, const Difference<Order>& difference);
std::vector<FieldChange> changed_fields(const Difference<Policy>& difference);

/// `title Hub -> USB hub; notes 1 -> 2; disputes`: what changed as people read it, lists by their
/// length.
std::string field_words(Context& context, const Difference<Order>& difference);
std::string in_words(const std::vector<FieldChange>& changes);

}  // namespace aliprotect
