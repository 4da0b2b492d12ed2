// The files of data/import: content that the build accepts or refuses.
#include "import/text/vocabulary.h"

#include "import/table/vocabulary_check.h"
#include "support/catch.h"

using namespace aliprotect;

namespace {

std::vector<std::string> problems_of(std::string_view text) {
  const EmbeddedFile file{"a.txt", text};
  return vocabulary_problems({&file, 1});
}

}  // namespace

TEST_CASE("vocabulary: the files of data/import have no problems") {
  CHECK(vocabulary_problems(vocabulary_files()).empty());
}

TEST_CASE("vocabulary: a word with one meaning may be repeated") {
  CHECK(problems_of("[status shipped]\nversandt\nVersandt\n[status shipped]\nversandt\n").empty());
  CHECK(problems_of("[column number]\nOrder ID\n[column number vague]\norder-id\n").empty());
  CHECK(problems_of("[months]\nmarch: mar\nmarch: mar, märz\n").empty());
}

TEST_CASE("vocabulary: a word with two meanings is a problem") {
  struct Row {
    const char* name;
    const char* text;
    const char* problem;
  };
  const Row rows[] = {
      {"status", "[status shipped]\nsent\n[status delivered]\nSent\n",
       "a.txt:4: \"Sent\" has another meaning at a.txt:2"},
      {"another form of a status", "[status shipped]\nlivré\n[status delivered]\nlivrée\n",
       "a.txt:4: \"livrée\" has another meaning at a.txt:2"},
      {"column", "[column title]\nName\n[column seller]\nname:\n",
       "a.txt:4: \"name:\" has another meaning at a.txt:2"},
      {"month", "[months]\nmarch: mar\nmay: mai, mar\n",
       "a.txt:3: \"may: mai, mar\" has another meaning at a.txt:2"},
      {"weekday", "[weekdays]\nsunday: do\nthursday: do\n",
       "a.txt:3: \"thursday: do\" has another meaning at a.txt:2"},
      {"answer", "[yes]\nno\n[no]\nno\n", "a.txt:4: \"no\" has another meaning at a.txt:2"},
      {"column of a layout", "[layout x]\nOrder: number\norder: ignored\n",
       "a.txt:3: \"order: ignored\" has another meaning at a.txt:2"},
  };
  for (const Row& row : rows) {
    INFO(row.name);
    const auto problems = problems_of(row.text);
    REQUIRE_FALSE(problems.empty());
    CHECK(problems.front() == row.problem);
  }
}

TEST_CASE("vocabulary: a line that cannot be read is a problem") {
  for (const char* text :
       {"sent\n", "[statuses shipped]\nsent\n", "[status shiped]\nsent\n",
        "[status shipped\nsent\n", "[]\n", "[column nowhere]\nx\n", "[months]\nmarch\n",
        "[months]\nmarch:\n", "[months]\nmärz: mar\n", "[weekdays]\nfriday\n",
        "[layout x]\nOrder: nothing\n", "[layout x]\nis: month-last\n", "[layout x]\nOrder\n",
        "[status shipped]\n", "[status shipped]\n...\n", "[column number a]\nx\n",
        "[column number vague b]\nx\n"}) {
    INFO(text);
    CHECK_FALSE(problems_of(text).empty());
  }
}
