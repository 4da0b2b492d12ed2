#pragma once

#include <functional>
#include <string>

#include "store/engine.h"
#include "store/findings.h"

namespace aliprotect::store {

/// What to do about damage. It depends on the database.
struct Remedies {
  std::string unreadable;  ///< about orders with invalid values
  /// Returns instructions to run SQL on the store.
  std::function<std::string(const std::string& sql)> run;
  std::string raise_highest_id;  ///< SQL that sets it to the highest id in use
};
/// About a schema that differs from that of its version.
inline constexpr auto schema_remedy =
    "revert manual changes of the schema; otherwise restore a backup, or export all orders and "
    "import them into a new store";

/// Checks the contents of a store of the newest version: orders, derived tables, ids, rule sets and
/// log.
void check_contents(Engine& engine, Findings& findings, const Remedies& remedies);

/// Returns the numbers of orders and changes, such as `2 orders, 1 change`.
std::string size_of(Database& db);

}  // namespace aliprotect::store
