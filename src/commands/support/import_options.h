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
  std::optional<std::string> on_existing;
  std::optional<std::string> rejects;
  std::optional<std::string> zone, dates, currency, rules, days, protection_days, shipped_after;
  std::vector<std::string> map;
  std::vector<std::string> tags;
  bool strict = false;
  bool dry_run = false;
};

/// The options, read.
struct ImportPlan {
  std::optional<FileForm> form;  ///< none: the beginning of each file tells
  OnExisting on_existing = OnExisting::update;
  Reading reading;
  ImportDefaults defaults;
};

void describe_import(Command& import, ImportOptions& options);

/// Throws UserError (usage) where an option cannot be read or goes against another.
ImportPlan read_plan(Context& context, const ImportOptions& options);

}  // namespace aliprotect
