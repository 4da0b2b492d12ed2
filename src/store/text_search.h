#pragma once

#include <SQLiteCpp/Database.h>

#include <string>
#include <string_view>

namespace aliprotect::store {

/// Returns the text with its ASCII letters in lower case, as SQL's lower() does.
std::string lower_case(std::string text);

/// Whether `text` contains `word`, ignoring the case of ASCII letters. `word` must be in lower
/// case.
bool mentions(std::string_view text, std::string_view word);

/// Adds the SQL function mentions(text, word), which does the same; null if the text is null.
/// Unlike `instr(lower(text), word)`, it does not copy the text.
void add_text_search(SQLite::Database& db);

}  // namespace aliprotect::store
