#include "commands/support/input_file.h"

#include <cerrno>
#include <cstring>
#include <filesystem>

#include "render/text.h"

namespace aliprotect {

namespace fs = std::filesystem;

namespace {

/// Returns whether a folder in the path is a broken symbolic link.
bool has_broken_link(const fs::path& folder) {
  std::error_code unknown;
  if (folder.empty() || fs::exists(folder, unknown)) return false;
  if (fs::is_symlink(fs::symlink_status(folder, unknown))) return true;
  return folder.has_relative_path() && has_broken_link(folder.parent_path());
}

}  // namespace

void refuse_empty_name(const std::string& from, const std::string& file) {
  if (file.empty()) throw usage_error(from + ": the file name is empty; pass a file");
}

std::ifstream open_input(const std::string& file) {
  std::error_code unknown;
  if (fs::is_directory(file, unknown)) {
    throw UserError(printable(file) + " is a folder; use a file in it");
  }
  std::ifstream in(file, std::ios::binary);
  if (in) return in;
  const int error = errno;
  const std::string sentence = printable(file) + ": cannot be opened: " + std::strerror(error);
  if (error == EMFILE || error == ENFILE || error == ENOMEM) throw ResourceShortage(sentence);
  throw UserError(sentence);
}

bool is_taken(const std::string& path) {
  std::error_code unknown;
  const fs::file_status status = fs::symlink_status(path, unknown);
  return status.type() != fs::file_type::not_found || has_broken_link(fs::path(path).parent_path());
}

std::optional<std::string> read_config_file(const std::string& path) {
  if (!is_taken(path)) return std::nullopt;
  std::error_code unknown;
  std::ifstream file;
  if (fs::is_regular_file(path, unknown)) file.open(path, std::ios::binary);
  if (!file.is_open()) throw UserError(path + ": cannot be read; fix or remove it");
  return read_short_text(file, path);
}

std::string read_short_text(std::istream& in, const std::string& name) {
  constexpr std::size_t most_bytes = std::size_t{64} * 1024;
  std::string text(most_bytes + 1, '\0');
  in.read(text.data(), static_cast<std::streamsize>(text.size()));
  text.resize(static_cast<std::size_t>(in.gcount()));
  if (in.bad()) throw UserError(name + ": cannot be read completely");
  if (text.find('\0') != std::string::npos) throw UserError(name + ": contains a NUL character");
  if (text.size() > most_bytes) throw UserError(name + ": too long; the limit is 64 KiB");
  return text;
}

}  // namespace aliprotect
