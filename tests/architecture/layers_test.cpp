#include <algorithm>
#include <filesystem>
#include <fstream>
#include <map>
#include <regex>
#include <set>
#include <string>
#include <vector>

#include "support/catch.h"

// Debian installs all headers in one folder, so linking does not detect a wrong #include. This test
// does.

namespace {

namespace fs = std::filesystem;

/// The includes of a layer besides itself, the standard library and include/aliprotect.
struct Layer {
  std::set<std::string> layers;
  std::set<std::string> libraries;
};

const std::map<std::string, Layer> layers = {
    {"core", {{}, {"absl", "date", "nettle", "utf8proc.h"}}},
    {"platform", {{"core"}, {}}},
    {"rules", {{"core"}, {}}},
    {"store", {{"core", "platform", "rules"}, {"SQLiteCpp", "sqlite3.h", "libpq-fe.h"}}},
    {"import", {{"core", "rules"}, {"csv.h", "fmt", "nlohmann", "utf8proc.h"}}},
    {"export", {{"core", "rules"}, {"fmt", "libical"}}},
    {"render", {{"core", "rules", "export"}, {"fmt", "kainjow", "utf8proc.h"}}},
    {"commands", {{"core", "platform", "rules", "store", "import", "export", "render"}, {}}},
    {"reader",
     {{"core", "import"},
      {"glib.h", "gmime", "libxml", "nlohmann", "archive.h", "archive_entry.h", "seccomp.h",
       "iconv.h"}}},
    {"cli", {{"core", "platform", "commands", "import", "render"}, {"CLI"}}},
};

struct Include {
  std::string file;
  std::string target;
};

std::vector<std::string> lines_of(const fs::path& file) {
  std::ifstream in(file);
  std::vector<std::string> lines;
  for (std::string line; std::getline(in, line);) lines.push_back(line);
  return lines;
}

std::vector<fs::path> sources_below(const fs::path& folder) {
  std::vector<fs::path> files;
  for (const auto& entry : fs::recursive_directory_iterator(folder)) {
    const std::string extension = entry.path().extension().string();
    if (extension == ".h" || extension == ".cpp") files.push_back(entry.path());
  }
  std::sort(files.begin(), files.end());
  return files;
}

std::vector<Include> includes_below(const fs::path& folder) {
  static const std::regex directive(R"re(\s*#\s*include\s*[<"]([^>"]+)[>"].*)re");
  std::vector<Include> includes;
  for (const fs::path& file : sources_below(folder)) {
    for (const std::string& line : lines_of(file)) {
      std::smatch match;
      if (std::regex_match(line, match, directive)) includes.push_back({file.string(), match[1]});
    }
  }
  return includes;
}

/// Returns the library of a header: SQLiteCpp for `SQLiteCpp/Database.h`, `utf8proc.h` for itself,
/// none for `vector`.
std::string owner_of(const std::string& target) {
  const auto slash = target.find('/');
  return slash == std::string::npos ? target : target.substr(0, slash);
}

bool is_of_the_system(const std::string& target) {
  return target.find('.') == std::string::npos || target.starts_with("sys/") ||
         target == "dlfcn.h" || target == "fcntl.h" || target == "unistd.h" || target == "poll.h" ||
         target == "pwd.h" || target == "signal.h" || target == "spawn.h";
}

const fs::path source(SOURCE_FOLDER);

}  // namespace

TEST_CASE("each layer includes what its row allows, and nothing else") {
  for (const auto& [name, layer] : layers) {
    const auto includes = includes_below(source / "src" / name);
    CHECK_FALSE(includes.empty());
    for (const Include& include : includes) {
      const std::string owner = owner_of(include.target);
      const bool allowed = owner == name || owner == "aliprotect" ||
                           layer.layers.count(owner) > 0 || layer.libraries.count(owner) > 0 ||
                           is_of_the_system(include.target);
      INFO(include.file << " includes " << include.target);
      CHECK(allowed);
    }
  }
}

TEST_CASE("only the driver of the store includes SQLite") {
  std::size_t seen = 0;
  for (const Include& include : includes_below(source / "src")) {
    const std::string owner = owner_of(include.target);
    if (owner != "SQLiteCpp" && owner != "sqlite3.h") continue;
    ++seen;
    INFO(include.file << " includes " << include.target);
    CHECK(fs::relative(include.file, source / "src").string().starts_with("store/sqlite/"));
  }
  CHECK(seen > 0);
}

TEST_CASE("only the driver for servers includes libpq") {
  std::size_t seen = 0;
  for (const Include& include : includes_below(source / "src")) {
    if (include.target != "libpq-fe.h") continue;
    ++seen;
    INFO(include.file);
    CHECK(fs::relative(include.file, source / "src").string().starts_with("store/postgresql/"));
  }
  CHECK(seen > 0);
}

TEST_CASE("every folder of src has a row") {
  for (const auto& entry : fs::directory_iterator(source / "src")) {
    if (!entry.is_directory()) continue;
    INFO(entry.path().string());
    CHECK(layers.count(entry.path().filename().string()) == 1);
  }
}

TEST_CASE("public headers include no library") {
  for (const Include& include : includes_below(source / "include")) {
    const std::string owner = owner_of(include.target);
    INFO(include.file << " includes " << include.target);
    CHECK((owner == "aliprotect" || is_of_the_system(include.target)));
  }
}

TEST_CASE(
    "libraries that are slow to compile are included only where they are needed, and in no "
    "header") {
  const std::map<std::string, std::set<std::string>> includers = {
      {"CLI", {"cli/parser.cpp"}},
      {"date", {"core/time/zone.cpp"}},
      {"kainjow", {"render/template_text.cpp"}},
  };
  for (const auto& [library, files] : includers) {
    std::set<std::string> found;
    for (const Include& include : includes_below(source / "src")) {
      if (owner_of(include.target) == library)
        found.insert(fs::relative(include.file, source / "src").string());
    }
    INFO(library);
    CHECK(found == files);
  }
}

TEST_CASE("only main and cli read the clock and the environment") {
  static const std::regex world(
      R"(\b(system_clock|steady_clock|getenv|gettimeofday|clock_gettime|time\(nullptr|localtime_r|getpwuid|gethostname)\b)");
  std::size_t seen = 0;
  for (const fs::path& file : sources_below(source / "src")) {
    const std::string relative = fs::relative(file, source / "src").string();
    // How long to wait for a server does not depend on the time of day.
    const bool limits_a_wait = relative == "store/postgresql/lost_commit.cpp";
    const bool may = relative.starts_with("cli/") || relative == "main.cpp" || limits_a_wait;
    for (const std::string& line : lines_of(file)) {
      if (!std::regex_search(line, world)) continue;
      ++seen;
      INFO(relative << ": " << line);
      CHECK(may);
    }
  }
  CHECK(seen > 0);  // the pattern still finds the code that reads them
}

TEST_CASE("only cli writes to the standard streams, and SQL stays in the store") {
  static const std::regex streams(
      R"(\bstd::(cout|cerr|cin|clog)\b|\b(printf|fprintf|puts|fputs)\()");
  static const std::regex sql(
      R"(\b(SELECT|INSERT INTO|DELETE FROM|CREATE TABLE|PRAGMA)\b|\bsqlite3_)");
  for (const fs::path& file : sources_below(source / "src")) {
    const std::string relative = fs::relative(file, source / "src").string();
    for (const std::string& line : lines_of(file)) {
      INFO(relative << ": " << line);
      if (!relative.starts_with("cli/")) CHECK_FALSE(std::regex_search(line, streams));
      if (!relative.starts_with("store/")) CHECK_FALSE(std::regex_search(line, sql));
    }
  }
}

TEST_CASE("main is short") { CHECK(lines_of(source / "src" / "main.cpp").size() < 30); }
