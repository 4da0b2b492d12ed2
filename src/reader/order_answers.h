#pragma once

#include <string>
#include <vector>

#include "reader/facts.h"

namespace aliprotect {

/// The facts of an answer of AliExpress: the page of an order, the tracking of parcels, or a list
/// of refunds. None for another JSON text. Tracking names no order: its facts have no number.
std::vector<OrderFacts> read_answer(const std::string& text);

}  // namespace aliprotect
