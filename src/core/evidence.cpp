#include "core/evidence.h"

#include <fcntl.h>
#include <nettle/sha2.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstdint>
#include <cstring>
#include <filesystem>
#include <optional>
#include <span>

#include "aliprotect/error.h"

namespace aliprotect {
namespace {

namespace fs = std::filesystem;

std::string hexadecimal(const std::array<std::uint8_t, SHA256_DIGEST_SIZE>& bytes) {
  constexpr std::string_view digits = "0123456789abcdef";
  std::string text;
  for (const std::uint8_t byte : bytes) {
    text += digits[byte >> 4U];
    text += digits[byte & 15U];
  }
  return text;
}

/// A file open for reading during the lifetime of the object.
class InputFile {
 public:
  explicit InputFile(const std::string& path)
      : path_(path), descriptor_(::open(path.c_str(), O_RDONLY | O_CLOEXEC)) {
    if (descriptor_ < 0) fail();
  }
  InputFile(const InputFile&) = delete;
  InputFile& operator=(const InputFile&) = delete;
  ~InputFile() { ::close(descriptor_); }

  struct stat status() const {
    struct stat status {};
    if (::fstat(descriptor_, &status) != 0) fail();
    return status;
  }

  /// Reads the next bytes into `piece`. Returns their number, 0 at the end.
  std::size_t read(std::span<std::uint8_t> piece) const {
    ssize_t length = 0;
    do {
      length = ::read(descriptor_, piece.data(), piece.size());
    } while (length < 0 && errno == EINTR);
    if (length < 0) fail();
    return static_cast<std::size_t>(length);
  }

 private:
  [[noreturn]] void fail() const {
    throw UserError(path_ + ": cannot be read: " + std::strerror(errno));
  }

  std::string path_;
  int descriptor_;
};

/// Reads in pieces, because a video may not fit in memory.
void read_contents(const InputFile& file, Evidence& evidence) {
  sha256_ctx context;
  sha256_init(&context);
  std::array<std::uint8_t, 65'536> piece;
  while (const std::size_t length = file.read(piece)) {
    sha256_update(&context, length, piece.data());
    evidence.size += static_cast<std::int64_t>(length);
  }
  std::array<std::uint8_t, SHA256_DIGEST_SIZE> bytes{};
  sha256_digest(&context, bytes.size(), bytes.data());
  evidence.sha256 = hexadecimal(bytes);
}

bool same_instant(const timespec& a, const timespec& b) {
  return a.tv_sec == b.tv_sec && a.tv_nsec == b.tv_nsec;
}

/// Whether the file was not modified between two reads of its state.
bool is_unchanged(const struct stat& before, const struct stat& after) {
  return before.st_size == after.st_size && same_instant(before.st_mtim, after.st_mtim) &&
         same_instant(before.st_ctim, after.st_ctim);
}

/// Returns nullopt if the file changed meanwhile, because its size and SHA-256 then belong to no
/// version of it.
std::optional<Evidence> read_unchanged(const std::string& path) {
  const InputFile file(path);
  Evidence evidence;
  const struct stat before = file.status();
  read_contents(file, evidence);
  const struct stat after = file.status();
  if (!is_unchanged(before, after) || evidence.size != after.st_size) return std::nullopt;
  return evidence;
}

}  // namespace

Evidence read_evidence(const std::string& path) {
  std::error_code error;
  const fs::file_status status = fs::status(path, error);
  if (status.type() == fs::file_type::not_found) throw UserError(path + ": file not found");
  if (status.type() != fs::file_type::regular)
    throw UserError(path + ": evidence must be a regular file");
  std::optional<Evidence> evidence = read_unchanged(path);
  if (!evidence) evidence = read_unchanged(path);
  if (!evidence) {
    throw UserError(path + ": the file changed while it was read; try again");
  }
  evidence->file = fs::canonical(path, error).string();
  if (error) throw UserError(path + ": cannot be read: " + error.message());
  return *std::move(evidence);
}

EvidenceState state_of(const Evidence& evidence) {
  std::error_code error;
  if (fs::status(evidence.file, error).type() == fs::file_type::not_found)
    return EvidenceState::missing;
  const std::uintmax_t size = fs::file_size(evidence.file, error);
  const bool same_size = !error && size == static_cast<std::uintmax_t>(evidence.size);
  if (!error && !same_size) return EvidenceState::changed;
  try {
    const Evidence now = read_evidence(evidence.file);
    const bool same = now.size == evidence.size && now.sha256 == evidence.sha256;
    return same ? EvidenceState::unchanged : EvidenceState::changed;
  } catch (const UserError&) {
    return EvidenceState::unreadable;
  }
}

}  // namespace aliprotect
