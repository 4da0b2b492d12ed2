#include "aliprotect/store_file.h"
#include "commands/support/backup_target.h"
#include "commands/support/command.h"
#include "commands/support/input_file.h"
#include "export/json_writer.h"
#include "platform/atomic_file.h"
#include "render/phrases.h"
#include "render/text.h"

namespace aliprotect {
namespace {

struct Options {
  std::string file;
  bool force = false;
  bool salvage = false;
};

void print_words(Context& context, const std::string& file, const StoreCopy& copied) {
  if (context.quiet) return;
  context.out.write("wrote " + printable(file) + ": " + format_count(copied.orders, "order") +
                    ", " + std::to_string(copied.bytes) + " bytes\n");
}

void print_json(Context& context, const std::string& file, const StoreCopy& copied) {
  context.out.with([&](std::string& text) {
    JsonWriter json(text);
    json.begin_object();
    json.key("file").value(file);
    json.key("orders").value(copied.orders);
    json.key("bytes").value(std::size_t{copied.bytes});
    json.end_object();
    text += '\n';
  });
}

ExitCode run(const Options& options, Context& context) {
  const bool as_json = context.format != Format::table;
  refuse_empty_name("backup", options.file);
  if (options.file == "-") {
    throw usage_error(
        "backup: cannot write to standard output; use a file (./- for a file named -)");
  }
  if (options.salvage && Store::is_on_server(context.store_path())) {
    throw UserError("--salvage reads a damaged file, but " + printable(context.store_name()) +
                    " is on a server: restore a backup of its database");
  }
  if (!context.store_exists()) {
    throw UserError("no store found at " + printable(context.store_name()) +
                    "; use another file with --db");
  }
  const BackupTarget target = target_for_backup(options.file, context.store_path(), options.force);
  AtomicFile draft(target.path);
  const auto copied = options.salvage ? salvage_store(context.store_path(), draft.path())
                                      : copy_store(context.store_path(), draft.path());
  if (!copied) {
    throw UserError("the store at " + printable(context.store_name()) +
                    " is empty, so there is nothing to copy");
  }
  if (target.is_free) {
    draft.create_target();
  } else {
    replace_store(target.path, draft.path());
  }
  context.note_done("the copy was written");
  (as_json ? print_json : print_words)(context, options.file, *copied);
  return ExitCode::done;
}

constexpr auto words =
    "The copy is a snapshot; other commands can keep recording meanwhile. It is\n"
    "checked before it gets its name, and is a store itself: --db FILE opens it.\n\n";

}  // namespace

void register_backup(Command& program) {
  Command& command = add_command<Options>(
      program, "backup", "Copy the store to a file, even while it is in use",
      [](Command& backup, Options& options) {
        add_argument(backup, "FILE", options.file,
                     "the file to write; an existing file is not replaced");
        add_flag(backup, "--force", options.force,
                 "replace FILE if it is a store, such as an older copy");
        add_flag(backup, "--salvage", options.salvage,
                 "copy what can still be read from a damaged store");
      },
      run);
  take_formats(command, {"table", "json", "jsonl"});
  add_examples(command, {"aliprotect backup orders-copy.db",
                         "aliprotect backup --force --quiet /media/stick/orders.db",
                         "aliprotect --db orders-copy.db list"});
  command.notes = words;
}

}  // namespace aliprotect
