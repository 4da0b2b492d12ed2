#include "reader/archive_file.h"

#include <archive.h>
#include <archive_entry.h>
#include <unistd.h>

#include <memory>
#include <new>

#include "reader/refusal.h"

namespace aliprotect {
namespace {

constexpr std::size_t most_bytes = std::size_t{512} * 1024 * 1024;
constexpr std::size_t most_entries = 10'000;
constexpr std::size_t block_size = 64 * 1024;

using Archive = std::unique_ptr<archive, decltype(&archive_read_free)>;

[[noreturn]] void refuse(archive* of) {
  const char* reason = archive_error_string(of);
  throw Refusal(std::string("it is a damaged workbook: ") + (reason ? reason : "unknown error"));
}

Archive opened(int descriptor) {
  Archive reader(archive_read_new(), &archive_read_free);
  if (!reader) throw std::bad_alloc();
  ::lseek(descriptor, 0, SEEK_SET);
  archive_read_support_format_zip(reader.get());
  if (archive_read_open_fd(reader.get(), descriptor, block_size) != ARCHIVE_OK)
    refuse(reader.get());
  return reader;
}

}  // namespace

void for_each_entry(int descriptor, const std::function<TakePiece(const std::string& name)>& wants,
                    const std::function<void()>& finish_entry) {
  const Archive reader = opened(descriptor);
  std::size_t size = 0;
  std::string block(block_size, '\0');
  for (std::size_t count = 0;; ++count) {
    archive_entry* entry = nullptr;
    const int next = archive_read_next_header(reader.get(), &entry);
    if (next == ARCHIVE_EOF) return;
    if (next != ARCHIVE_OK && next != ARCHIVE_WARN) refuse(reader.get());
    if (count >= most_entries) throw Refusal("it has more than 10,000 entries");
    const char* name = archive_entry_pathname(entry);
    const TakePiece take = wants(name ? name : "");
    if (!take) continue;
    for (;;) {
      const la_ssize_t read = archive_read_data(reader.get(), block.data(), block.size());
      if (read == 0) break;
      if (read < 0) refuse(reader.get());
      size += static_cast<std::size_t>(read);
      if (size > most_bytes) throw Refusal("it unpacks to more than 512 MiB");
      take(std::string_view(block.data(), static_cast<std::size_t>(read)));
    }
    finish_entry();
  }
}

}  // namespace aliprotect
