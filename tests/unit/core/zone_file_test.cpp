// Files of the time zone database: what is none of them must not reach date.
#include "core/time/zone_file.h"

#include "support/catch.h"

using namespace aliprotect;

namespace {

const std::string berlin = "/usr/share/zoneinfo/Europe/Berlin";

/// The file with another byte at a place.
std::string with(std::string text, std::size_t at, char byte) {
  text.at(at) = byte;
  return text;
}

}  // namespace

TEST_CASE("zone files: those of the system are whole") {
  for (const std::string name : {"Europe/Berlin", "UTC", "Pacific/Apia", "Africa/Casablanca"}) {
    INFO(name);
    CHECK(is_zone_file(zone_file_text("/usr/share/zoneinfo/" + name)));
  }
}

TEST_CASE("zone files: what is none") {
  const std::string whole = zone_file_text(berlin);
  REQUIRE(is_zone_file(whole));
  const std::size_t second = whole.find("TZif", 4);
  REQUIRE(second != std::string::npos);
  struct Row {
    const char* name;
    std::string text;
  };
  const Row rows[] = {
      {"nothing", ""},
      {"rubbish", "rubbish"},
      {"another mark", with(whole, 0, 't')},
      {"a header alone", whole.substr(0, 44)},
      {"cut within the old data", whole.substr(0, 60)},
      {"cut before the present header", whole.substr(0, second)},
      {"cut within it", whole.substr(0, second + 20)},
      {"cut within the present data", whole.substr(0, second + 200)},
      {"another mark of the present header", with(whole, second, 't')},
      {"two versions", with(whole, second + 4, '3')},
      {"more changes than there are", with(whole, second + 32, '\x7f')},
      {"no types", with(whole, second + 39, '\0')},
      {"changes to types that are not there", with(whole, second + 39, '\1')},
      {"names beyond the letters", with(whole, second + 43, '\1')},
  };
  for (const Row& row : rows) {
    INFO(row.name);
    CHECK_FALSE(is_zone_file(row.text));
  }
}

TEST_CASE("zone files: what cannot be read is empty") {
  CHECK(zone_file_text("/nonexistent").empty());
  CHECK(zone_file_text("/usr/share/zoneinfo").empty());
  CHECK(zone_file_text("/dev/zero").empty());
}
