#include "core/time/zone_file.h"

#include <algorithm>
#include <cerrno>
#include <filesystem>
#include <fstream>
#include <new>

#include "core/text/scanner.h"

namespace aliprotect {
namespace {

constexpr std::string_view not_zones[] = {"Factory", "leapseconds", "posix", "posixrules", "right"};

bool is_part_of_name(std::string_view part) {
  return !part.empty() && is_letter(part.front()) &&
         std::all_of(part.begin(), part.end(), [](char c) {
           return is_letter(c) || is_digit(c) || c == '_' || c == '-' || c == '+';
         });
}

/// Reads the start of a regular file. The largest zone files have 4 KB.
std::string start_of(const std::string& path) {
  std::error_code unknown;
  if (!std::filesystem::is_regular_file(path, unknown)) return {};
  errno = 0;
  std::ifstream in(path, std::ios::binary);
  if (!in && errno == ENOMEM) throw std::bad_alloc();
  std::string text(std::size_t{16} * 1024, '\0');
  in.read(text.data(), static_cast<std::streamsize>(text.size()));
  text.resize(static_cast<std::size_t>(std::max<std::streamsize>(in.gcount(), 0)));
  return text;
}

/// Checks the counts of all headers, because Abseil allocates memory for them before it reads on.
/// No zone has 65,536 entries, so the upper half of each count is 0.
bool has_plausible_counts(std::string_view file) {
  constexpr std::string_view mark = "TZif";
  constexpr std::size_t counts_begin = 20;
  constexpr std::size_t counts_end = 44;
  for (auto header = file.find(mark); header != std::string_view::npos;
       header = file.find(mark, header + 1)) {
    for (std::size_t at = header + counts_begin; at < header + counts_end; at += 4) {
      if (at + 2 > file.size() || file[at] != '\0' || file[at + 1] != '\0') return false;
    }
  }
  return true;
}

}  // namespace

bool is_zone_name(std::string_view name) {
  const std::string_view first = name.substr(0, name.find('/'));
  if (std::find(std::begin(not_zones), std::end(not_zones), first) != std::end(not_zones))
    return false;
  for (auto slash = name.find('/'); slash != std::string_view::npos; slash = name.find('/')) {
    if (!is_part_of_name(name.substr(0, slash))) return false;
    name.remove_prefix(slash + 1);
  }
  return is_part_of_name(name);
}

std::vector<std::string> zone_names() {
  namespace fs = std::filesystem;
  std::vector<std::string> names;
  std::error_code error;
  for (fs::recursive_directory_iterator entry(fs::path(zone_folder), error), end;
       !error && entry != end; entry.increment(error)) {
    std::error_code unknown;
    std::string name = entry->path().string().substr(zone_folder.size());
    if (entry->is_regular_file(unknown) && is_zone_name(name)) names.push_back(std::move(name));
  }
  if (error == std::errc::not_enough_memory) throw std::bad_alloc();
  std::sort(names.begin(), names.end());
  return names;
}

std::optional<absl::TimeZone> load_zone_file(const std::string& path) {
  const std::string start = start_of(path);
  if (start.empty() || !has_plausible_counts(start)) return std::nullopt;
  absl::TimeZone zone;
  errno = 0;
  if (absl::LoadTimeZone(path, &zone)) return zone;
  if (errno == ENOMEM) throw std::bad_alloc();
  return std::nullopt;
}

}  // namespace aliprotect
