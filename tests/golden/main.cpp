// Runs transcripts: golden [--accept] [--markdown] [--server ADDRESS] [--later-version] FILE...
// With --server, all use the store at that address, which must be new. `{user}` in it is the author
// of the change. With --later-version, the program has one more migration of stores on servers.
// Prints the lines that differ; --accept writes the current output to the files.

#include <filesystem>
#include <fstream>
#include <iostream>
#include <optional>
#include <sstream>
#include <string>
#include <vector>

#include "golden/transcript.h"
#include "support/later_version.h"

namespace aliprotect::testing {
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

struct Options {
  bool accept = false;
  bool markdown = false;
  bool later_version = false;
  std::string server;
  std::vector<std::string> files;
};

Options read_options(int argc, char** argv) {
  Options options;
  for (int i = 1; i < argc; ++i) {
    const std::string argument = argv[i];
    if (argument == "--accept") {
      options.accept = true;
    } else if (argument == "--markdown") {
      options.markdown = true;
    } else if (argument == "--later-version") {
      options.later_version = true;
    } else if (argument == "--server" && i + 1 < argc) {
      options.server = argv[++i];
    } else {
      options.files.push_back(argument);
    }
  }
  return options;
}

/// Returns whether the commands of a file answer as it says.
bool is_same(const std::string& file, const Options& options) {
  const std::string whole = contents_of(file);
  const std::string expected = options.markdown ? console_blocks(whole) : whole;
  const bool has_commands = expected.find("$ aliprotect") != std::string::npos;
  if (!has_commands) std::cout << file << ": no command in it\n";
  const std::string folder = std::filesystem::absolute(file).parent_path();
  const std::string answer = answered(expected, folder, options.server);
  if (answer == expected) return has_commands;
  print_difference(file, expected, answer);
  if (options.accept && !options.markdown && options.server.empty())
    std::ofstream(file, std::ios::binary) << answer;
  return false;
}

}  // namespace
}  // namespace aliprotect::testing

int main(int argc, char** argv) {
  using namespace aliprotect::testing;
  const Options options = read_options(argc, argv);
  std::optional<LaterServerVersion> later;
  if (options.later_version) later.emplace();
  bool same = !options.files.empty();
  for (const std::string& file : options.files) same = is_same(file, options) && same;
  return same ? 0 : 1;
}
