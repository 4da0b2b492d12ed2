#include "core/text/suggestions.h"

#include "support/catch.h"

namespace aliprotect {
namespace {

const std::vector<std::string> known = {"add", "due", "deliver", "list", "--format", "--columns"};

TEST_CASE("the nearest word is the one meant") {
  CHECK(nearest("lst", known) == "list");
  CHECK(nearest("dleiver", known) == "deliver");
  CHECK(nearest("--fromat", known) == "--format");
  CHECK(nearest("--colums", known) == "--columns");
  CHECK(nearest("ad", known) == "add");
}

TEST_CASE("a word far from all others has no suggestion") {
  CHECK(nearest("frobnicate", known).empty());
  CHECK(nearest("", known).empty());
  CHECK(nearest(std::string(100'000, 'a'), known).empty());
}

}  // namespace
}  // namespace aliprotect
