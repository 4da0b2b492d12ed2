// Files of strangers: mails, pages, answers and workbooks; their content tells which. Whatever is
// read, each line of the output is JSON.
#include <sys/mman.h>
#include <unistd.h>

#include <nlohmann/json.hpp>
#include <string>

#include "fuzz/target.h"
#include "reader/mail_file.h"
#include "reader/read_file.h"
#include "reader/refusal.h"

namespace aliprotect::fuzz {
namespace {

/// A file in memory, removed with the object.
class MemoryFile {
 public:
  explicit MemoryFile(std::string_view content) : descriptor_(::memfd_create("fuzz", 0)) {
    expect(::write(descriptor_, content.data(), content.size()) ==
               static_cast<ssize_t>(content.size()),
           "a file in memory can be written");
    ::lseek(descriptor_, 0, SEEK_SET);
  }
  MemoryFile(const MemoryFile&) = delete;
  MemoryFile& operator=(const MemoryFile&) = delete;
  ~MemoryFile() { ::close(descriptor_); }

  int descriptor() const { return descriptor_; }

 private:
  int descriptor_;
};

void expect_lines_of_json(const std::string& output) {
  expect(output.ends_with('\n'), "the output ends with a line");
  for (std::size_t begin = 0; begin < output.size();) {
    const std::size_t end = output.find('\n', begin);
    expect(nlohmann::json::accept(output.begin() + static_cast<std::ptrdiff_t>(begin),
                                  output.begin() + static_cast<std::ptrdiff_t>(end)),
           "each line of the output is JSON");
    begin = end + 1;
  }
}

}  // namespace

void try_input(std::string_view input) {
  static const bool is_prepared = (prepare_mail(), true);
  expect(is_prepared, "the mail library is prepared");
  const MemoryFile file(input);
  const MemoryFile output("");
  Counts counts;
  std::string trouble;
  FactWriter writer(output.descriptor());
  writer.begin_file("fuzz");
  try {
    read_file({file.descriptor(), "fuzz", "auto"}, writer, counts);
  } catch (const Refusal& refusal) {
    trouble = refusal.what();
    expect(!trouble.empty(), "a refusal has a reason");
  }
  writer.end_file(counts, trouble);
  expect_lines_of_json(beginning_of(output.descriptor(), std::size_t{4} * 1024 * 1024));
}

}  // namespace aliprotect::fuzz
