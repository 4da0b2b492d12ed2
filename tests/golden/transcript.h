#pragma once

#include <istream>
#include <string>
#include <vector>

namespace aliprotect::testing {

/// A transcript of commands and what they print, as a test or as the console blocks of a manual:
///
///     # a comment
///     % TZ=Europe/Berlin          a variable of the following commands
///     % terminal 60               they print to a terminal of that width; `% piped` ends it
///     $ aliprotect show 7         a command
///     < 7                         a line of its standard input
///     << orders.jsonl             a file of the transcript's folder, as lines of its standard
///     input what it prints 2> what it says on standard error
///     => 1                        its exit code, where that is not 0
struct Line {
  std::string text;
  bool is_command() const { return text.starts_with("$ aliprotect"); }
  bool is_input() const { return text.starts_with("< ") || is_input_file(); }
  bool is_input_file() const { return text.starts_with("<< "); }
  bool is_setting() const { return text.starts_with("% "); }
  bool is_comment() const { return text.starts_with("#") || text.empty(); }
};

/// The bytes of a file; throws std::runtime_error where it cannot be read.
std::string contents_of(const std::string& path);

/// The transcript as the program answers now, line by line. All commands share one new store;
/// `{dir}` in a command or an answer is their folder. Files of input are read from `folder`.
std::string answered(const std::string& transcript, const std::string& folder);

/// The console blocks of a Markdown text, one after the other; commands of other programs are left
/// out.
std::string console_blocks(const std::string& markdown);

}  // namespace aliprotect::testing
