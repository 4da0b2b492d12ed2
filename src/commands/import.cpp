#include <filesystem>

#include "commands/support/change.h"
#include "commands/support/command.h"
#include "commands/support/foreign_files.h"
#include "commands/support/import_inputs.h"
#include "commands/support/import_options.h"
#include "commands/support/import_report.h"
#include "commands/support/input_file.h"
#include "commands/support/output_file.h"
#include "commands/support/rejected_rows.h"
#include "commands/support/row_recorder.h"
#include "core/batch_queue.h"
#include "import/order_file.h"
#include "render/phrases.h"
#include "render/text.h"

namespace aliprotect {
namespace {

/// Thrown by `--strict` at the first rejected row or skipped value, so that nothing is recorded.
struct StrictStop {};
/// Thrown at the end of `--dry-run`, so that nothing is recorded.
struct DryRunDone {};
/// Stops reading a file after recording has stopped.
struct StopReading {};

/// A batch of recording steps that the reading thread passes to the recording thread.
class RecordingBatch {
 public:
  using Work = std::function<void()>;

  /// `bytes` is the approximate size of the data that the step holds.
  void add(Work&& work, std::size_t bytes) {
    work_.push_back(std::move(work));
    bytes_ += bytes;
  }
  bool is_full() const { return work_.size() >= most || bytes_ >= most_bytes; }
  void do_all() {
    for (Work& work : work_) work();
    work_.clear();
    bytes_ = 0;
  }

 private:
  static constexpr std::size_t most = 256;
  static constexpr std::size_t most_bytes = std::size_t{256} * 1024;

  std::vector<Work> work_;
  std::size_t bytes_ = 0;
};

/// Imports the files within one change.
class Import {
 public:
  Import(Context& context, const ImportOptions& options, const ImportPlan& plan, Changes& changes,
         ImportReport& report)
      : context_(context),
        is_strict_(options.strict),
        plan_(plan),
        recorder_(context, plan.on_existing, plan.defaults, changes, report),
        report_(report),
        foreign_(context, plan.reading) {
    if (options.rejects) rejected_.emplace(context, *options.rejects);
  }

  /// Reads the file in one thread while another records the rows read so far. If a file found in a
  /// folder cannot be read, the others are still read.
  void read_file(const ImportInput& input, ImportedFile& file) {
    file_ = input.name;
    try {
      record_rows([&](const RowSink& sink) { read(input, file, sink); });
    } catch (const UserError& error) {
      if (!input.is_in_folder)
        throw UserError(printable(file_) + ": " + error.what(), error.code());
      reject({1, {}}, error.what());
    }
    if (file.content().bad()) throw UserError(printable(file_) + ": cannot be read completely");
  }

  /// Records the orders that mails are about after all files, because a later file may contain an
  /// older mail.
  void finish() {
    file_ = "mail and tracking";
    foreign_.find_orders_of_parcels();
    record_rows([&](const RowSink& sink) { foreign_.finish(sink); });
    report_.add(foreign_.counts());
    if (rejected_) rejected_->finish();
  }

 private:
  /// An error in the file is reported only after all rows before it were recorded.
  void record_rows(const std::function<void(const RowSink&)>& read) {
    BatchQueue<RecordingBatch> found([](RecordingBatch& batch) {
      batch.do_all();
      return true;
    });
    std::exception_ptr trouble;
    try {
      find_rows(read, found);
    } catch (const StopReading&) {
    } catch (...) {
      trouble = std::current_exception();
    }
    found.finish();
    if (trouble) std::rethrow_exception(trouble);
  }

  void find_rows(const std::function<void(const RowSink&)>& read,
                 BatchQueue<RecordingBatch>& found) {
    const auto give = [&](RecordingBatch::Work&& work, std::size_t bytes) {
      if (found.batch().is_full() && !found.submit()) throw StopReading{};
      found.batch().add(std::move(work), bytes);
    };
    const RowSink sink{[&](const Framing& framing) {
                         give([this, framing] { begin(framing); }, framing.before.size());
                       },
                       [&](ImportedOrder&& order) {
                         const std::size_t bytes = bytes_of(order.rows);
                         give([this, order = std::move(order)]() mutable { record(order); }, bytes);
                       },
                       [&](const FileRow& row, const std::string& reason) {
                         give([this, row, reason] { reject(row, reason); }, row.text.size());
                       },
                       report_.remarks(), rejected_.has_value()};
    read(sink);
  }

  void read(const ImportInput& input, ImportedFile& file, const RowSink& sink) {
    const bool is_foreign = plan_.foreign_form || (!plan_.form && foreign_form(file.beginning()));
    if (is_foreign) return foreign_.read(file, plan_.foreign_form.value_or("auto"), sink);
    if (input.is_in_folder && !has_table_name(input.name)) return foreign_.skip("other files");
    read_orders(file.content(), plan_.form, plan_.reading, sink);
  }

  static std::size_t bytes_of(const std::vector<FileRow>& rows) {
    std::size_t bytes = 0;
    for (const FileRow& row : rows) bytes += row.text.size();
    return bytes;
  }

  void begin(const Framing& framing) {
    if (rejected_) rejected_->begin(framing);
  }

  void record(ImportedOrder& order) {
    try {
      recorder_.record(order);
      for (std::size_t i = 0; i < order.rows.size(); ++i) count_row();
      for (const SkippedValue& value : order.skipped) skip(value);
    } catch (const RowError& error) {
      reject_together(order.rows, order.rows.front().line, error.what(),
                      [&](const FileRow& row, const std::string& reason) { reject(row, reason); });
    }
  }

  void reject(const FileRow& row, const std::string& reason) {
    count_row();
    report_.reject(file_, row, reason);
    if (is_strict_) throw StrictStop{};
    if (rejected_ && !row.text.empty()) rejected_->add(row.text);
  }

  void skip(const SkippedValue& value) {
    report_.skip(file_, value);
    if (is_strict_) throw StrictStop{};
  }

  void count_row() {
    report_.count_row();
    if (report_.rows() % 1'000 == 0)
      context_.show_progress(std::to_string(report_.rows()) + " rows read");
  }

  Context& context_;
  bool is_strict_;
  const ImportPlan& plan_;
  RowRecorder recorder_;
  ImportReport& report_;
  ForeignFiles foreign_;
  std::optional<RejectedRows> rejected_;
  std::string file_;
};

void read_files(Context& context, const ImportOptions& options, Import& import) {
  for (const ImportInput& input : import_inputs(options.files)) {
    if (input.name == "-") {
      ImportedFile standard_input(context.in);
      import.read_file({"standard input", false}, standard_input);
      continue;
    }
    ImportedFile opened(input.name);
    import.read_file(input, opened);
  }
}

/// Returns the option that prevented recording, or an empty string if the orders were recorded.
std::string record(Context& context, const ImportOptions& options, const ImportPlan& plan,
                   ImportReport& report) {
  const auto steps = [&](Changes& changes) {
    Import import(context, options, plan, changes, report);
    read_files(context, options, import);
    import.finish();
    if (options.dry_run) throw DryRunDone{};
  };
  try {
    if (options.dry_run) {
      context.rehearse(steps);
    } else {
      context.record(steps);
    }
  } catch (const StrictStop&) {
    report.forget_changes();
    return "--strict";
  } catch (const DryRunDone&) {
    return "--dry-run";
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
  report.print(prevented_by);
  if (context.gives_hints && report.outdated_rules() > 0) {
    context.notes << "hint: " << format_count(report.outdated_rules(), "order")
                  << " of 2018 or later follow rule set " << default_policy
                  << "; see `aliprotect rules list`, and use `aliprotect rules use aliexpress-2024 "
                     "--ordered-after 2018-01-01`\n";
  }
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
