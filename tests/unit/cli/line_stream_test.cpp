#include "cli/line_stream.h"

#include <sstream>

#include "support/catch.h"

namespace aliprotect::cli {
namespace {

std::string in_brackets(std::string_view line) {
  return line.empty() ? "" : "[" + std::string(line) + "]";
}

}  // namespace

TEST_CASE("a line stream gives each line its shape, whatever the pieces", "[cli]") {
  std::ostringstream to;
  LineStream lines(to, in_brackets);
  lines << "on"
        << "e\ntwo\n"
        << 3 << std::endl;
  CHECK(to.str() == "[one]\n[two]\n[3]\n");
}

TEST_CASE("a line stream passes on the start of a line when it is flushed or ends", "[cli]") {
  std::ostringstream to;
  {
    LineStream lines(to, in_brackets);
    lines << "half" << std::flush;
    CHECK(to.str() == "[half]");
    lines << "rest";
  }
  CHECK(to.str() == "[half][rest]");
}

}  // namespace aliprotect::cli
