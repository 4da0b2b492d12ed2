#pragma once

#include <string>
#include <vector>

#include "reader/facts.h"

namespace aliprotect {

/// Returns the facts of a response of AliExpress: the page of an order, the tracking of parcels, or
/// a list of refunds. Returns none for other JSON. Facts of tracking have no order number, because
/// the response does not contain it.
std::vector<OrderFacts> read_answer(const std::string& text);

}  // namespace aliprotect
