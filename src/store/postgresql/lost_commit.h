#pragma once

#include <string>

#include "store/postgresql/connection.h"

namespace aliprotect::store {

/// The row of `recent_changes` that a change writes when it is committed. It tells whether the
/// change was recorded, even on a standby that has become the primary: numbers of transactions are
/// assigned again there.
struct ChangeMark {
  std::string at;     ///< UTC seconds since 1970 by the server's clock
  std::string token;  ///< a random UUID
};

/// Returns the statements that write the mark and commit.
std::string commit_with(const ChangeMark& mark);

enum class Outcome { recorded, not_recorded, unknown };

/// Returns whether a change was recorded, after the connection was lost during its commit. Connects
/// again, for 30 s if necessary: a standby may be about to become the primary.
Outcome outcome_of_lost_commit(Connection& connection, const ChangeMark& mark);

}  // namespace aliprotect::store
