#pragma once

#include <SQLiteCpp/Database.h>

namespace aliprotect::store {

/// Adds the SQL function mentions(text, word), which does the same as the one in C++; null if the
/// text is null. Unlike `instr(lower(text), word)`, it does not copy the text.
void add_text_search(SQLite::Database& db);

}  // namespace aliprotect::store
