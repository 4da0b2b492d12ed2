#include <algorithm>
#include <filesystem>

#include "commands/support/command.h"
#include "commands/support/importing.h"
#include "commands/support/one_line.h"
#include "commands/support/source_files.h"
#include "core/text/quote.h"
#include "core/text/suggestions.h"
#include "export/json_writer.h"
#include "render/phrases.h"
#include "render/text.h"

namespace aliprotect {
namespace {

struct Options {
  std::vector<std::string> names;
  bool all = false;
  bool dry_run = false;
};

UserError no_sources(const Context& context) {
  if (context.config_file.empty())
    return usage_error("no sources: HOME is not set, so the config file cannot be found");
  return usage_error(
      "no sources yet; write `[sources.mail]` and below it `path = \"~/Maildir\"` into " +
      printable(context.config_file) +
      ", or read your mail once with `aliprotect import ~/Maildir`");
}

std::vector<Source> selected_sources(const Context& context, const Options& options) {
  if (context.sources.empty()) throw no_sources(context);
  if (options.names.empty()) return context.sources;
  std::vector<Source> selected;
  for (const std::string& name : options.names) {
    const auto is_named = [&](const Source& source) { return source.name == name; };
    const auto found = std::find_if(context.sources.begin(), context.sources.end(), is_named);
    if (found == context.sources.end()) {
      std::vector<std::string> names;
      for (const Source& source : context.sources) names.push_back(source.name);
      throw usage_error("sync: unknown source " + in_quotes(name) + "; use " + join_with_or(names));
    }
    if (std::none_of(selected.begin(), selected.end(), is_named)) selected.push_back(*found);
  }
  return selected;
}

/// Parses the settings of a source, which have the names and values of the options of `import`.
ImportPlan plan_of(Context& context, const Source& source) {
  ImportOptions options;
  options.form = source.form;
  options.zone = source.zone;
  options.currency = source.currency;
  options.rules = source.rules;
  options.tags = source.tags;
  try {
    return read_plan(context, options);
  } catch (const UserError& error) {
    const std::string_view reason = error.what();
    throw usage_error(context.config_file + ": [sources." + source.name + "] " +
                      std::string(reason.substr(reason.starts_with("--") ? 2 : 0)));
  }
}

/// The output of a command, in a temporary file without a name.
class CommandOutput {
 public:
  /// Runs the command. Throws UserError if it fails.
  CommandOutput(Context& context, const std::string& command) : file_(temporary_file()) {
    const ShellResult end = context.run_in_shell(command, {}, file_.number());
    if (end.succeeded) {
      context.notes << end.errors;
      return;
    }
    const std::string printed = on_one_line(end.errors);
    throw UserError("the command ended with " + end.status +
                    (printed.empty() ? "" : ": " + printed));
  }

  std::string path() const { return "/proc/self/fd/" + std::to_string(file_.number()); }

 private:
  Descriptor file_;
};

/// Imports what is new in one source.
class Sync {
 public:
  Sync(Context& context, const Options& options, const Source& source, const ImportPlan& plan)
      : context_(context), options_(options), source_(source), plan_(plan) {}

  /// Throws UserError if the source cannot be read; nothing of it is then recorded.
  void run() {
    try {
      read();
    } catch (...) {
      report_.forget_changes();
      throw;
    }
  }

  /// A line for the user; empty if there is nothing new.
  std::string line() const {
    if (report_.has_news()) return report_.short_report();
    if (!is_first_ || files_.empty() || report_.has_orders()) return {};
    return source_.name + ": no orders found in " + format_count(files_.size(), "file");
  }
  const ImportReport& report() const { return report_; }

 private:
  void read() {
    if (source_.command) return read_output(*source_.command);
    const std::vector<ReadFile> known = files_read();
    is_first_ = known.empty();
    files_ = unread_files(*source_.path, options_.all ? std::vector<ReadFile>() : known);
    if (files_.empty()) return;
    record([&](Changes& changes) { read_files(changes); });
  }

  std::vector<ReadFile> files_read() {
    Store* const store = context_.existing_store();
    return store ? store->read_files(source_.name) : std::vector<ReadFile>();
  }

  void read_output(const std::string& command) {
    const CommandOutput output(context_, command);
    std::error_code unknown;
    if (std::filesystem::file_size(output.path(), unknown) == 0) return;
    record([&](Changes& changes) {
      Importing importing(context_, plan_, changes, report_);
      ImportedFile file(output.path());
      importing.read_file({"output of the command", false}, file);
      importing.finish();
    });
  }

  void read_files(Changes& changes) {
    Importing importing(context_, plan_, changes, report_);
    std::vector<ReadFile> read;
    for (std::size_t i = 0; i < files_.size(); ++i) {
      if (i % 100 == 0) show_progress(i);
      if (read_file(files_[i], importing)) read.push_back(files_[i].state);
    }
    importing.finish();
    changes.remember(source_.name, std::move(read));
  }

  /// Returns whether the file was read and need not be read again. One that another program moves
  /// or deletes meanwhile is found under its new name by the next run.
  bool read_file(const SourceFile& file, Importing& importing) {
    const std::string& name = file.input.name;
    std::error_code unknown;
    if (file.input.is_in_folder && !std::filesystem::exists(name, unknown)) return false;
    return importing.read_file(file.input, file.begin);
  }

  void show_progress(std::size_t count) {
    context_.show_progress(source_.name + ": " + std::to_string(count) + " of " +
                           format_count(files_.size(), "file") + " read");
  }

  void record(const std::function<void(Changes&)>& steps) {
    if (options_.dry_run) return context_.rehearse(steps);
    context_.record(steps, "aliprotect sync " + source_.name);
  }

  Context& context_;
  const Options& options_;
  const Source& source_;
  const ImportPlan& plan_;
  ImportReport report_{context_, source_.name};
  std::vector<SourceFile> files_;
  bool is_first_ = false;
};

/// Prints the results of the sources, as lines or as JSON.
class Results {
 public:
  explicit Results(Context& context) : context_(context) {
    if (context.format == Format::json) context.out.write("[");
  }

  void add(const Source& source, const Sync& sync, const std::string& error) {
    context_.show_progress({});
    if (context_.format == Format::table) {
      const std::string line = error.empty() ? sync.line() : "";
      if (!line.empty() && !context_.quiet) context_.out.write(line + "\n");
      return;
    }
    context_.out.with([&](std::string& text) {
      if (context_.format == Format::json) text += is_first_ ? "\n" : ",\n";
      is_first_ = false;
      JsonWriter json(text);
      json.begin_object();
      json.key("source").value(source.name);
      sync.report().write(json);
      json.key("error").value(error.empty() ? std::nullopt : std::optional(message_text(error)));
      json.end_object();
      if (context_.format == Format::jsonl) text += "\n";
    });
  }

  void end() {
    if (context_.format == Format::json) context_.out.write("\n]\n");
  }

 private:
  Context& context_;
  bool is_first_ = true;
};

ExitCode run(const Options& options, Context& context) {
  const std::vector<Source> sources = selected_sources(context, options);
  std::vector<ImportPlan> plans;
  for (const Source& source : sources) plans.push_back(plan_of(context, source));
  Results results(context);
  ExitCode code = ExitCode::done;
  std::size_t outdated_rules = 0;
  for (std::size_t i = 0; i < sources.size(); ++i) {
    context.out.flush();  // of the earlier sources, so an error of this one need not mention them
    context.note_done("");
    Sync sync(context, options, sources[i], plans[i]);
    std::string error;
    try {
      sync.run();
      sync.report().hint_at_unknown();
      if (sync.report().has_rejected() && code == ExitCode::done) code = ExitCode::rejected;
      outdated_rules += sync.report().outdated_rules();
    } catch (const UserError& failure) {
      error = failure.what();
      code = ExitCode::not_done;
      context.show_progress({});
      context.notes << "aliprotect: " << message_text(sources[i].name + ": " + error) << "\n";
    } catch (const StoreError& failure) {
      results.end();
      context.out.flush();  // earlier sources are recorded
      throw StoreError(sources[i].name + ": " + failure.what());
    }
    results.add(sources[i], sync, error);
  }
  results.end();
  context.out.flush();  // the notes follow the results
  context.say_warnings();
  if (options.dry_run) context.notes << "aliprotect: nothing was recorded because of --dry-run\n";
  hint_at_rules(context, outdated_rules);
  return code;
}

}  // namespace

void register_sync(Command& program) {
  Command& command = add_command<Options>(
      program, "sync", "Record what is new in your mail and other sources",
      [](Command& sync, Options& options) {
        add_arguments(sync, "SOURCE", options.names,
                      "the sources to read, from the config file [all]");
        add_flag(sync, "--all", options.all, "read all files again, not only new ones");
        add_flag(sync, "--dry-run", options.dry_run, "print what is new, but record nothing");
      },
      run);
  take_formats(command, {"table", "json", "jsonl"});
  command.notes =
      "The sources are sections of ~/.config/aliprotect/config.toml, each with a\n"
      "`path` (a mailbox, a file or a folder) or a `command`:\n\n"
      "  [sources.mail]\n"
      "  path = \"~/Maildir\"\n\n";
  add_examples(command, {"aliprotect sync", "aliprotect sync mail --dry-run"});
}

}  // namespace aliprotect
