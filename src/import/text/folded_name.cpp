#include "import/text/folded_name.h"

#include <algorithm>

#include "import/text/page_text.h"

namespace aliprotect {
namespace {

std::string without_blanks(std::string text) {
  text.erase(std::remove(text.begin(), text.end(), ' '), text.end());
  return text;
}

}  // namespace

std::string folded_name(std::string_view name) { return without_blanks(folded(name)); }

std::string bare_name(std::string_view name) { return without_blanks(bare_words(name)); }

std::string terse_name(std::string_view name) { return without_blanks(terse_words(name)); }

}  // namespace aliprotect
