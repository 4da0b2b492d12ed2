#pragma once

#include "aliprotect/store.h"
#include "store/sqlite/engine.h"

namespace aliprotect::store {

/// Visits the selected orders by id, then those whose past has ended by number, each with its past.
void read_with_history(Engine& engine, const Selection& selection,
                       const Store::VisitHistory& visit);

}  // namespace aliprotect::store
