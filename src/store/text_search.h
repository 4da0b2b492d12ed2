#pragma once

#include <SQLiteCpp/Database.h>

namespace aliprotect::store {

/// Adds the SQL function mentions(text, word): whether `word`, whose letters A to Z must be small,
/// stands anywhere in `text`, the case of those letters aside. Null where the text is null. It
/// makes no copies, as `instr(lower(text), word)` would of each text.
void add_text_search(SQLite::Database& db);

}  // namespace aliprotect::store
