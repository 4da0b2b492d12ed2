#include "core/text/suggestions.h"

#include "support/catch.h"

namespace aliprotect {
namespace {

const std::vector<std::string> known = {"add", "due", "deliver", "list", "--format", "--columns"};

TEST_CASE("the closest word is suggested") {
  CHECK(closest_match("lst", known) == "list");
  CHECK(closest_match("dleiver", known) == "deliver");
  CHECK(closest_match("--fromat", known) == "--format");
  CHECK(closest_match("--colums", known) == "--columns");
  CHECK(closest_match("ad", known) == "add");
}

TEST_CASE("a word that is not similar to any other has no suggestion") {
  CHECK(closest_match("frobnicate", known).empty());
  CHECK(closest_match("", known).empty());
  CHECK(closest_match(std::string(100'000, 'a'), known).empty());
}

}  // namespace
}  // namespace aliprotect
