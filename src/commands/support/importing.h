#pragma once

#include <functional>
#include <optional>
#include <string>

#include "commands/support/foreign_files.h"
#include "commands/support/import_inputs.h"
#include "commands/support/import_options.h"
#include "commands/support/import_report.h"
#include "commands/support/rejected_rows.h"
#include "commands/support/row_recorder.h"

namespace aliprotect {

/// Thrown by `--strict` at the first rejected row or skipped value, so that nothing is recorded.
struct StrictStop {};

/// Imports files within one change.
class Importing {
 public:
  Importing(Context& context, const ImportPlan& plan, Changes& changes, ImportReport& report);

  /// Reads the file in one thread while another records the rows read so far. If a file found in a
  /// folder cannot be read, it is rejected, and the others are still read. Returns false if a later
  /// run may be able to read it.
  bool read_file(const ImportInput& input, ImportedFile& file);
  /// Opens the file, without its first `begin` bytes, and reads it in the same way.
  bool read_file(const ImportInput& input, std::int64_t begin = 0);

  /// Records the orders that mails are about after all files, because a later file may contain an
  /// older mail.
  void finish();

 private:
  void record_rows(const std::function<void(const RowSink&)>& read);
  void read(const ImportInput& input, ImportedFile& file, const RowSink& sink);
  void begin(const Framing& framing);
  void record(ImportedOrder& order);
  void reject(const FileRow& row, const std::string& reason);
  void skip(const SkippedValue& value);
  void count_row();

  Context& context_;
  const ImportPlan& plan_;
  Reading reading_;
  Changes& changes_;
  RowRecorder recorder_;
  ImportReport& report_;
  ForeignFiles foreign_;
  std::optional<RejectedRows> rejected_;
  std::string file_;
};

}  // namespace aliprotect
