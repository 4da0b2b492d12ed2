#pragma once

#include <istream>
#include <string>
#include <vector>

namespace aliprotect::testing {

/// A transcript of commands and their output: a test, or the console blocks of a guide.
///
///     # a comment
///     % TZ=Europe/Berlin          a variable of the following commands
///     % terminal 60               prints to a terminal of that width; `% piped` ends it
///     % author ben phone          the user and host that run the following commands
///     $ aliprotect show 7         a command
///     < 7                         a line of its standard input
///     << orders.jsonl             a file of the transcript's folder as standard input
///     1  3051000000011234         a line of standard output
///     2> aliprotect: ...          a line of standard error
///     => 1                        its exit code, if it is not 0
struct Line {
  std::string text;
  bool is_command() const { return text.starts_with("$ aliprotect"); }
  bool is_input() const { return text.starts_with("< ") || is_input_file(); }
  bool is_input_file() const { return text.starts_with("<< "); }
  bool is_setting() const { return text.starts_with("% "); }
  bool is_comment() const { return text.starts_with("#") || text.empty(); }
};

/// Returns the bytes of a file. Throws std::runtime_error if it cannot be read.
std::string contents_of(const std::string& path);

/// Runs a transcript and returns it with the current output, line by line. All commands share one
/// new store; `{dir}` stands for its folder. Input files are read from `folder`. If `server` is an
/// address, the store is there, in an empty database or schema. In the output it has the name of the
/// file, and commands that name this file are not run.
std::string answered(const std::string& transcript, const std::string& folder,
                     const std::string& server = {});

/// Returns the console blocks of a Markdown text without the commands of other programs.
std::string console_blocks(const std::string& markdown);

}  // namespace aliprotect::testing
