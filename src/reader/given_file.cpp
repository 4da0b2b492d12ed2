#include "reader/given_file.h"

#include <sys/mman.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>

#include "reader/refusal.h"

namespace aliprotect {

std::optional<GivenFile> next_given_file(int socket) {
  std::array<char, 8'192> text;
  alignas(cmsghdr) std::array<char, CMSG_SPACE(sizeof(int))> control;
  iovec part{text.data(), text.size()};
  msghdr message{};
  message.msg_iov = &part;
  message.msg_iovlen = 1;
  message.msg_control = control.data();
  message.msg_controllen = control.size();
  ssize_t size = 0;
  do {
    size = ::recvmsg(socket, &message, MSG_CMSG_CLOEXEC);
  } while (size < 0 && errno == EINTR);
  if (size <= 0) return std::nullopt;
  GivenFile file;
  const cmsghdr* header = CMSG_FIRSTHDR(&message);
  if (header && header->cmsg_type == SCM_RIGHTS)
    std::memcpy(&file.descriptor, CMSG_DATA(header), sizeof(int));
  if (file.descriptor < 0) return std::nullopt;
  const std::string_view packet(text.data(), static_cast<std::size_t>(size));
  const auto end = std::min(packet.find('\0'), packet.size());
  file.form = packet.substr(0, end);
  file.name = packet.substr(std::min(end + 1, packet.size()));
  return file;
}

std::string whole_content(int descriptor, std::size_t most_bytes) {
  std::string content;
  std::array<char, 65'536> block;
  for (;;) {
    const ssize_t read = ::read(descriptor, block.data(), block.size());
    if (read < 0 && errno == EINTR) continue;
    if (read < 0) throw Refusal(std::string("it cannot be read: ") + std::strerror(errno));
    if (read == 0) return content;
    content.append(block.data(), static_cast<std::size_t>(read));
    if (content.size() > most_bytes)
      throw Refusal("it is larger than " + std::to_string(most_bytes / 1024 / 1024) + " MiB");
  }
}

std::string beginning_of(int descriptor, std::size_t size) {
  std::string text(size, '\0');
  std::size_t filled = 0;
  while (filled < size) {
    const ssize_t read =
        ::pread(descriptor, text.data() + filled, size - filled, static_cast<off_t>(filled));
    if (read < 0 && errno == EINTR) continue;
    if (read <= 0) break;
    filled += static_cast<std::size_t>(read);
  }
  text.resize(filled);
  return text;
}

int seekable(int descriptor) {
  if (::lseek(descriptor, 0, SEEK_CUR) >= 0) return descriptor;
  const int copy = ::memfd_create("aliprotect-read", MFD_CLOEXEC);
  if (copy < 0) return descriptor;
  const std::string content = whole_content(descriptor, std::size_t{256} * 1024 * 1024);
  std::string_view rest = content;
  while (!rest.empty()) {
    const ssize_t written = ::write(copy, rest.data(), rest.size());
    if (written <= 0) throw Refusal("it cannot be kept in memory");
    rest.remove_prefix(static_cast<std::size_t>(written));
  }
  ::lseek(copy, 0, SEEK_SET);
  return copy;
}

}  // namespace aliprotect
