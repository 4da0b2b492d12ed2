#include "commands/support/importing.h"

#include "commands/support/input_file.h"
#include "core/batch_queue.h"
#include "import/order_file.h"
#include "render/text.h"

namespace aliprotect {
namespace {

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

std::size_t bytes_of(const std::vector<FileRow>& rows) {
  std::size_t bytes = 0;
  for (const FileRow& row : rows) bytes += row.text.size();
  return bytes;
}

}  // namespace

Importing::Importing(Context& context, const ImportPlan& plan, Changes& changes,
                     ImportReport& report)
    : context_(context),
      plan_(plan),
      reading_(plan.reading),
      changes_(changes),
      recorder_(context, plan.on_existing, plan.defaults, changes, report),
      report_(report),
      foreign_(context, reading_, changes) {
  if (plan.rejects) rejected_.emplace(context, *plan.rejects);
}

bool Importing::read_file(const ImportInput& input, ImportedFile& file) {
  file_ = input.name;
  reading_.written_at = file.written_at();
  bool is_read = true;
  try {
    record_rows([&](const RowSink& sink) { read(input, file, sink); });
  } catch (const ReaderNotStarted&) {
    throw;
  } catch (const UserError& error) {
    if (!input.is_in_folder) throw UserError(printable(file_) + ": " + error.what(), error.code());
    is_read = dynamic_cast<const ReaderEnded*>(&error) == nullptr;
    reject({1, {}}, error.what());
  }
  if (file.content().bad()) throw UserError(printable(file_) + ": cannot be read completely");
  return is_read;
}

bool Importing::read_file(const ImportInput& input, std::int64_t begin) {
  std::optional<ImportedFile> file;
  try {
    file.emplace(input.name, begin);
  } catch (const ResourceShortage&) {
    throw;  // not a fault of this file
  } catch (const UserError& error) {
    if (!input.is_in_folder) throw;
    file_ = input.name;
    const std::string_view reason = error.what();
    const std::string name = printable(file_) + ": ";
    reject({1, {}}, std::string(reason.substr(reason.starts_with(name) ? name.size() : 0)));
    return false;
  }
  return read_file(input, *file);
}

void Importing::finish() {
  foreign_.find_orders();
  record_rows([&](const RowSink& sink) { foreign_.finish(sink); });
  changes_.remember(foreign_.take_mails_of_parcels());
  report_.add(foreign_.counts());
  if (rejected_) rejected_->finish();
}

/// An error in the file is reported only after all rows before it were recorded.
void Importing::record_rows(const std::function<void(const RowSink&)>& read) {
  BatchQueue<RecordingBatch> found([](RecordingBatch& batch) {
    batch.do_all();
    return true;
  });
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
  std::exception_ptr trouble;
  try {
    read(sink);
  } catch (const StopReading&) {
  } catch (...) {
    trouble = std::current_exception();
  }
  found.finish();
  if (trouble) std::rethrow_exception(trouble);
}

void Importing::read(const ImportInput& input, ImportedFile& file, const RowSink& sink) {
  const bool is_foreign = plan_.foreign_form || (!plan_.form && foreign_form(file.beginning()));
  if (is_foreign) return foreign_.read(input.name, file, plan_.foreign_form.value_or("auto"), sink);
  if (input.is_in_folder && !has_table_name(input.name)) return foreign_.skip("other files");
  changes_.add_origin(printable(input.name));
  const auto form = read_orders(file.content(), plan_.form, reading_, sink);
  if (form) foreign_.count(form == FileForm::csv ? "tables" : "JSON files");
}

void Importing::begin(const Framing& framing) {
  if (rejected_) rejected_->begin(framing);
}

void Importing::record(ImportedOrder& order) {
  try {
    recorder_.record(order);
    for (std::size_t i = 0; i < order.rows.size(); ++i) count_row();
    for (const SkippedValue& value : order.skipped) skip(value);
  } catch (const RowError& error) {
    reject_together(order.rows, order.rows.front().line, error.what(),
                    [&](const FileRow& row, const std::string& reason) { reject(row, reason); });
  }
}

void Importing::reject(const FileRow& row, const std::string& reason) {
  count_row();
  report_.reject(row.file.empty() ? file_ : row.file, row, reason);
  if (plan_.strict) throw StrictStop{};
  if (rejected_ && !row.text.empty()) rejected_->add(row.text);
}

void Importing::skip(const SkippedValue& value) {
  report_.skip(value.file.empty() ? file_ : value.file, value);
  if (plan_.strict) throw StrictStop{};
}

void Importing::count_row() {
  report_.count_row();
  if (report_.rows() % 1'000 == 0)
    context_.show_progress(std::to_string(report_.rows()) + " rows read");
}

}  // namespace aliprotect
