#include "platform/reader_process.h"

#include <fcntl.h>
#include <signal.h>
#include <spawn.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstring>
#include <filesystem>
#include <initializer_list>

#include "aliprotect/error.h"

namespace aliprotect {

namespace fs = std::filesystem;

namespace {

/// The longest line that aliprotect-read writes.
constexpr std::size_t longest_line = std::size_t{20} * 1024 * 1024;

ReaderNotStarted cannot_start(int error) {
  return ReaderNotStarted(std::string("cannot start aliprotect-read: ") + std::strerror(error));
}

/// The descriptors and signals of the process. It gets no environment.
class Start {
 public:
  Start(int input, int output) {
    ::posix_spawn_file_actions_init(&files_);
    ::posix_spawn_file_actions_adddup2(&files_, input, STDIN_FILENO);
    ::posix_spawn_file_actions_adddup2(&files_, output, STDOUT_FILENO);
    ::posix_spawn_file_actions_addopen(&files_, STDERR_FILENO, "/dev/null", O_WRONLY, 0);
    ::posix_spawnattr_init(&attributes_);
    sigset_t to_default;  // ignored by this program
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

  pid_t begin(const std::string& program) const {
    std::string name = "aliprotect-read";
    std::string option = "--socket";
    std::array<char*, 3> arguments = {name.data(), option.data(), nullptr};
    std::array<char*, 1> environment = {nullptr};
    pid_t child = 0;
    const int error = ::posix_spawn(&child, program.c_str(), &files_, &attributes_,
                                    arguments.data(), environment.data());
    if (error != 0) throw cannot_start(error);
    return child;
  }

 private:
  posix_spawn_file_actions_t files_;
  posix_spawnattr_t attributes_;
};

void close_all(std::initializer_list<int> descriptors) {
  for (const int descriptor : descriptors) {
    if (descriptor >= 0) ::close(descriptor);
  }
}

bool is_out_of_time(int status) { return WIFSIGNALED(status) && WTERMSIG(status) == SIGPROF; }

/// GLib aborts if it cannot allocate memory.
bool is_out_of_memory(int status) { return WIFSIGNALED(status) && WTERMSIG(status) == SIGABRT; }

/// The exit status of a program whose libraries cannot be loaded.
bool has_not_started(int status) { return WIFEXITED(status) && WEXITSTATUS(status) == 127; }

std::string reason_of_end(int status) {
  if (is_out_of_time(status)) return "reading it takes too long";
  if (is_out_of_memory(status)) return "reading it takes too much memory";
  if (WIFSIGNALED(status))
    return std::string("aliprotect-read ended by signal ") + std::to_string(WTERMSIG(status));
  return "aliprotect-read ended with exit status " + std::to_string(WEXITSTATUS(status));
}

}  // namespace

std::string find_reader_program() {
  std::error_code unknown;
  const fs::path folder = fs::read_symlink("/proc/self/exe", unknown).parent_path();
  for (const fs::path& file :
       {folder / "aliprotect-read", folder.parent_path() / "libexec/aliprotect/aliprotect-read",
        fs::path(INSTALLED_READER)}) {
    if (::access(file.c_str(), X_OK) == 0) return file.string();
  }
  return {};
}

ReaderProcess::~ReaderProcess() { stop(); }

void ReaderProcess::read(int file, const std::string& form,
                         const std::function<bool(const std::string&)>& take) {
  if (process_ == 0) start();
  send(file, form);
  std::string line;
  do {
    if (!next_line(line)) fail();
  } while (take(line));
}

void ReaderProcess::start() {
  std::array<int, 2> files = {-1, -1};
  std::array<int, 2> lines = {-1, -1};
  if (::socketpair(AF_UNIX, SOCK_SEQPACKET | SOCK_CLOEXEC, 0, files.data()) != 0)
    throw cannot_start(errno);
  if (::pipe2(lines.data(), O_CLOEXEC) != 0) {
    const int error = errno;
    close_all({files[0], files[1]});
    throw cannot_start(error);
  }
  try {
    process_ = Start(files[1], lines[1]).begin(program_);
  } catch (...) {
    close_all({files[0], files[1], lines[0], lines[1]});
    throw;
  }
  close_all({files[1], lines[1]});
  socket_ = files[0];
  output_ = lines[0];
}

void ReaderProcess::stop() {
  if (process_ == 0) return;
  close_all({socket_, output_});
  ::kill(process_, SIGKILL);
  while (::waitpid(process_, nullptr, 0) < 0 && errno == EINTR) {
  }
  process_ = 0;
  pending_.clear();
  taken_ = 0;
}

void ReaderProcess::send(int file, const std::string& form) {
  std::string text = form + '\0';
  iovec part{text.data(), text.size()};
  alignas(cmsghdr) std::array<char, CMSG_SPACE(sizeof(int))> control{};
  msghdr message{};
  message.msg_iov = &part;
  message.msg_iovlen = 1;
  message.msg_control = control.data();
  message.msg_controllen = control.size();
  cmsghdr* header = CMSG_FIRSTHDR(&message);
  header->cmsg_level = SOL_SOCKET;
  header->cmsg_type = SCM_RIGHTS;
  header->cmsg_len = CMSG_LEN(sizeof(int));
  std::memcpy(CMSG_DATA(header), &file, sizeof(int));
  while (::sendmsg(socket_, &message, MSG_NOSIGNAL) < 0) {
    if (errno != EINTR) fail();
  }
}

bool ReaderProcess::next_line(std::string& line) {
  for (std::size_t searched = taken_;;) {
    const auto end = pending_.find('\n', searched);
    if (end != std::string::npos) {
      line.assign(pending_, taken_, end - taken_);
      taken_ = end + 1;
      return true;
    }
    pending_.erase(0, taken_);
    taken_ = 0;
    searched = pending_.size();
    if (pending_.size() > longest_line) return false;
    std::array<char, 65'536> block;
    const ssize_t size = ::read(output_, block.data(), block.size());
    if (size < 0 && errno == EINTR) continue;
    if (size <= 0) return false;
    pending_.append(block.data(), static_cast<std::size_t>(size));
  }
}

void ReaderProcess::fail() {
  close_all({socket_, output_});
  socket_ = output_ = -1;
  ::kill(process_, SIGKILL);
  int status = 0;
  while (::waitpid(process_, &status, 0) < 0 && errno == EINTR) {
  }
  process_ = 0;
  pending_.clear();
  taken_ = 0;
  if (has_not_started(status))
    throw ReaderNotStarted("cannot start aliprotect-read: its libraries cannot be loaded");
  const std::string text = "cannot be read: " + reason_of_end(status);
  if (is_out_of_time(status) || is_out_of_memory(status)) throw UserError(text);
  throw ReaderEnded(text);
}

}  // namespace aliprotect
