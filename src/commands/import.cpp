#include <set>

#include "commands/change.h"
#include "commands/command.h"
#include "commands/input_file.h"
#include "core/suggestions.h"
#include "export/json_writer.h"
#include "import/layout.h"
#include "import/recorded_ends.h"
#include "render/text.h"
#include "rules/refusals.h"

namespace aliprotect {
namespace {

struct Options {
  std::vector<std::string> files;
  std::optional<std::string> layout;
  std::optional<std::string> on_existing;
  bool strict = false;
};

enum class OnExisting { update, skip, fail };

OnExisting read_on_existing(const std::optional<std::string>& word) {
  if (!word || word == "update") return OnExisting::update;
  if (word == "skip") return OnExisting::skip;
  if (word == "fail") return OnExisting::fail;
  throw no_such_word("--on-existing", *word, "words", {"update", "skip", "fail"});
}

/// None: the beginning of each file tells.
std::optional<Layout> read_layout(const std::optional<std::string>& word) {
  if (!word || word == "auto") return std::nullopt;
  if (const auto layout = layout_from_string(*word)) return layout;
  throw no_such_word("--as", *word, "layouts", {"auto", "json", "jsonl"});
}

struct RejectedRow {
  std::string file;
  std::size_t line;
  std::string reason;
};

struct Report {
  std::size_t read = 0;
  std::size_t added = 0;
  std::size_t changed = 0;
  std::size_t unchanged = 0;
  std::vector<RejectedRow> rejected;
  std::size_t without_shipping_date = 0;
  std::set<std::string> unknown_columns;
};

/// `--strict`: the first bad row ends the import with nothing recorded.
struct StrictStop {};

/// Records rows in one change and counts what became of them.
class RowRecorder {
 public:
  RowRecorder(Context& context, const Options& options, Changes& changes, Report& report)
      : context_(context),
        layout_(read_layout(options.layout)),
        on_existing_(read_on_existing(options.on_existing)),
        is_strict_(options.strict),
        changes_(changes),
        report_(report) {}

  void read_file(const std::string& file, std::istream& in) {
    file_ = file;
    const RowSink sink{[this](ImportedRow&& row) { take(row); },
                       [this](std::size_t line, const std::string& reason) {
                         ++report_.read;
                         reject(line, reason);
                       },
                       &report_.unknown_columns};
    try {
      read_orders(in, layout_, sink);
    } catch (const UserError& error) {
      throw UserError(printable(file) + ": " + error.what());
    }
    if (in.bad()) throw UserError(printable(file) + ": it cannot be read to its end");
  }

 private:
  void take(const ImportedRow& row) {
    ++report_.read;
    try {
      record(row);
    } catch (const RowError& error) {
      reject(row.line, error.what());
    }
  }

  void record(const ImportedRow& row) {
    const std::optional<Order> recorded = changes_.find(row.number);
    if (recorded && on_existing_ == OnExisting::skip) {
      ++report_.unchanged;
      return;
    }
    if (recorded && on_existing_ == OnExisting::fail) {
      throw RowError("order number " + row.number.text() + " is recorded already, as id " +
                     std::to_string(recorded->id.value));
    }
    Order order = recorded ? *recorded : blank(row);
    row.lay_over(order);
    if (recorded) keep_recorded_ends(*recorded, order);
    check(order);
    count_shipping_date(order);
    if (!recorded) {
      changes_.add(std::move(order));
      ++report_.added;
    } else if (order == *recorded) {
      ++report_.unchanged;
    } else {
      changes_.replace(order);
      ++report_.changed;
    }
  }

  static Order blank(const ImportedRow& row) {
    Order order;
    order.number = row.number;
    order.id = row.id.value_or(OrderId{});
    order.rules = default_policy;
    return order;
  }

  /// Facts are recorded as they are; only impossible ones reject a row (domain 10).
  void check(const Order& order) {
    if (!context_.policies().find(order.rules)) {
      throw RowError("`rules` names `" + order.rules + "`, which is no rule set here");
    }
    const auto refusal = against_impossible(order);
    if (!refusal) return;
    std::string reason = refusal->sentence;
    for (const Instant at : refusal->instants) reason.replace(reason.find("{}"), 2, to_rfc3339(at));
    throw RowError(reason);
  }

  void count_shipping_date(const Order& order) {
    for (const Parcel& parcel : order.parcels) {
      if (parcel.shipped_at || has_recorded_end(order)) continue;
      ++report_.without_shipping_date;
      return;
    }
  }

  void reject(std::size_t line, const std::string& reason) {
    report_.rejected.push_back({file_, line, reason});
    if (is_strict_) throw StrictStop{};
  }

  Context& context_;
  std::optional<Layout> layout_;
  OnExisting on_existing_;
  bool is_strict_;
  Changes& changes_;
  Report& report_;
  std::string file_;
};

void read_files(Context& context, const Options& options, RowRecorder& recorder) {
  for (const std::string& file : options.files) {
    if (file == "-") {
      recorder.read_file("standard input", context.in);
      continue;
    }
    std::ifstream in = open_input(file);
    recorder.read_file(file, in);
  }
}

void print_json(Context& context, const Report& report) {
  context.out.with([&](std::string& text) {
    JsonWriter json(text);
    const auto count = [&](const char* key, std::size_t n) {
      json.key(key).value(static_cast<std::int64_t>(n));
    };
    json.begin_object();
    count("read", report.read);
    count("new", report.added);
    count("changed", report.changed);
    count("unchanged", report.unchanged);
    count("rejected", report.rejected.size());
    json.key("rows").begin_array();
    for (const RejectedRow& row : report.rejected) {
      json.begin_object();
      count("line", row.line);
      json.key("reason").value(printable(row.reason));
      json.end_object();
    }
    json.end_array();
    json.end_object();
    text += '\n';
  });
}

void print_report(Context& context, const Report& report) {
  for (const RejectedRow& row : report.rejected) {
    context.notes << "aliprotect: " << printable(row.file) << ":" << row.line << ": "
                  << printable(row.reason) << "\n";
  }
  std::string unknown;
  for (const std::string& name : report.unknown_columns)
    unknown += (unknown.empty() ? "" : ", ") + name;
  if (!unknown.empty()) context.warn("not imported, as the names are not known: " + unknown);
  if (report.without_shipping_date > 0) {
    context.warn("orders shipped at an unknown time, so without windows: " +
                 std::to_string(report.without_shipping_date) +
                 "; `edit ORDER --shipped WHEN` adds it");
  }
  if (context.quiet) return;
  if (context.format == Format::json || context.format == Format::jsonl)
    return print_json(context, report);
  context.out.write("read " + std::to_string(report.read) + ": " + std::to_string(report.added) +
                    " new, " + std::to_string(report.changed) + " changed, " +
                    std::to_string(report.unchanged) + " unchanged, " +
                    std::to_string(report.rejected.size()) + " rejected\n");
}

ExitCode run(const Options& options, Context& context) {
  Report report;
  read_layout(options.layout);
  read_on_existing(options.on_existing);
  for (const std::string& file : options.files) {
    if (file != "-") open_input(file);  // before a store is made for it
  }
  try {
    context.record([&](Changes& changes) {
      RowRecorder recorder(context, options, changes, report);
      read_files(context, options, recorder);
    });
  } catch (const StrictStop&) {
    report.added = report.changed = 0;
    print_report(context, report);
    context.notes << "aliprotect: nothing was recorded, because of --strict\n";
    return ExitCode::rejected;
  }
  print_report(context, report);
  return report.rejected.empty() ? ExitCode::done : ExitCode::rejected;
}

}  // namespace

void register_import(CLI::App& program, Chosen& chosen) {
  CLI::App& command = add_command<Options>(
      program, chosen, "import", "Record the orders of files",
      [](CLI::App& import, Options& options) {
        import.add_option("FILE", options.files, "files to read; - is standard input")
            ->required()
            ->type_name("");
        add_value(import, "--as", options.layout, "layout of the files: auto, json or jsonl [auto]",
                  "LAYOUT");
        add_value(import, "--on-existing", options.on_existing,
                  "what to do with orders recorded already: update, skip or fail [update]", "HOW");
        import.add_flag("--strict", options.strict, "all or nothing: the first bad row ends it");
      },
      run);
  add_examples(command, {"aliprotect import orders.jsonl",
                         "aliprotect export --format jsonl | aliprotect --db copy.db import -"});
}

}  // namespace aliprotect
