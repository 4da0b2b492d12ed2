#pragma once

#include <string>

#include "aliprotect/order.h"

namespace aliprotect {

/// Reads the absolute path (links resolved), size and SHA-256 of a file; the caller adds note and
/// time. Throws UserError if the file does not exist, cannot be read, or changes meanwhile.
Evidence read_evidence(const std::string& path);

/// Compares a recorded file with the file on disk.
enum class EvidenceState { unchanged, changed, missing, unreadable };
EvidenceState state_of(const Evidence& evidence);

}  // namespace aliprotect
