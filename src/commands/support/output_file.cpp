#include "commands/support/output_file.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>

#include "aliprotect/error.h"
#include "aliprotect/store_file.h"
#include "commands/support/input_file.h"
#include "platform/real_path.h"
#include "render/text.h"

namespace aliprotect {
namespace {

std::string target_of(Context& context, const std::string& option, const std::string& path) {
  refuse_empty_name(option, path);
  if (Store::is_on_server(path)) {
    throw usage_error(option + ": " + printable(Store::name_of(path)) +
                      " is a store on a server, not a file; name a file, and the "
                      "store with --db");
  }
  if (path == "-")
    throw usage_error(option + ": `-` is not supported; use a file (./- for a file named -)");
  refuse_store(context, option, path);
  return real_path(path);
}

mode_t current_umask() {
  const mode_t mask = ::umask(0);
  ::umask(mask);
  return mask;
}

}  // namespace

void refuse_store(Context& context, const std::string& option, const std::string& path) {
  const auto refuse = [&](const char* reason) {
    throw UserError(option + ": " + printable(path) + reason + "; use another file");
  };
  switch (role_of(path, context.store_path())) {
    case FileRole::none:
      return;
    case FileRole::store:
      return refuse(" is the store itself");
    case FileRole::other_store:
      return refuse(" is a store");
    case FileRole::sidecar:
      return refuse(" belongs to a store");
  }
}

OutputFile::OutputFile(Context& context, const std::string& option, const std::string& path)
    : path_(target_of(context, option, path)),
      out_([this](std::string_view text) { append(text); }) {
  struct stat old {};
  const bool exists = ::stat(path_.c_str(), &old) == 0;
  if (exists && S_ISDIR(old.st_mode)) fail(EISDIR);
  if (exists && !S_ISREG(old.st_mode)) {  // a pipe or a device cannot be replaced atomically
    descriptor_ = ::open(path_.c_str(), O_WRONLY | O_CLOEXEC);
    if (descriptor_ < 0) fail(errno);
    return;
  }
  draft_.emplace(path_);
  draft_->set_mode(exists ? old.st_mode & 07777 : 0666 & ~current_umask());
}

OutputFile::~OutputFile() {
  if (descriptor_ >= 0) ::close(descriptor_);
}

void OutputFile::finish() {
  out_.flush();
  if (draft_) draft_->replace_target();
}

void OutputFile::append(std::string_view text) {
  const int file = draft_ ? draft_->descriptor() : descriptor_;
  while (!text.empty()) {
    const ssize_t written = ::write(file, text.data(), text.size());
    if (written < 0 && errno == EINTR) continue;
    if (written < 0) fail(errno);
    text.remove_prefix(static_cast<std::size_t>(written));
  }
}

void OutputFile::fail(int error) const {
  throw UserError(path_ + " cannot be written: " + std::strerror(error) +
                  (draft_ ? "; nothing was changed" : ""));
}

}  // namespace aliprotect
