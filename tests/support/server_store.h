#pragma once

#include <string>
#include <vector>

#include "support/temp_dir.h"

/// Runs tests of the store on a PostgreSQL server: with ALIPROTECT_TEST_SERVER, the address of
/// a database, `store_in` returns a store there.
namespace aliprotect::testing {

bool tests_use_server();
/// Returns the path of a store of its own for each folder: `orders.db` in it, or the address
/// of a schema on the server.
std::string store_in(const TempDir& folder);

/// Returns the first value that a statement selects from a store on a server.
std::string value_on_server(const std::string& store, const std::string& sql);
/// Returns the names of the tables that a file has, too.
std::vector<std::string> tables_on_server(const std::string& store);
/// Returns the rows of a table as text, sorted.
std::string rows_on_server(const std::string& store, const std::string& table);

}  // namespace aliprotect::testing
