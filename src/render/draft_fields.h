#pragma once

#include <vector>

#include "render/template_text.h"
#include "rules/assessed_order.h"

namespace aliprotect {

/// The fields of the templates of messages, as docs/templates.md explains them.
std::vector<Field> draft_fields();

/// What they stand for in a message about one order: recorded facts alone. Days are dates in
/// `zone`.
FieldValues draft_values(const AssessedOrder& of, const Zone& zone);

/// Whether `findings` quotes notes, which may have been written for nobody else.
bool quotes_notes(const AssessedOrder& of);

}  // namespace aliprotect
