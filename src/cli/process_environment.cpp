#include <fcntl.h>
#include <pwd.h>
#include <signal.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <climits>
#include <cstdlib>
#include <cstring>
#include <iostream>

#include "aliprotect/error.h"
#include "cli/environment.h"
#include "platform/reader_process.h"
#include "platform/shell.h"

namespace aliprotect::cli {
namespace {

std::optional<std::string> process_variable(const std::string& name) {
  const char* value = std::getenv(name.c_str());
  return value ? std::optional<std::string>(value) : std::nullopt;
}

Instant process_clock() { return std::chrono::floor<Seconds>(std::chrono::system_clock::now()); }

/// Returns the name of the user who runs the process, or the user id if it has no name.
std::string user_name() {
  const passwd* const user = ::getpwuid(::getuid());
  return user ? user->pw_name : std::to_string(::getuid());
}

std::string host_name() {
  std::array<char, HOST_NAME_MAX + 1> name{};
  if (::gethostname(name.data(), name.size()) != 0) return "localhost";
  return name.data();
}

Author process_author() { return {user_name(), host_name()}; }

std::chrono::milliseconds process_stopwatch() {
  return std::chrono::duration_cast<std::chrono::milliseconds>(
      std::chrono::steady_clock::now().time_since_epoch());
}

/// Opens /dev/null for each closed standard stream. Otherwise the next opened file, such as the
/// store, would take its descriptor.
void occupy_closed_streams() {
  for (const int stream : {STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO}) {
    if (::fcntl(stream, F_GETFD) >= 0 || errno != EBADF) continue;
    ::open("/dev/null", stream == STDIN_FILENO ? O_WRONLY : O_RDONLY);
  }
}

void write_to_standard_output(std::string_view text) {
  while (!text.empty()) {
    const ssize_t written = ::write(STDOUT_FILENO, text.data(), text.size());
    if (written < 0 && errno == EINTR) continue;
    if (written < 0 && errno == EPIPE) throw OutputClosed{};
    if (written < 0) {
      throw UserError(std::string("cannot write to standard output: ") + std::strerror(errno));
    }
    text.remove_prefix(static_cast<std::size_t>(written));
  }
}

std::optional<std::size_t> width_of_terminal() {
  winsize size{};
  if (::ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) != 0 || size.ws_col == 0) return std::nullopt;
  return size.ws_col;
}

}  // namespace

Environment process_environment() {
  occupy_closed_streams();
  for (const int signal_number : {SIGPIPE, SIGXFSZ}) ::signal(signal_number, SIG_IGN);
  std::ios::sync_with_stdio(false);
  const bool terminal = ::isatty(STDOUT_FILENO) == 1;
  return {process_variable,
          process_clock,
          process_author,
          std::cin,
          write_to_standard_output,
          std::cerr,
          terminal,
          terminal ? width_of_terminal() : std::nullopt,
          ::isatty(STDERR_FILENO) == 1,
          process_stopwatch,
          run_in_shell,
          find_reader_program};
}

}  // namespace aliprotect::cli
