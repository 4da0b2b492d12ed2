#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "store/engine.h"

namespace aliprotect::store {

/// `Store::undo` within a transaction.
std::vector<std::int64_t> undo(Engine& engine, const ChangeLabel& label, std::size_t count,
                               const std::optional<std::string>& by);

}  // namespace aliprotect::store
