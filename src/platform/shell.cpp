#include "platform/shell.h"

#include <fcntl.h>
#include <signal.h>
#include <spawn.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstring>

#include "aliprotect/error.h"

namespace aliprotect {
namespace {

UserError cannot_run(int error_number) {
  return UserError(std::string("cannot run the command: ") + std::strerror(error_number));
}

/// A file in memory. Unlike a pipe, it never blocks if the command does not read its input, or if a
/// process that it started keeps its standard error open.
class MemoryFile {
 public:
  MemoryFile() : handle_(::memfd_create("aliprotect", MFD_CLOEXEC)) {
    if (handle_ < 0) throw cannot_run(errno);
  }
  MemoryFile(const MemoryFile&) = delete;
  MemoryFile& operator=(const MemoryFile&) = delete;
  ~MemoryFile() { ::close(handle_); }

  int handle() const { return handle_; }

  /// Writes the contents and rewinds the file.
  void fill(std::string_view text) {
    while (!text.empty()) {
      const ssize_t written = ::write(handle_, text.data(), text.size());
      if (written < 0 && errno != EINTR) throw cannot_run(errno);
      if (written > 0) text.remove_prefix(static_cast<std::size_t>(written));
    }
    ::lseek(handle_, 0, SEEK_SET);
  }

  /// Returns the beginning of the file, enough for any message.
  std::string beginning() const {
    std::string text(16 * 1024, '\0');
    const ssize_t read = ::pread(handle_, text.data(), text.size(), 0);
    text.resize(read < 0 ? 0 : static_cast<std::size_t>(read));
    return text;
  }

 private:
  int handle_;
};

/// The files and signals of the command.
class Start {
 public:
  Start(const MemoryFile& input, int output, const MemoryFile& errors) {
    ::posix_spawn_file_actions_init(&files_);
    ::posix_spawn_file_actions_adddup2(&files_, output, STDOUT_FILENO);
    ::posix_spawn_file_actions_adddup2(&files_, input.handle(), STDIN_FILENO);
    ::posix_spawn_file_actions_adddup2(&files_, errors.handle(), STDERR_FILENO);
    ::posix_spawnattr_init(&attributes_);
    sigset_t to_default;  // ignored by this program, but not by its commands
    ::sigemptyset(&to_default);
    for (const int ignored : {SIGPIPE, SIGXFSZ}) ::sigaddset(&to_default, ignored);
    ::posix_spawnattr_setsigdefault(&attributes_, &to_default);
    ::posix_spawnattr_setflags(&attributes_, POSIX_SPAWN_SETSIGDEF);
  }
  Start(const Start&) = delete;
  Start& operator=(const Start&) = delete;
  ~Start() {
    ::posix_spawnattr_destroy(&attributes_);
    ::posix_spawn_file_actions_destroy(&files_);
  }

  pid_t begin(std::string command) const {
    std::array<std::string, 4> words = {"sh", "-c", "--", std::move(command)};
    std::array<char*, 5> arguments{};
    for (std::size_t i = 0; i < words.size(); ++i) arguments[i] = words[i].data();
    pid_t child = 0;
    const int error =
        ::posix_spawn(&child, "/bin/sh", &files_, &attributes_, arguments.data(), environ);
    if (error != 0) throw cannot_run(error);
    return child;
  }

 private:
  posix_spawn_file_actions_t files_;
  posix_spawnattr_t attributes_;
};

int status_at_end_of(pid_t child) {
  int status = 0;
  while (::waitpid(child, &status, 0) < 0) {
    if (errno != EINTR) throw cannot_run(errno);
  }
  return status;
}

std::string format_exit_status(int status) {
  if (WIFEXITED(status)) return "exit status " + std::to_string(WEXITSTATUS(status));
  const int number = WTERMSIG(status);
  return "signal " + std::to_string(number) + " (" + ::strsignal(number) + ")";
}

}  // namespace

ShellResult run_in_shell(const std::string& command, std::string_view input, int output) {
  MemoryFile in;
  in.fill(input);
  const MemoryFile errors;
  const int status = status_at_end_of(Start(in, output, errors).begin(command));
  return {WIFEXITED(status) && WEXITSTATUS(status) == 0, format_exit_status(status),
          errors.beginning()};
}

}  // namespace aliprotect
