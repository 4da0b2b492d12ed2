#pragma once

#include <functional>
#include <string>

#include "export/order_json.h"
#include "render/output.h"
#include "render/style.h"

namespace aliprotect {

/// What has become of a recorded file, in words; empty where it is as it was.
using EvidenceRemark = std::function<std::string(const Evidence& evidence)>;

/// Prints everything about one order for a person: what to do first, its life with now on it, what
/// can be done, then the facts.
void print_order_page(const AssessedOrder& of, const EvidenceRemark& remark_on, const Zone& zone,
                      const Style& style, Output& out);

}  // namespace aliprotect
