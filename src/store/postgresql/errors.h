#pragma once

#include <string>
#include <string_view>

#include "aliprotect/error.h"
#include "store/database.h"

namespace aliprotect::store {

/// The code of a ServerError if the connection was lost.
inline constexpr auto lost_connection = "08006";

/// Returns an error of the store on a server with this name as one sentence: the store, the cause,
/// what to do. `access` is what it was opened for.
StoreError server_error(const std::string& name, const DbError& error, Database::Access access);
/// The same if the connection failed; `reason` is libpq's.
StoreError cannot_connect(const std::string& name, std::string_view reason);

/// Whether another transaction prevented this one, so that it can be repeated.
bool is_conflict(const DbError& error);
/// Whether a table is missing.
bool is_missing_table(const DbError& error);
/// Whether a privilege is missing.
bool is_denied(const DbError& error);
bool is_lost_connection(const DbError& error);
/// Whether the server does not allow changes, such as a standby.
bool is_read_only(const DbError& error);

/// Returns libpq's message without line breaks.
std::string one_line(std::string_view message);

}  // namespace aliprotect::store
