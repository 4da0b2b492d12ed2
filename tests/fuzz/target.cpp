#include "fuzz/target.h"

#include <algorithm>
#include <cstdio>
#include <cstdlib>

namespace aliprotect::fuzz {

void expect(bool holds, std::string_view condition) {
  if (holds) return;
  std::fprintf(stderr, "violated: %.*s\n", static_cast<int>(condition.size()), condition.data());
  std::abort();
}

void expect_sentence(std::string_view words) {
  expect(!words.empty(), "an error has a message");
  expect(words.find('\n') == std::string_view::npos, "an error is one line");
}

std::size_t Bytes::below(std::size_t count) {
  if (rest_.empty() || count < 2) return 0;
  const auto byte = static_cast<unsigned char>(rest_.front());
  rest_.remove_prefix(1);
  return byte % count;
}

std::int64_t Bytes::number(std::int64_t first, std::int64_t last) {
  std::uint64_t bits = 0;
  for (int i = 0; i < 5; ++i) bits = bits << 8U | below(256);
  return first + static_cast<std::int64_t>(bits % static_cast<std::uint64_t>(last - first + 1));
}

std::string Bytes::text(std::size_t most) {
  const std::size_t wanted = below(most + 1);
  const std::string taken(rest_.substr(0, wanted));
  rest_.remove_prefix(taken.size());
  return taken;
}

}  // namespace aliprotect::fuzz

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  aliprotect::fuzz::try_input({reinterpret_cast<const char*>(data), size});
  return 0;
}
