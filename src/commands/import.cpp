#include <algorithm>
#include <filesystem>

#include "commands/support/command.h"
#include "commands/support/importing.h"
#include "commands/support/input_file.h"
#include "commands/support/output_file.h"
#include "render/text.h"

namespace aliprotect {
namespace {

void read_files(Context& context, const ImportOptions& options, Importing& importing) {
  for (const ImportInput& input : import_inputs(options.files)) {
    if (input.name == "-") {
      ImportedFile standard_input(context.in);
      importing.read_file({"standard input", false}, standard_input);
      continue;
    }
    importing.read_file(input);
  }
}

/// Waits for the beginning of standard input before the change begins, so that other programs can
/// record changes meanwhile.
void wait_for_input(Context& context, const ImportOptions& options) {
  const auto& files = options.files;
  if (std::find(files.begin(), files.end(), "-") != files.end()) context.in.rdbuf()->sgetc();
}

/// Returns the option that prevented recording, or an empty string if the orders were recorded.
std::string record(Context& context, const ImportOptions& options, const ImportPlan& plan,
                   ImportReport& report) {
  const auto steps = [&](Changes& changes) {
    Importing importing(context, plan, changes, report);
    read_files(context, options, importing);
    importing.finish();
  };
  try {
    wait_for_input(context, options);
    if (options.dry_run) {
      context.rehearse(steps);
      return "--dry-run";
    }
    context.record(steps);
  } catch (const StrictStop&) {
    report.forget_changes();
    return "--strict";
  }
  return {};
}

/// Refuses a `--rejects` file that would overwrite an input file or the store.
void refuse_same_file(Context& context, const ImportOptions& options) {
  if (!options.rejects) return;
  refuse_store(context, "--rejects", *options.rejects);
  for (const std::string& file : options.files) {
    std::error_code unknown;
    const std::string read = file == "-" ? "/dev/stdin" : file;
    if (!std::filesystem::equivalent(read, *options.rejects, unknown)) continue;
    if (std::filesystem::is_regular_file(read, unknown))
      throw usage_error("--rejects: " + printable(*options.rejects) +
                        " is an input file; use another file");
  }
}

/// Warns if the files have no orders. A pipe or /dev/null may be empty on purpose.
void warn_if_empty(Context& context, const ImportOptions& options, const ImportReport& report) {
  const auto& files = options.files;
  const bool may_be_empty = std::any_of(files.begin(), files.end(), [](const std::string& file) {
    return file == "-" || file == "/dev/null";
  });
  if (report.rows() > 0 || may_be_empty) return;
  context.warn("no orders found in " +
               (files.size() == 1 ? printable(files.front()) : std::string("the files")));
}

ExitCode run(const ImportOptions& options, Context& context) {
  const ImportPlan plan = read_plan(context, options);
  for (const std::string& file : options.files) refuse_empty_name("import", file);
  for (const std::string& file : options.files) {
    std::error_code unknown;
    if (file != "-" && !std::filesystem::is_directory(file, unknown))
      open_input(file);  // before the store is created
  }
  refuse_same_file(context, options);
  ImportReport report(context);
  const std::string prevented_by = record(context, options, plan, report);
  warn_if_empty(context, options, report);
  report.print(prevented_by);
  hint_at_rules(context, report.outdated_rules());
  if (options.report_unknown) {
    OutputFile file(context, "--report-unknown", *options.report_unknown);
    report.write_unknown(file.out());
    file.finish();
  }
  if (!prevented_by.empty())
    context.notes << "aliprotect: nothing was recorded because of " << prevented_by << "\n";
  const bool is_stopped = options.strict && !prevented_by.empty() && !options.dry_run;
  return report.has_rejected() || is_stopped ? ExitCode::rejected : ExitCode::done;
}

}  // namespace

void register_import(Command& program) {
  Command& command = add_command<ImportOptions>(program, "import", "Record orders from files",
                                                describe_import, run);
  add_examples(command, {"aliprotect import orders.csv --dry-run",
                         "aliprotect import orders.csv --shipped-after 3d --days 45",
                         "aliprotect import sheet.csv --map number='My order' --map price=Paid",
                         "aliprotect export --format jsonl | aliprotect --db copy.db import -"});
}

}  // namespace aliprotect
