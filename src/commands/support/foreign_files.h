#pragma once

#include <cstdint>
#include <istream>
#include <memory>
#include <optional>
#include <string>

#include "aliprotect/error.h"
#include "commands/support/context.h"
#include "import/foreign_file.h"
#include "import/json/fact_lines.h"
#include "platform/descriptor.h"
#include "platform/reader_process.h"

namespace aliprotect {

/// A file to import. Its beginning was read to detect its format.
class ImportedFile {
 public:
  /// Opens a file and skips its first `begin` bytes. Throws UserError if it cannot be opened.
  explicit ImportedFile(const std::string& path, std::int64_t begin = 0);
  /// Reads standard input.
  explicit ImportedFile(std::istream& in);
  ~ImportedFile();
  ImportedFile(const ImportedFile&) = delete;
  ImportedFile& operator=(const ImportedFile&) = delete;

  const std::string& beginning() const { return beginning_; }
  /// Returns when the file was last modified, or nothing for standard input.
  std::optional<Instant> written_at() const;
  /// Returns the complete content.
  std::istream& content();
  /// Returns an open descriptor at the start of what is to be read. Standard input is copied into
  /// an unnamed temporary file.
  int descriptor();

 private:
  class Replay;

  std::string beginning_;
  std::unique_ptr<std::istream> file_;
  std::unique_ptr<Replay> replay_;
  std::unique_ptr<std::istream> replayed_;
  std::string path_;
  std::int64_t begin_ = 0;
  Descriptor descriptor_;
};

/// Creates an unnamed temporary file, which disappears with its descriptor. Throws UserError.
Descriptor temporary_file();

/// aliprotect-read is not installed.
struct ReaderMissing : ReaderNotStarted {
  ReaderMissing();
};

/// Reads files of foreign formats with aliprotect-read, and merges the mails of all of them, and of
/// earlier imports.
class ForeignFiles {
 public:
  ForeignFiles(Context& context, const Reading& reading, Changes& changes)
      : context_(context), reading_(reading), changes_(changes) {}

  /// Throws ReaderEnded if the reader fails, and other UserErrors if the file cannot be read.
  void read(const std::string& name, ImportedFile& file, const std::string& form,
            const RowSink& sink);
  /// Finds the orders of parcels without an order number, and what earlier mails stated about the
  /// orders. Must be called after all files, while nothing is being recorded.
  void find_orders();
  /// Passes on these orders, and those that mails are about.
  void finish(const RowSink& sink);
  /// Counts a file that needs no reader.
  void count(const std::string& kind) { ++counts_.read[kind]; }
  /// Counts a file without orders.
  void skip(const std::string& kind) { ++counts_.skipped[kind]; }
  const ReaderCounts& counts() const { return counts_; }
  /// The new mails that name only parcels.
  std::vector<RememberedMail> take_mails_of_parcels() { return std::move(of_parcels_); }

 private:
  struct NamedFact {
    UnnamedFact fact;
    std::string number;  ///< empty if it was not found
  };

  void find_orders_of_mails();
  std::optional<std::string> order_of_parcel(const std::string& tracking);

  Context& context_;
  const Reading& reading_;
  Changes& changes_;
  MailCollector mails_;
  std::vector<RememberedMail> of_parcels_;
  std::vector<UnnamedFact> unnamed_;
  std::vector<NamedFact> named_;
  std::optional<ReaderProcess> process_;
  ReaderCounts counts_;
};

}  // namespace aliprotect
