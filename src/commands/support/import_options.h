#pragma once

#include <optional>
#include <string>
#include <vector>

#include "commands/support/command.h"
#include "commands/support/row_recorder.h"
#include "import/order_file.h"

namespace aliprotect {

/// The options of `import`, as given.
struct ImportOptions {
  std::vector<std::string> files;
  std::optional<std::string> form;
  std::optional<std::string> order;
  std::optional<std::string> on_existing;
  std::optional<std::string> rejects;
  std::optional<std::string> report_unknown;
  std::optional<std::string> zone, dates, currency, rules, days, protection_days, shipped_after;
  std::vector<std::string> map;
  std::vector<std::string> tags;
  bool strict = false;
  bool dry_run = false;
};

/// The parsed options.
struct ImportPlan {
  std::optional<FileForm> form;             ///< none: detected from each file
  std::optional<std::string> foreign_form;  ///< one that aliprotect-read reads
  OnExisting on_existing = OnExisting::update;
  Reading reading;
  ImportDefaults defaults;
  bool strict = false;
  std::optional<std::string> rejects;  ///< the file for rejected rows
};

void describe_import(Command& import, ImportOptions& options);

/// Parses the options. Throws UserError (usage) if one is invalid or contradicts another.
ImportPlan read_plan(Context& context, const ImportOptions& options);

}  // namespace aliprotect
