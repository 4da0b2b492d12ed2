#include "core/time/zone_file.h"

#include <algorithm>
#include <filesystem>
#include <fstream>

namespace aliprotect {
namespace {

constexpr std::size_t header_size = 44;
constexpr std::size_t type_size = 6;

std::size_t number_at(std::string_view text, std::size_t at) {
  std::size_t number = 0;
  for (const char byte : text.substr(at, 4))
    number = number << 8U | static_cast<unsigned char>(byte);
  return number;
}

std::size_t byte_at(std::string_view text, std::size_t at) {
  return static_cast<unsigned char>(text[at]);
}

/// A header and the data that it announces, whose times have `time_size` bytes.
struct Block {
  Block(std::string_view text, std::size_t size_of_time) : rest(text), time_size(size_of_time) {}

  bool has_header() const { return rest.size() >= header_size && rest.starts_with("TZif"); }
  char version() const { return rest[4]; }
  std::size_t times() const { return number_at(rest, 32); }
  std::size_t types() const { return number_at(rest, 36); }
  std::size_t letters() const { return number_at(rest, 40); }
  std::size_t indexes_at() const { return header_size + times() * time_size; }
  std::size_t types_at() const { return indexes_at() + times(); }
  std::size_t size() const {
    const std::size_t leap_seconds = number_at(rest, 28);
    const std::size_t flags = number_at(rest, 20) + number_at(rest, 24);
    return types_at() + types() * type_size + letters() + leap_seconds * (time_size + 4) + flags;
  }
  bool is_whole() const { return has_header() && types() > 0 && size() <= rest.size(); }

  /// Whether every change is to a type that is there, and every type's name is among the letters.
  bool is_sound() const {
    for (std::size_t i = 0; i < times(); ++i) {
      if (byte_at(rest, indexes_at() + i) >= types()) return false;
    }
    for (std::size_t i = 0; i < types(); ++i) {
      if (byte_at(rest, types_at() + i * type_size + 5) >= letters()) return false;
    }
    return true;
  }

  std::string_view rest;
  std::size_t time_size;
};

}  // namespace

bool is_zone_file(std::string_view text) {
  const Block old(text, 4);
  if (!old.has_header() || old.size() > text.size()) return false;
  if (old.version() == '\0') return old.is_whole() && old.is_sound();
  const Block present(text.substr(old.size()), 8);
  return present.is_whole() && present.version() == old.version() && present.is_sound();
}

std::string zone_file_text(const std::string& path) {
  constexpr std::size_t longest = std::size_t{64} * 1024;
  std::error_code unknown;
  if (!std::filesystem::is_regular_file(path, unknown)) return {};
  std::ifstream in(path, std::ios::binary);
  std::string text(longest, '\0');
  in.read(text.data(), static_cast<std::streamsize>(text.size()));
  text.resize(static_cast<std::size_t>(std::max<std::streamsize>(in.gcount(), 0)));
  return text.size() < longest ? text : std::string();
}

}  // namespace aliprotect
