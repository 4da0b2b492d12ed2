#pragma once

#include "render/template_text.h"
#include "rules/assessed_order.h"
#include "rules/drafts.h"

namespace aliprotect {

/// Returns the file name of a template, built-in or of the user: `return-address.txt`.
std::string template_file(Draft kind);

/// Returns the built-in template.
Template built_in_template(Draft kind);

/// Returns the message about one order, wrapped at `width` columns, without a final line break.
/// Dates are in `zone`. Throws UserError if the template is invalid.
std::string draft_message(const Template& from, const AssessedOrder& of, const Zone& zone,
                          std::size_t width);

}  // namespace aliprotect
