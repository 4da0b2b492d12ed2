#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "store/database.h"

namespace aliprotect::store {

struct TableColumns {
  std::string table;
  std::vector<std::string> columns;
};

/// Copies all rows of `tables` from a snapshot of one store into an empty one, in one transaction.
/// A table must follow those that it refers to. Returns the number of orders; nullopt if `to` has
/// rows already. Throws StoreError if `from` cannot be read, DbError if `to` cannot be written.
std::optional<std::size_t> copy_tables(Database& from, Database& to,
                                       const std::vector<TableColumns>& tables);

}  // namespace aliprotect::store
