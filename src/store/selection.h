#pragma once

#include <string>
#include <vector>

#include "aliprotect/order.h"
#include "aliprotect/store.h"
#include "store/query.h"

namespace aliprotect::store {

/// Returns `FROM orders WHERE …` for the selected orders. Conditions on deadlines do not exclude
/// orders of `changed_rules`, whose deadlines are not recalculated yet. It may select orders that
/// `accepts` rejects.
Query selected_orders(const Selection& selection, const std::vector<std::string>& changed_rules);

/// Whether the selection can match an ended order, which is neither open nor due.
bool may_match_ended(const Selection& selection);
/// Whether a selected order meets the conditions on its lists, which SQL only approximates.
bool accepts(const Selection& selection, const Order& order);
/// Whether an ended order meets all conditions, except that on its status.
bool matches(const Selection& selection, const Order& order);

}  // namespace aliprotect::store
