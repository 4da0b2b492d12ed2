#pragma once

#include <string>

#include "aliprotect/order.h"

namespace aliprotect {

/// What a file is now: its absolute path (links followed), size and SHA-256; note and time are left
/// to the caller. Throws UserError where there is no such file, it cannot be read whole, or it is
/// being changed.
Evidence read_evidence(const std::string& path);

/// What has become of a recorded file.
enum class EvidenceState { unchanged, changed, gone, unreadable };
EvidenceState state_of(const Evidence& evidence);

}  // namespace aliprotect
