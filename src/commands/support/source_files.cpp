#include "commands/support/source_files.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <filesystem>
#include <map>

#include "aliprotect/error.h"
#include "core/short_hash.h"
#include "platform/descriptor.h"
#include "render/text.h"

namespace aliprotect {

namespace fs = std::filesystem;

namespace {

/// How many of its last bytes tell that the beginning of an mbox is unchanged.
constexpr std::int64_t ending_size = 4'096;

bool comes_before(const ReadFile& a, const ReadFile& b) { return a.name < b.name; }

/// A file that is open for reading during the lifetime of the object.
class OpenFile {
 public:
  explicit OpenFile(const std::string& path) : file_(::open(path.c_str(), O_RDONLY | O_CLOEXEC)) {}

  /// Returns the bytes from `begin` to `end`, or fewer.
  std::string read(std::int64_t begin, std::int64_t end) const {
    std::string text(static_cast<std::size_t>(end - begin), '\0');
    const ssize_t size = ::pread(file_.number(), text.data(), text.size(), begin);
    text.resize(size < 0 ? 0 : static_cast<std::size_t>(size));
    return text;
  }

 private:
  Descriptor file_;
};

constexpr std::string_view begin_of_mail = "From ";
constexpr auto begin_size = static_cast<std::int64_t>(begin_of_mail.size());

/// Returns what tells an mbox of this size from one with other mails, or 0 if it is none.
std::int64_t ending_of(const OpenFile& file, std::int64_t size) {
  if (size == 0 || file.read(0, begin_size) != begin_of_mail) return 0;
  return short_hash(file.read(std::max<std::int64_t>(0, size - ending_size), size));
}

/// Collects the unread files of a source.
class UnreadFiles {
 public:
  /// Names of files are remembered without `root`, so that the source can be moved.
  UnreadFiles(const std::string& root, std::vector<ReadFile> read)
      : root_size_(root.size()), read_(std::move(read)) {
    std::sort(read_.begin(), read_.end(), comes_before);
  }

  void add(const std::string& path, bool is_in_folder) {
    const auto slash = path.rfind('/');
    const std::string folder = path.substr(0, slash);
    if (is_in_folder && is_part_of_maildir(folder)) {
      const std::string unique = path.substr(slash, path.find_first_of(":;!", slash) - slash);
      const ReadFile state{hash_of(folder.substr(0, folder.rfind('/')) + unique), 0, 0, 0};
      if (!find(state.name)) files_.push_back({{path, true}, state});
      return;
    }
    add_by_state(path, is_in_folder);
  }

  std::vector<SourceFile> take() {
    std::sort(files_.begin(), files_.end(),
              [](const SourceFile& a, const SourceFile& b) { return a.input.name < b.input.name; });
    return std::move(files_);
  }

 private:
  void add_by_state(const std::string& path, bool is_in_folder) {
    struct stat status {};
    if (::stat(path.c_str(), &status) != 0) return;  // deleted or moved meanwhile
    ReadFile state{hash_of(path), status.st_size,
                   std::int64_t{status.st_mtim.tv_sec} * 1'000'000'000 + status.st_mtim.tv_nsec, 0};
    const ReadFile* known = find(state.name);
    if (known && known->size == state.size && known->modified == state.modified) return;
    SourceFile& file = files_.emplace_back(SourceFile{{path, is_in_folder}, state});
    const OpenFile opened(path);
    file.state.ending = ending_of(opened, state.size);
    if (known && has_only_grown(opened, *known, file.state)) file.begin = known->size;
  }

  std::int64_t hash_of(const std::string& path) const {
    return short_hash(std::string_view(path).substr(std::min(root_size_, path.size())));
  }

  static bool has_only_grown(const OpenFile& file, const ReadFile& before, const ReadFile& now) {
    return before.ending != 0 && now.ending != 0 && before.size < now.size &&
           ending_of(file, before.size) == before.ending &&
           file.read(before.size, before.size + begin_size) == begin_of_mail;
  }

  /// Whether the folder is `cur` or `new` of a Maildir.
  bool is_part_of_maildir(const std::string& folder) {
    const auto [known, is_first] = folders_.try_emplace(folder, false);
    if (!is_first) return known->second;
    const fs::path path(folder);
    std::error_code unknown;
    known->second = (path.filename() == "cur" || path.filename() == "new") &&
                    fs::is_directory(path.parent_path() / "cur", unknown) &&
                    fs::is_directory(path.parent_path() / "new", unknown);
    return known->second;
  }

  const ReadFile* find(std::int64_t name) const {
    const auto found =
        std::lower_bound(read_.begin(), read_.end(), ReadFile{name, 0, 0, 0}, comes_before);
    return found == read_.end() || found->name != name ? nullptr : &*found;
  }

  std::size_t root_size_;
  std::vector<ReadFile> read_;
  std::map<std::string, bool> folders_;
  std::vector<SourceFile> files_;
};

}  // namespace

std::optional<std::string> reason_not_to_open(const std::string& path) {
  std::error_code unknown;
  const int access = fs::is_directory(path, unknown) ? R_OK | X_OK : R_OK;
  if (::access(path.c_str(), access) == 0) return std::nullopt;
  return printable(path) + ": cannot be opened: " + std::strerror(errno);
}

std::vector<SourceFile> unread_files(const std::string& path, std::vector<ReadFile> read) {
  if (const auto reason = reason_not_to_open(path)) throw UserError(*reason);
  struct stat status {};
  ::stat(path.c_str(), &status);
  UnreadFiles files(path, std::move(read));
  if (S_ISDIR(status.st_mode)) {
    for_each_file_below(path, [&](const std::string& file) { files.add(file, true); });
  } else {
    files.add(path, false);
  }
  return files.take();
}

}  // namespace aliprotect
