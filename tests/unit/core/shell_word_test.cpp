// Quoting words for a POSIX shell.
#include "core/text/shell_word.h"

#include "support/catch.h"

using namespace aliprotect;

TEST_CASE("shell word: quoted only if a shell would split or expand it") {
  struct Row {
    const char* text;
    const char* word;
  };
  const Row rows[] = {
      {"orders.db", "orders.db"},
      {"--days=45", "--days=45"},
      {"/a/b-c_d,e:f@g%h+i", "/a/b-c_d,e:f@g%h+i"},
      {"", "''"},
      {"two words", "'two words'"},
      {"it's", "'it'\\''s'"},
      {"$HOME", "'$HOME'"},
      {"a;b", "'a;b'"},
      {"*", "'*'"},
      {"~", "'~'"},
      {"a\nb", "'a\nb'"},
      {"\xC3\xA9", "'\xC3\xA9'"},
  };
  for (const Row& row : rows) {
    INFO(row.text);
    CHECK(shell_word(row.text) == row.word);
  }
  CHECK(in_single_quotes("plain") == "'plain'");
}
