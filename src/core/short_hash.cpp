#include "core/short_hash.h"

#include <nettle/sha2.h>

#include <array>
#include <vector>

namespace aliprotect {

std::int64_t short_hash(std::string_view text) {
  const std::vector<std::uint8_t> bytes(text.begin(), text.end());
  std::array<std::uint8_t, sizeof(std::uint64_t)> digest{};
  sha256_ctx context;
  sha256_init(&context);
  sha256_update(&context, bytes.size(), bytes.data());
  sha256_digest(&context, digest.size(), digest.data());
  std::uint64_t number = 0;
  for (const std::uint8_t byte : digest) number = number << 8U | byte;
  return static_cast<std::int64_t>(number);
}

}  // namespace aliprotect
