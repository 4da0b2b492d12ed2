#include "commands/support/input_file.h"

#include <cerrno>
#include <cstring>
#include <filesystem>

#include "aliprotect/error.h"
#include "render/text.h"

namespace aliprotect {

namespace fs = std::filesystem;

namespace {

/// Whether a folder of the path is a symbolic link to nowhere.
bool leads_nowhere(const fs::path& folder) {
  std::error_code unknown;
  if (folder.empty() || fs::exists(folder, unknown)) return false;
  if (fs::is_symlink(fs::symlink_status(folder, unknown))) return true;
  return folder.has_relative_path() && leads_nowhere(folder.parent_path());
}

}  // namespace

void refuse_empty_name(const std::string& from, const std::string& file) {
  if (file.empty()) throw usage_error(from + ": the name is empty; give the path of a file");
}

std::ifstream open_input(const std::string& file) {
  std::error_code unknown;
  if (fs::is_directory(file, unknown)) {
    throw UserError(printable(file) + ": it is a folder; name the files in it");
  }
  std::ifstream in(file, std::ios::binary);
  if (!in) throw UserError(printable(file) + ": it cannot be opened: " + std::strerror(errno));
  return in;
}

bool is_taken(const std::string& path) {
  std::error_code unknown;
  const fs::file_status status = fs::symlink_status(path, unknown);
  return status.type() != fs::file_type::not_found || leads_nowhere(fs::path(path).parent_path());
}

std::optional<std::string> read_config_file(const std::string& path) {
  if (!is_taken(path)) return std::nullopt;
  std::error_code unknown;
  std::ifstream file;
  if (fs::is_regular_file(path, unknown)) file.open(path, std::ios::binary);
  if (!file.is_open()) throw UserError(path + ": it cannot be read; fix or remove it");
  return read_short_text(file, path);
}

std::string read_short_text(std::istream& in, const std::string& name) {
  constexpr std::size_t most_bytes = std::size_t{64} * 1024;
  std::string text(most_bytes + 1, '\0');
  in.read(text.data(), static_cast<std::streamsize>(text.size()));
  text.resize(static_cast<std::size_t>(in.gcount()));
  if (in.bad()) throw UserError(name + ": it cannot be read to its end");
  if (text.find('\0') != std::string::npos) throw UserError(name + ": it has a NUL character");
  if (text.size() > most_bytes) throw UserError(name + ": it is too long, 64 KiB is the most");
  return text;
}

}  // namespace aliprotect
