// Run by the build: fails if a file of data/import cannot be read or gives a word two meanings.
#include <cstdio>

#include "import/table/vocabulary_check.h"
#include "import/text/vocabulary.h"

int main() {
  const auto problems = aliprotect::vocabulary_problems(aliprotect::vocabulary_files());
  for (const std::string& problem : problems)
    std::fprintf(stderr, "data/import/%s\n", problem.c_str());
  return problems.empty() ? 0 : 1;
}
