#pragma once

#include <istream>
#include <optional>
#include <string>

#include "commands/support/context.h"
#include "import/foreign_file.h"
#include "import/json/fact_lines.h"
#include "platform/reader_process.h"

namespace aliprotect {

/// A file to import. Its beginning was read to detect its format.
class ImportedFile {
 public:
  /// Opens a file. Throws UserError if it cannot be opened.
  explicit ImportedFile(const std::string& path);
  /// Reads standard input.
  explicit ImportedFile(std::istream& in);
  ~ImportedFile();
  ImportedFile(const ImportedFile&) = delete;
  ImportedFile& operator=(const ImportedFile&) = delete;

  const std::string& beginning() const { return beginning_; }
  /// The whole content.
  std::istream& content();
  /// Returns an open descriptor at the start of the file. Standard input is copied into an unnamed
  /// temporary file.
  int descriptor();

 private:
  class Replay;

  std::string beginning_;
  std::unique_ptr<std::istream> file_;
  std::unique_ptr<Replay> replay_;
  std::unique_ptr<std::istream> replayed_;
  std::string path_;
  int descriptor_ = -1;
};

/// Reads files of foreign formats with aliprotect-read, and merges the mails of all of them.
class ForeignFiles {
 public:
  ForeignFiles(Context& context, const Reading& reading) : context_(context), reading_(reading) {}

  /// Throws UserError if the file cannot be read.
  void read(ImportedFile& file, const std::string& form, const RowSink& sink);
  /// Finds the orders of parcels without an order number. Must be called after all files, while
  /// nothing is being recorded.
  void find_orders_of_parcels();
  /// Passes on these orders, and those that mails are about.
  void finish(const RowSink& sink);
  /// Counts a file without orders.
  void skip(const std::string& kind) { ++counts_.skipped[kind]; }
  const ReaderCounts& counts() const { return counts_; }

 private:
  struct NamedFact {
    std::string line;
    std::string number;  ///< empty if it was not found
  };

  std::optional<std::string> order_of_parcel(const std::string& tracking);

  Context& context_;
  const Reading& reading_;
  MailCollector mails_;
  std::vector<UnnamedFact> unnamed_;
  std::vector<NamedFact> named_;
  std::optional<ReaderProcess> process_;
  ReaderCounts counts_;
};

}  // namespace aliprotect
