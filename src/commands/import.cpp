#include "commands/change.h"
#include "commands/command.h"
#include "commands/facts.h"
#include "commands/import_report.h"
#include "commands/input_file.h"
#include "commands/row_recorder.h"
#include "commands/whole_file.h"
#include "commands/words.h"
#include "core/side_by_side.h"
#include "core/suggestions.h"
#include "import/order_file.h"
#include "render/text.h"

namespace aliprotect {
namespace {

struct Options {
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
struct Plan {
  std::optional<FileForm> form;  ///< none: the beginning of each file tells
  OnExisting on_existing = OnExisting::update;
  Reading reading;
  ImportDefaults defaults;
};

template <typename Meaning>
struct Word {
  const char* word;
  Meaning meaning;
};

template <typename Meaning, std::size_t count>
std::vector<std::string> names_of(const Word<Meaning> (&words)[count]) {
  std::vector<std::string> names;
  for (const auto& [word, meaning] : words) names.emplace_back(word);
  return names;
}

template <typename Meaning, std::size_t count>
Meaning read_word(const std::string& option, const std::optional<std::string>& given,
                  const Word<Meaning> (&words)[count]) {
  for (const auto& [word, meaning] : words) {
    if (word == given.value_or(words[0].word)) return meaning;
  }
  throw no_such_word(option, *given, "words", names_of(words));
}

constexpr Word<std::optional<FileForm>> forms[] = {{"auto", std::nullopt},
                                                   {"csv", FileForm::csv},
                                                   {"json", FileForm::json},
                                                   {"jsonl", FileForm::jsonl}};
constexpr Word<OnExisting> ways[] = {
    {"update", OnExisting::update}, {"skip", OnExisting::skip}, {"fail", OnExisting::fail}};
constexpr Word<DateOrder> date_orders[] = {{"auto", DateOrder::unknown},
                                           {"day-first", DateOrder::day_first},
                                           {"month-first", DateOrder::month_first}};

ColumnMap read_map(const std::vector<std::string>& pairs) {
  ColumnMap map;
  for (const std::string& pair : pairs) {
    const auto equals = pair.find('=');
    if (equals == std::string::npos || equals + 1 == pair.size())
      throw usage_error("--map: `" + pair + "` is not FIELD=COLUMN, such as number='My order'");
    const std::string field = pair.substr(0, equals);
    const auto role = role_named(field);
    if (!role) throw no_such_word("--map", field, "fields", role_names());
    map.emplace_back(*role, pair.substr(equals + 1));
  }
  return map;
}

std::optional<Zone> read_zone(const std::optional<std::string>& name) {
  if (!name) return std::nullopt;
  try {
    return Zone::named(*name);
  } catch (const UserError& error) {
    throw usage_error(std::string("--zone: ") + error.what());
  }
}

std::optional<Currency> read_currency(const Context& context, const Options& options) {
  const auto& code = options.currency ? options.currency : context.currency;
  if (!code) return std::nullopt;
  if (const auto currency = Currency::from_code(*code)) return currency;
  throw usage_error("--currency: `" + *code + "` is no currency code of ISO 4217, such as EUR");
}

ImportDefaults read_defaults(Context& context, const Options& options) {
  ImportDefaults defaults;
  defaults.rules =
      context.policies()
          .at(options.rules.value_or(context.rules.value_or(std::string(default_policy))))
          .name;
  for (const std::string& tag : options.tags) defaults.tags.push_back(checked_text("--tag", tag));
  if (options.days) defaults.days = read_days("--days", *options.days);
  if (options.protection_days)
    defaults.protection_days = read_days("--protection-days", *options.protection_days);
  if (options.shipped_after)
    defaults.shipped_after = context.read_length("--shipped-after", *options.shipped_after);
  return defaults;
}

Plan read_plan(Context& context, const Options& options) {
  Plan plan;
  plan.form = read_word("--as", options.form, forms);
  plan.on_existing = read_word("--on-existing", options.on_existing, ways);
  plan.reading.now = context.now;
  plan.reading.users_zone = [&context] { return context.zone(); };
  plan.reading.zone = read_zone(options.zone);
  plan.reading.dates = read_word("--dates", options.dates, date_orders);
  plan.reading.currency = read_currency(context, options);
  plan.reading.map = read_map(options.map);
  plan.defaults = read_defaults(context, options);
  if (options.rejects && options.strict)
    throw usage_error("--rejects: with --strict nothing is recorded, so no rows stand apart");
  if (options.rejects && options.files.size() > 1)
    throw usage_error("--rejects: it takes the rows of one FILE, as each has a header of its own");
  return plan;
}

/// `--strict`: the first bad row ends the import with nothing recorded.
struct StrictStop {};
/// `--dry-run`: all went through, and nothing of it stays.
struct Rehearsed {};

/// The rejected rows, as the file has them, so that they can be mended and imported again.
class RejectedRows {
 public:
  explicit RejectedRows(const std::string& path) : file_(path) {}

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
  WholeFile file_;
  Framing framing_;
  bool has_rows_ = false;
};

/// Goes through the files within one change.
class Import {
 public:
  Import(Context& context, const Options& options, const Plan& plan, Changes& changes,
         ImportReport& report)
      : context_(context),
        is_strict_(options.strict),
        plan_(plan),
        recorder_(context, plan.on_existing, plan.defaults, changes, report),
        report_(report) {
    if (options.rejects) rejected_.emplace(*options.rejects);
  }

  /// The file is read beside the recording of what was read before.
  void read_file(const std::string& file, std::istream& in) {
    file_ = file;
    try {
      side_by_side<Work>([&](Conveyor<Work>& found) { find_rows(in, found); },
                         [](Work&& work) { work(); });
    } catch (const UserError& error) {
      throw UserError(printable(file) + ": " + error.what(), error.code());
    }
    if (in.bad()) throw UserError(printable(file) + ": it cannot be read to its end");
  }

  void finish() {
    if (rejected_) rejected_->finish();
  }

 private:
  /// What is to be done about what the reader of a file has found.
  using Work = std::function<void()>;

  void find_rows(std::istream& in, Conveyor<Work>& found) {
    const RowSink sink{[&](const Framing& framing) {
                         found.give([this, framing] { begin(framing); }, framing.before.size());
                       },
                       [&](ImportedOrder&& order) {
                         const std::size_t weight = bytes_of(order.rows);
                         found.give([this, order = std::move(order)] { record(order); }, weight);
                       },
                       [&](const FileRow& row, const std::string& reason) {
                         found.give([this, row, reason] { reject(row, reason); }, row.text.size());
                       },
                       report_.remarks(), rejected_.has_value()};
    read_orders(in, plan_.form, plan_.reading, sink);
  }

  static std::size_t bytes_of(const std::vector<FileRow>& rows) {
    std::size_t bytes = 0;
    for (const FileRow& row : rows) bytes += row.text.size();
    return bytes;
  }

  void begin(const Framing& framing) {
    if (rejected_) rejected_->begin(framing);
  }

  void record(const ImportedOrder& order) {
    try {
      recorder_.record(order);
      for (std::size_t i = 0; i < order.rows.size(); ++i) count_row();
    } catch (const RowError& error) {
      reject_together(order.rows, order.rows.front().line, error.what(),
                      [&](const FileRow& row, const std::string& reason) { reject(row, reason); });
    }
  }

  void reject(const FileRow& row, const std::string& reason) {
    count_row();
    report_.reject(file_, row.line, reason);
    if (is_strict_) throw StrictStop{};
    if (rejected_ && !row.text.empty()) rejected_->add(row.text);
  }

  void count_row() {
    report_.count_row();
    if (report_.rows() % 1'000 == 0)
      context_.show_progress(std::to_string(report_.rows()) + " rows read");
  }

  Context& context_;
  bool is_strict_;
  const Plan& plan_;
  RowRecorder recorder_;
  ImportReport& report_;
  std::optional<RejectedRows> rejected_;
  std::string file_;
};

void read_files(Context& context, const Options& options, Import& import) {
  for (const std::string& file : options.files) {
    if (file == "-") {
      import.read_file("standard input", context.in);
      continue;
    }
    std::ifstream in = open_input(file);
    import.read_file(file, in);
  }
}

/// Why nothing of it was recorded; empty where it was.
std::string record(Context& context, const Options& options, const Plan& plan,
                   ImportReport& report) {
  const auto steps = [&](Changes& changes) {
    Import import(context, options, plan, changes, report);
    read_files(context, options, import);
    import.finish();
    if (options.dry_run) throw Rehearsed{};
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
  } catch (const Rehearsed&) {
    return "--dry-run";
  }
  return {};
}

/// The rejected rows must not take the place of the rows that they come from.
void refuse_same_file(const Options& options) {
  for (const std::string& file : options.files) {
    std::error_code unknown;
    if (!options.rejects || !std::filesystem::equivalent(file, *options.rejects, unknown)) continue;
    if (std::filesystem::is_regular_file(file, unknown))
      throw usage_error("--rejects: " + printable(file) + " is the file to be read; name another");
  }
}

ExitCode run(const Options& options, Context& context) {
  const Plan plan = read_plan(context, options);
  for (const std::string& file : options.files) {
    if (file != "-") open_input(file);  // before a store is made for it
  }
  refuse_same_file(options);
  ImportReport report(context);
  const std::string undone_by = record(context, options, plan, report);
  report.print();
  if (!undone_by.empty())
    context.notes << "aliprotect: nothing was recorded, because of " << undone_by << "\n";
  return report.has_rejected() ? ExitCode::rejected : ExitCode::done;
}

void describe(CLI::App& import, Options& options) {
  import.add_option("FILE", options.files, "files to read; - is standard input")
      ->required()
      ->type_name("");
  add_value(import, "--as", options.form, "form of the files: auto, csv, json or jsonl [auto]",
            type_of_words("FORM", names_of(forms)));
  add_words(import, "--map", options.map,
            "the column of a table that holds a field, such as number='My order'",
            type_of_words("FIELD=COLUMN", role_names()));
  add_value(import, "--zone", options.zone, "of times without one [the layout's, else --tz]",
            "ZONE");
  add_value(import, "--dates", options.dates,
            "how 03/04/2026 is read: day-first or month-first [the layout's]",
            type_of_words("ORDER", names_of(date_orders)));
  add_value(import, "--currency", options.currency, "of prices without one", "CODE");
  add_value(import, "--on-existing", options.on_existing,
            "what to do with orders recorded already: update, skip or fail [update]",
            type_of_words("HOW", names_of(ways)));
  import.add_flag("--strict", options.strict, "all or nothing: the first bad row ends it");
  import.add_flag("--dry-run", options.dry_run, "report, and record nothing");
  add_value(import, "--rejects", options.rejects,
            "write the rejected rows there, to be mended and imported", "FILE");
  add_value(import, "--shipped-after", options.shipped_after,
            "where a shipping date is missing: so long after the order date", "LENGTH");
  add_value(import, "--days", options.days, "guaranteed delivery, where it is missing", "N");
  add_value(import, "--protection-days", options.protection_days, "protection, likewise", "N");
  add_value(import, "--rules", options.rules, "rule set of new orders", "NAME");
  add_words(import, "--tag", options.tags, "tag all of them; may be repeated", "TEXT");
}

}  // namespace

void register_import(CLI::App& program, Chosen& chosen) {
  CLI::App& command =
      add_command<Options>(program, chosen, "import", "Record the orders of files", describe, run);
  add_examples(command, {"aliprotect import orders.csv --dry-run",
                         "aliprotect import orders.csv --shipped-after 3d --days 45",
                         "aliprotect import sheet.csv --map number='My order' --map price=Paid",
                         "aliprotect export --format jsonl | aliprotect --db copy.db import -"});
}

}  // namespace aliprotect
