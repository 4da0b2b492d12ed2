// Runs transcripts: golden [--accept] [--markdown] FILE...
// Prints the lines that differ; --accept writes what the program answers now into the files.

#include <fstream>
#include <iostream>
#include <sstream>

#include "golden/transcript.h"

namespace {

std::string contents_of(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  std::ostringstream text;
  text << in.rdbuf();
  return text.str();
}

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
    ++files;
    const std::string whole = contents_of(argument);
    const std::string expected = markdown ? aliprotect::testing::console_blocks(whole) : whole;
    if (expected.find("$ aliprotect") == std::string::npos) {
      std::cout << argument << ": no command in it\n";
      same = false;
    }
    const std::string answer = aliprotect::testing::answered(expected);
    if (answer == expected) continue;
    same = false;
    print_difference(argument, expected, answer);
    if (accept && !markdown) std::ofstream(argument, std::ios::binary) << answer;
  }
  return same && files > 0 ? 0 : 1;
}
