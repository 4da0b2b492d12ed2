#pragma once

#include "reader/facts.h"
#include "reader/html_text.h"
#include "reader/page_lines.h"

namespace aliprotect {

/// Returns the orders on a page, or in text copied from one: the list of orders, or the page of one
/// order. A field that cannot be identified with certainty is left out.
std::vector<OrderFacts> read_page(const std::vector<PageLine>& lines,
                                  const std::vector<Link>& links);

}  // namespace aliprotect
