#pragma once

#include "render/template_text.h"
#include "rules/assessed_order.h"
#include "rules/drafts.h"

namespace aliprotect {

/// `return-address.txt`: the file of the templates of one kind, the program's and a person's own.
std::string template_file(Draft kind);

/// The one that the program carries.
Template built_in_template(Draft kind);

/// The message about one order, in lines of at most `width` columns, without a line break at its
/// end; days are dates in `zone`. Throws UserError where the template is wrong.
std::string draft_message(const Template& from, const AssessedOrder& of, const Zone& zone,
                          std::size_t width);

}  // namespace aliprotect
