// Runs transcripts: golden [--accept] [--markdown] [--server URI] [--later-version] FILE...
// With --server, all use the store of that URI, which must be new. `{user}` in it is the author of
// the change. With --later-version, the program has one more migration of stores on servers.
// Prints the lines that differ; --accept writes the current output to the files.

#include <filesystem>
#include <fstream>
#include <iostream>
#include <optional>
#include <sstream>

#include "golden/transcript.h"
#include "support/later_version.h"

namespace {

void print_difference(const std::string& path, const std::string& expected,
                      const std::string& answer) {
  std::istringstream a(expected);
  std::istringstream b(answer);
  for (int line = 1;; ++line) {
    std::string wanted;
    std::string got;
    const bool more_a = static_cast<bool>(std::getline(a, wanted));
    const bool more_b = static_cast<bool>(std::getline(b, got));
    if (!more_a && !more_b) return;
    if (wanted == got && more_a == more_b) continue;
    std::cout << path << ":" << line << "\n  expected: " << wanted << "\n  answered: " << got
              << "\n";
    if (wanted != got) return;
  }
}

}  // namespace

int main(int argc, char** argv) {
  bool accept = false;
  bool markdown = false;
  std::string server;
  std::optional<aliprotect::testing::LaterServerVersion> later;
  bool same = true;
  int files = 0;
  for (int i = 1; i < argc; ++i) {
    const std::string argument = argv[i];
    if (argument == "--accept") {
      accept = true;
      continue;
    }
    if (argument == "--markdown") {
      markdown = true;
      continue;
    }
    if (argument == "--later-version") {
      later.emplace();
      continue;
    }
    if (argument == "--server" && i + 1 < argc) {
      server = argv[++i];
      continue;
    }
    ++files;
    const std::string whole = aliprotect::testing::contents_of(argument);
    const std::string expected = markdown ? aliprotect::testing::console_blocks(whole) : whole;
    if (expected.find("$ aliprotect") == std::string::npos) {
      std::cout << argument << ": no command in it\n";
      same = false;
    }
    const std::string folder = std::filesystem::absolute(argument).parent_path();
    const std::string answer = aliprotect::testing::answered(expected, folder, server);
    if (answer == expected) continue;
    same = false;
    print_difference(argument, expected, answer);
    if (accept && !markdown && server.empty()) std::ofstream(argument, std::ios::binary) << answer;
  }
  return same && files > 0 ? 0 : 1;
}
