#include "cli/config_file.h"

#include "aliprotect/error.h"
#include "support/catch.h"

using aliprotect::UserError;
using aliprotect::cli::ConfigEntry;
using aliprotect::cli::parse_config;

namespace {

/// Formats entries as `due.within=7d;`, with `|` between several values.
std::string entries_of(std::string_view text) {
  std::string all;
  for (const ConfigEntry& entry : parse_config(text)) {
    for (const std::string& name : entry.section) all += name + ".";
    all += entry.key + "=";
    for (std::size_t i = 0; i < entry.values.size(); ++i)
      all += (i > 0 ? "|" : "") + entry.values[i];
    all += ";";
  }
  return all;
}

std::string refusal_of(std::string_view text) {
  try {
    return "read: " + entries_of(text);
  } catch (const UserError& error) {
    return error.what();
  }
}

}  // namespace

TEST_CASE("a config file is read entry by entry") {
  struct Row {
    std::string_view text;
    std::string entries;
  };
  const Row rows[] = {
      {"", ""},
      {" \t\r\n\n# nothing set\n", ""},
      {"quiet = true", "quiet=true;"},
      {"\tquiet=true # a comment\r\nlimit = 5\r\n", "quiet=true;limit=5;"},
      {"tz = Europe/Berlin\n", "tz=Europe/Berlin;"},
      {"db = \"/a#b/c = d, [e].db\"\n", "db=/a#b/c = d, [e].db;"},
      {R"(db = "a \"b\" \\c")", R"(db=a "b" \c;)"},
      {R"(db = 'a "b" \c')", R"(db=a "b" \c;)"},
      {"db = \"Größe\"\n", "db=Größe;"},
      {"db = \"\"\n", "db=;"},
      {"kind = [\"closes\", 'ship_by', 3]\n", "kind=closes|ship_by|3;"},
      {"kind = [ # kinds\n  \"closes\",\n  \"ship_by\", # last\n]\n", "kind=closes|ship_by;"},
      {"kind = []\n", "kind=;"},
      {"tz = UTC\n[due]\nwithin = 7d\n[ list ] # open\nlimit = 5\n",
       "tz=UTC;due.within=7d;list.limit=5;"},
      {"[dispute.open]\nwant = full\n", "dispute.open.want=full;"},
      {"due.within = 7d\n", "due.within=7d;"},
      {"[due]\nwithin = 7d\n[list]\n[due]\nkind = a\n", "due.within=7d;due.kind=a;"},
  };
  for (const Row& row : rows) {
    INFO(row.text);
    CHECK(entries_of(row.text) == row.entries);
  }
}

TEST_CASE("an invalid config file is refused, with the line") {
  const std::string no_entry = "expected `KEY = VALUE` or a section such as [due]";
  const std::string extra = "unexpected text at the end; a value with blanks needs quotes";
  struct Row {
    std::string_view text;
    std::string refusal;
  };
  const Row rows[] = {
      {"quiet", "line 1: expected `quiet = VALUE`"},
      {"no settings", "line 1: expected `no = VALUE`"},
      {"= 1", "line 1: " + no_entry},
      {"\n\"quiet\" = true", "line 2: " + no_entry},
      {"; comment", "line 1: " + no_entry},
      {"due. = 1", "line 1: " + no_entry},
      {"[]", "line 1: " + no_entry},
      {"[[due]]", "line 1: " + no_entry},
      {"[due", "line 1: expected a section such as [due]"},
      {"[due list]", "line 1: expected a section such as [due]"},
      {"[due] within = 1", "line 1: " + extra},
      {"quiet =", "line 1: expected a value"},
      {"quiet = # true", "line 1: expected a value"},
      {"quiet = = true", "line 1: expected a value"},
      {"now = 2026-12-30 10:00", "line 1: " + extra},
      {"tz = \"UTC\" \"CET\"", "line 1: " + extra},
      {"tz = \"\"\"\nUTC\"\"\"", "line 1: " + extra},
      {"tz = \"UTC\nquiet = true", "line 1: the string is not closed; end it with \""},
      {"tz = 'UTC", "line 1: the string is not closed; end it with '"},
      {"db = \"a\\nb\"",
       "line 1: unknown escape after \\; write \\\\ for a backslash, or use single quotes"},
      {"db = \"a\\",
       "line 1: unknown escape after \\; write \\\\ for a backslash, or use single quotes"},
      {"kind = [a b]", "line 1: expected `,` or `]` in the array"},
      {"kind = [a,\n,b]", "line 2: expected a value"},
      {"kind = [a\n\n", "line 3: expected `,` or `]` in the array"},
      {"kind = [[a]]", "line 1: expected a value"},
      {"[due]\nkind = a\nkind = b", "line 3: `kind` is set twice; remove one"},
      {"due.kind = a\n[due]\nkind = b", "line 3: `kind` is set twice; remove one"},
      {std::string_view("db = \"a\0b\"", 10), "line 1: control characters are not allowed"},
      {"# \x1b", "line 1: control characters are not allowed"},
      {"db = \"\xff\"", "not valid UTF-8; save the file as UTF-8"},
  };
  for (const Row& row : rows) {
    INFO(row.text);
    CHECK(refusal_of(row.text) == row.refusal);
  }
}
