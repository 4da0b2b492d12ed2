#pragma once

#include <functional>
#include <string>

#include "export/order_json.h"
#include "render/output.h"
#include "render/style.h"

namespace aliprotect {

/// Describes how a file of evidence has changed; empty if it is unchanged.
using EvidenceRemark = std::function<std::string(const Evidence& evidence)>;

/// Prints everything about one order: the next step, its history, the possible actions, then the
/// facts.
void print_order_page(const AssessedOrder& of, const EvidenceRemark& remark_on, const Zone& zone,
                      const Style& style, Output& out);

}  // namespace aliprotect
