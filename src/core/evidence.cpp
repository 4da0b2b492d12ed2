#include "core/evidence.h"

#include <nettle/sha2.h>

#include <array>
#include <cerrno>
#include <cstring>
#include <filesystem>
#include <fstream>

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

/// In pieces, so that a long video is never in memory whole.
void read_contents(std::istream& in, Evidence& evidence) {
  sha256_ctx context;
  sha256_init(&context);
  std::array<char, 65'536> piece;
  while (in.read(piece.data(), piece.size()) || in.gcount() > 0) {
    sha256_update(&context, static_cast<std::size_t>(in.gcount()),
                  reinterpret_cast<const std::uint8_t*>(piece.data()));
    evidence.size += in.gcount();
  }
  std::array<std::uint8_t, SHA256_DIGEST_SIZE> bytes{};
  sha256_digest(&context, bytes.size(), bytes.data());
  evidence.sha256 = hexadecimal(bytes);
}

}  // namespace

Evidence read_evidence(const std::string& path) {
  std::error_code trouble;
  const fs::file_status status = fs::status(path, trouble);
  if (status.type() == fs::file_type::not_found) throw UserError(path + ": there is no such file");
  if (status.type() != fs::file_type::regular) {
    throw UserError(path + ": evidence is a file that can be read, and this is none");
  }
  Evidence evidence;
  evidence.file = fs::canonical(path, trouble).string();
  errno = 0;
  std::ifstream in(path, std::ios::binary);
  if (in) read_contents(in, evidence);
  if (!in.is_open() || in.bad() || trouble) {
    throw UserError(path + ": it cannot be read: " + std::strerror(errno));
  }
  return evidence;
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
