#include "commands/support/foreign_files.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <set>
#include <streambuf>

#include "aliprotect/error.h"
#include "commands/support/input_file.h"
#include "commands/support/orders.h"
#include "render/text.h"

namespace aliprotect {
namespace {

/// AliExpress did not exist before 2010: an older file has lost its time.
const Instant oldest_plausible{std::chrono::sys_days{std::chrono::year{2010} / 1 / 1}};

std::string beginning_of(std::istream& in) {
  std::string text(bytes_that_tell_form, '\0');
  in.read(text.data(), static_cast<std::streamsize>(text.size()));
  text.resize(static_cast<std::size_t>(in.gcount()));
  return text;
}

void write_all(int file, std::string_view text) {
  while (!text.empty()) {
    const ssize_t written = ::write(file, text.data(), text.size());
    if (written < 0 && errno == EINTR) continue;
    if (written < 0)
      throw UserError(std::string("cannot write a temporary file: ") + std::strerror(errno));
    text.remove_prefix(static_cast<std::size_t>(written));
  }
}

}  // namespace

Descriptor temporary_file() {
  std::string name = "/tmp/aliprotect-XXXXXX";
  Descriptor file(::mkostemp(name.data(), O_CLOEXEC));
  if (!file.is_open())
    throw UserError(std::string("cannot create a temporary file: ") + std::strerror(errno));
  ::unlink(name.c_str());
  return file;
}

/// Returns the beginning again, and then the rest of the stream.
class ImportedFile::Replay : public std::streambuf {
 public:
  Replay(std::string& beginning, std::streambuf& rest) : rest_(rest) {
    setg(beginning.data(), beginning.data(), beginning.data() + beginning.size());
  }

 protected:
  int_type underflow() override {
    const auto size = rest_.sgetn(block_.data(), static_cast<std::streamsize>(block_.size()));
    if (size <= 0) return traits_type::eof();
    setg(block_.data(), block_.data(), block_.data() + size);
    return traits_type::to_int_type(*gptr());
  }

 private:
  std::streambuf& rest_;
  std::array<char, 65'536> block_;
};

ImportedFile::ImportedFile(const std::string& path, std::int64_t begin)
    : file_(std::make_unique<std::ifstream>(open_input(path))), path_(path), begin_(begin) {
  if (begin > 0) file_->seekg(begin);
  beginning_ = beginning_of(*file_);
  replay_ = std::make_unique<Replay>(beginning_, *file_->rdbuf());
  replayed_ = std::make_unique<std::istream>(replay_.get());
}

ImportedFile::ImportedFile(std::istream& in) : beginning_(beginning_of(in)) {
  replay_ = std::make_unique<Replay>(beginning_, *in.rdbuf());
  replayed_ = std::make_unique<std::istream>(replay_.get());
}

ImportedFile::~ImportedFile() = default;

std::optional<Instant> ImportedFile::written_at() const {
  struct stat status {};
  if (path_.empty() || ::stat(path_.c_str(), &status) != 0 || !S_ISREG(status.st_mode))
    return std::nullopt;
  const Instant at{Seconds{status.st_mtim.tv_sec}};
  return at < oldest_plausible ? std::nullopt : std::optional(at);
}

std::istream& ImportedFile::content() { return *replayed_; }

int ImportedFile::descriptor() {
  if (descriptor_.is_open()) return descriptor_.number();
  if (!path_.empty()) {
    descriptor_ = Descriptor(::open(path_.c_str(), O_RDONLY | O_CLOEXEC));
    if (::lseek(descriptor_.number(), begin_, SEEK_SET) == begin_) return descriptor_.number();
  }
  descriptor_ = temporary_file();
  std::array<char, 65'536> block;
  for (std::streamsize size = 1; size > 0;) {
    size = replayed_->rdbuf()->sgetn(block.data(), static_cast<std::streamsize>(block.size()));
    write_all(descriptor_.number(), std::string_view(block.data(), static_cast<std::size_t>(size)));
  }
  ::lseek(descriptor_.number(), 0, SEEK_SET);
  return descriptor_.number();
}

ReaderMissing::ReaderMissing()
    : ReaderNotStarted(
          "mails, pages, responses and workbooks are read by aliprotect-read, which is not "
          "installed; install the package aliprotect-readers") {}

void ForeignFiles::read(const std::string& name, ImportedFile& file, const std::string& form,
                        const RowSink& sink) {
  if (!process_) {
    const std::string program = context_.find_reader();
    if (program.empty()) throw ReaderMissing();
    process_.emplace(program);
  }
  bool has_other_facts = false;
  const RowSink noting{sink.begin,
                       [&](ImportedOrder&& order) {
                         has_other_facts = true;
                         sink.order(std::move(order));
                       },
                       sink.rejected, sink.remarks, sink.keeps_text};
  FactLines lines(reading_, noting, mails_, name);
  process_->read(file.descriptor(), form, [&](const std::string& line) {
    lines.take(line);
    return !lines.is_at_end();
  });
  if (has_other_facts) changes_.add_origin(printable(name));
  counts_.add(lines.counts());
  for (const UnnamedFact& fact : lines.unnamed()) unnamed_.push_back(fact);
}

/// Returns the only recorded order with that parcel.
std::optional<std::string> ForeignFiles::order_of_parcel(const std::string& tracking) {
  std::vector<std::string> numbers;
  read_orders_with_parcel(context_, tracking,
                          [&](const Order& order) { numbers.push_back(order.number.text()); });
  return numbers.size() == 1 ? std::optional(numbers.front()) : std::nullopt;
}

void ForeignFiles::find_orders_of_mails() {
  if (mails_.empty()) return;
  for (const std::string& tracking : mails_.parcels_without_order()) {
    if (const auto number = order_of_parcel(tracking)) mails_.name_order(tracking, *number);
  }
  std::vector<std::string> numbers = mails_.orders();
  numbers.emplace_back();  // mails that name only parcels
  for (const std::string& number : numbers) {
    for (const RememberedMail& mail : changes_.mails_about(number)) mails_.add(mail);
  }
}

void ForeignFiles::find_orders() {
  find_orders_of_mails();
  for (UnnamedFact& fact : unnamed_) {
    std::set<std::string> numbers;
    for (const std::string& tracking : fact.tracking) {
      if (const auto number = order_of_parcel(tracking)) numbers.insert(*number);
    }
    named_.push_back({std::move(fact), numbers.size() == 1 ? *numbers.begin() : std::string()});
  }
  unnamed_.clear();
}

void ForeignFiles::finish(const RowSink& sink) {
  for (const auto& [fact, number] : named_) {
    if (!number.empty()) {
      FactLines(reading_, sink, mails_, fact.file).take_for(number, fact.line);
      changes_.add_origin(printable(fact.file));
    } else {
      sink.rejected({1, {}, false, fact.file},
                    "it has no order number, and its parcel belongs to no recorded order or to "
                    "several; pass `--order ORDER`");
    }
  }
  named_.clear();
  of_parcels_ = mails_.finish(sink);
}

}  // namespace aliprotect
