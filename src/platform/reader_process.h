#pragma once

#include <sys/types.h>

#include <functional>
#include <string>

#include "aliprotect/error.h"

namespace aliprotect {

/// Returns the path of aliprotect-read next to this program or below `libexec`, or an empty string
/// if it is not installed.
std::string find_reader_program();

/// The reader is not installed or cannot be started, so no file of its formats can be read.
struct ReaderNotStarted : UserError {
  using UserError::UserError;
};

/// The reader ended while it read a file, because it was killed or has a bug.
struct ReaderEnded : UserError {
  using UserError::UserError;
};

/// The process that parses files of foreign formats, separately from this program
/// (docs/architecture.md). It is started for the first file and also reads all others.
class ReaderProcess {
 public:
  explicit ReaderProcess(std::string program) : program_(std::move(program)) {}
  ~ReaderProcess();
  ReaderProcess(const ReaderProcess&) = delete;
  ReaderProcess& operator=(const ReaderProcess&) = delete;

  /// Passes on an open file with its format, or `auto`, and calls `take` with each line that the
  /// process writes about it, until `take` returns false. Throws ReaderNotStarted, UserError if
  /// reading takes too long or too much memory, and ReaderEnded if the process ends early; the next
  /// file then gets a new process.
  void read(int file, const std::string& form, const std::function<bool(const std::string&)>& take);

 private:
  void start();
  void stop();
  void send(int file, const std::string& form);
  bool next_line(std::string& line);
  [[noreturn]] void fail();

  std::string program_;
  pid_t process_ = 0;
  int socket_ = -1;
  int output_ = -1;
  std::string pending_;  ///< read and not yet passed on
  std::size_t taken_ = 0;
};

}  // namespace aliprotect
