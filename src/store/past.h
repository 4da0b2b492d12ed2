#pragma once

#include "aliprotect/store.h"
#include "store/engine.h"

namespace aliprotect::store {

/// Visits the selected orders by id, then those whose past has ended by number, each with its past.
void read_with_past(Engine& engine, const Selection& selection, const Store::VisitPast& visit);

}  // namespace aliprotect::store
