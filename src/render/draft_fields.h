#pragma once

#include <vector>

#include "render/template_text.h"
#include "rules/assessed_order.h"

namespace aliprotect {

/// Returns the fields that message templates may use; see docs/templates.md.
std::vector<Field> draft_fields();

/// Returns the values of the fields for one order. They contain only recorded facts. Dates are in
/// `zone`.
FieldValues draft_values(const AssessedOrder& of, const Zone& zone);

/// Whether `findings` contains notes, which may be private.
bool quotes_notes(const AssessedOrder& of);

}  // namespace aliprotect
