#include "commands/input_file.h"

#include <cerrno>
#include <cstring>
#include <filesystem>

#include "aliprotect/error.h"
#include "render/text.h"

namespace aliprotect {

std::ifstream open_input(const std::string& file) {
  std::error_code unknown;
  if (std::filesystem::is_directory(file, unknown)) {
    throw UserError(printable(file) + ": it is a folder; name the files in it");
  }
  std::ifstream in(file, std::ios::binary);
  if (!in) throw UserError(printable(file) + ": it cannot be opened: " + std::strerror(errno));
  return in;
}

std::string read_short_text(std::istream& in, const std::string& name) {
  constexpr std::size_t most_bytes = std::size_t{64} * 1024;
  std::string text(most_bytes + 1, '\0');
  in.read(text.data(), static_cast<std::streamsize>(text.size()));
  text.resize(static_cast<std::size_t>(in.gcount()));
  if (in.bad()) throw UserError(name + ": it cannot be read to its end");
  if (text.size() > most_bytes) throw UserError(name + ": it is too long, 64 KiB is the most");
  return text;
}

}  // namespace aliprotect
