// Intact and damaged files of the time zone database.
#include "core/time/zone_file.h"

#include <algorithm>
#include <fstream>
#include <sstream>

#include "support/catch.h"
#include "support/temp_dir.h"

using namespace aliprotect;
using namespace aliprotect::testing;

namespace {

const std::string berlin = std::string(zone_folder) + "Europe/Berlin";

std::string text_of(const std::string& path) {
  std::ostringstream text;
  text << std::ifstream(path, std::ios::binary).rdbuf();
  return text.str();
}

bool is_loaded(const std::string& text) {
  // Abseil caches files by path.
  static int count = 0;
  static const TempDir folder;
  const std::string path = folder / ("zone-" + std::to_string(++count));
  std::ofstream(path, std::ios::binary) << text;
  return load_zone_file(path).has_value();
}

/// Returns the file with one byte changed.
std::string with(std::string text, std::size_t at, char byte) {
  text.at(at) = byte;
  return text;
}

}  // namespace

TEST_CASE("zone files: files of the system are loaded") {
  for (const std::string name : {"Europe/Berlin", "UTC", "Pacific/Apia", "Africa/Casablanca"}) {
    INFO(name);
    CHECK(load_zone_file(std::string(zone_folder) + name));
    CHECK(is_loaded(text_of(std::string(zone_folder) + name)));
  }
}

TEST_CASE("zone files: damaged ones are not loaded") {
  const std::string whole = text_of(berlin);
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
      {"cut within the rule at its end", whole.substr(0, whole.size() - 5)},
      {"another mark of the present header", with(whole, second, 't')},
      {"more transitions than the file contains", with(whole, second + 34, '\x7f')},
      {"more changes than memory", with(whole, second + 32, '\x7f')},
      {"more old changes than memory", with(whole, 32, '\x7f')},
      {"no types", with(whole, second + 39, '\0')},
      {"changes to types that are not there", with(whole, second + 39, '\1')},
      {"names beyond the letters", with(whole, second + 43, '\1')},
      {"leap seconds", with(whole, second + 31, '\1')},
  };
  for (const Row& row : rows) {
    INFO(row.name);
    CHECK_FALSE(is_loaded(row.text));
  }
}

TEST_CASE("zone files: only regular files are loaded") {
  CHECK_FALSE(load_zone_file("/nonexistent"));
  CHECK_FALSE(load_zone_file("/usr/share/zoneinfo"));
  CHECK_FALSE(load_zone_file("/dev/zero"));
}

TEST_CASE("zone files: names of zones") {
  for (const char* name : {"Europe/Berlin", "UTC", "America/Argentina/Buenos_Aires", "Etc/GMT+5",
                           "America/Port-au-Prince", "EST5EDT", "localtime"}) {
    INFO(name);
    CHECK(is_zone_name(name));
  }
  for (const char* name : {"", "/", "Europe/", "/Europe", "Europe//Berlin", ".", "..", "./UTC",
                           "../UTC", "Europe/../UTC", "zone.tab", "+VERSION", "Factory",
                           "posix/UTC", "posixrules", "right/UTC", "leapseconds", "UTC\n"}) {
    INFO(name);
    CHECK_FALSE(is_zone_name(name));
  }
}

TEST_CASE("zone files: the database names its zones, sorted") {
  const std::vector<std::string> names = zone_names();
  CHECK(std::is_sorted(names.begin(), names.end()));
  for (const char* name : {"Europe/Berlin", "UTC", "America/Argentina/Buenos_Aires"}) {
    INFO(name);
    CHECK(std::binary_search(names.begin(), names.end(), name));
  }
  for (const char* name : {"Europe", "zone.tab", "Factory"}) {
    INFO(name);
    CHECK_FALSE(std::binary_search(names.begin(), names.end(), name));
  }
}
