#include "store/sqlite/text_search_function.h"

#include <SQLiteCpp/Exception.h>
#include <sqlite3.h>

#include <string_view>

#include "store/text_search.h"

namespace aliprotect::store {
namespace {

std::string_view text_of(sqlite3_value* value) {
  const auto* const bytes = sqlite3_value_text(value);
  return {reinterpret_cast<const char*>(bytes),
          static_cast<std::size_t>(sqlite3_value_bytes(value))};
}

void run_mentions(sqlite3_context* context, int, sqlite3_value** arguments) {
  if (sqlite3_value_type(arguments[0]) == SQLITE_NULL) return sqlite3_result_null(context);
  sqlite3_result_int(context, mentions(text_of(arguments[0]), text_of(arguments[1])) ? 1 : 0);
}

}  // namespace

void add_text_search(SQLite::Database& db) {
  const int code = sqlite3_create_function_v2(
      db.getHandle(), "mentions", 2, SQLITE_UTF8 | SQLITE_DETERMINISTIC | SQLITE_DIRECTONLY,
      nullptr, run_mentions, nullptr, nullptr, nullptr);
  if (code != SQLITE_OK) throw SQLite::Exception(db.getHandle(), code);
}

}  // namespace aliprotect::store
