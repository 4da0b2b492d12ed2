#pragma once

#include "aliprotect/store.h"
#include "store/engine.h"

namespace aliprotect::store {

/// See `Store::read_with_history`.
void read_with_history(Engine& engine, const Selection& selection,
                       const Store::VisitHistory& visit);

}  // namespace aliprotect::store
