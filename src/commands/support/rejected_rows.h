#pragma once

#include <string>

#include "commands/support/output_file.h"
#include "import/merge/row.h"

namespace aliprotect {

/// Writes the rejected rows unchanged, so that they can be fixed and imported again.
class RejectedRows {
 public:
  RejectedRows(Context& context, const std::string& path) : file_(context, "--rejects", path) {}

  void begin(const Framing& framing) {
    framing_ = framing;
    file_.out().write(framing.before);
  }
  void add(const std::string& row) {
    if (has_rows_) file_.out().write(framing_.between);
    file_.out().write(row);
    const bool ended = row.ends_with('\n') || row.ends_with('\r');
    if (framing_.between.empty() && !ended) file_.out().write("\n");
    has_rows_ = true;
  }
  void finish() {
    file_.out().write(framing_.after);
    file_.finish();
  }

 private:
  OutputFile file_;
  Framing framing_;
  bool has_rows_ = false;
};

}  // namespace aliprotect
