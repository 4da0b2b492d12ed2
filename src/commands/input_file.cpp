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

}  // namespace aliprotect
