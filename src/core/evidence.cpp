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

/// A file that is open for reading until the object ends.
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

  /// Fills `piece` from where the last reading ended; returns how much, 0 at the end.
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
    throw UserError(path_ + ": it cannot be read: " + std::strerror(errno));
  }

  std::string path_;
  int descriptor_;
};

/// Reads in pieces, so that a long video is never in memory whole.
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

/// False where the file has been written in between.
bool is_unchanged(const struct stat& before, const struct stat& after) {
  return before.st_size == after.st_size && same_instant(before.st_mtim, after.st_mtim) &&
         same_instant(before.st_ctim, after.st_ctim);
}

/// Nothing where the file changed meanwhile: no file ever had that size and SHA-256.
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
  std::error_code trouble;
  const fs::file_status status = fs::status(path, trouble);
  if (status.type() == fs::file_type::not_found) throw UserError(path + ": there is no such file");
  if (status.type() != fs::file_type::regular)
    throw UserError(path + ": evidence must be a regular file");
  std::optional<Evidence> evidence = read_unchanged(path);
  if (!evidence) evidence = read_unchanged(path);
  if (!evidence) {
    throw UserError(path + ": it changes while it is read; try again when no program writes to it");
  }
  evidence->file = fs::canonical(path, trouble).string();
  if (trouble) throw UserError(path + ": it cannot be read: " + trouble.message());
  return *std::move(evidence);
}

EvidenceState state_of(const Evidence& evidence) {
  std::error_code trouble;
  if (fs::status(evidence.file, trouble).type() == fs::file_type::not_found)
    return EvidenceState::gone;
  const std::uintmax_t size = fs::file_size(evidence.file, trouble);
  const bool same_size = !trouble && size == static_cast<std::uintmax_t>(evidence.size);
  if (!trouble && !same_size) return EvidenceState::changed;
  try {
    const Evidence now = read_evidence(evidence.file);
    const bool same = now.size == evidence.size && now.sha256 == evidence.sha256;
    return same ? EvidenceState::unchanged : EvidenceState::changed;
  } catch (const UserError&) {
    return EvidenceState::unreadable;
  }
}

}  // namespace aliprotect
