#include <filesystem>
#include <system_error>

#include "aliprotect/store_file.h"
#include "commands/support/command.h"
#include "commands/support/input_file.h"
#include "export/json_writer.h"
#include "render/phrases.h"
#include "render/text.h"

namespace aliprotect {
namespace {

struct Options {
  std::string file;
};

void refuse_other_files(const std::string& file, const std::string& store) {
  refuse_empty_name("restore", file);
  if (file == "-") {
    throw usage_error("restore: cannot read standard input; use a file (./- for a file named -)");
  }
  std::error_code unknown;
  if (!std::filesystem::is_fifo(file, unknown)) open_input(file);  // opening a pipe would block
  if (!has_store_header(file)) {
    throw UserError(printable(file) +
                    " is not a store; use a file that `aliprotect backup` has written");
  }
  if (role_of(file, store) == FileRole::store) {
    throw UserError(printable(file) +
                    " is the store itself; name the new store with --db, or use another file");
  }
}

void print_words(Context& context, const std::string& file, std::size_t orders) {
  if (context.quiet) return;
  context.out.write("restored " + printable(file) + ": " + format_count(orders, "order") + "\n");
}

void print_json(Context& context, const std::string& file, std::size_t orders) {
  context.out.with([&](std::string& text) {
    JsonWriter json(text);
    json.begin_object();
    json.key("file").value(file);
    json.key("orders").value(orders);
    json.end_object();
    text += '\n';
  });
}

ExitCode run(const Options& options, Context& context) {
  refuse_other_files(options.file, context.store_path());
  const std::size_t orders = context.restore(options.file);
  (context.format == Format::table ? print_words : print_json)(context, options.file, orders);
  return ExitCode::done;
}

constexpr auto words =
    "Everything is restored: orders, log, rule sets, sent reminders, and what\n"
    "imports remember. To go back to a backup of a store that still exists, use\n"
    "`aliprotect --db FILE backup --force STORE`.\n\n";

}  // namespace

void register_restore(Command& program) {
  Command& command = add_command<Options>(
      program, "restore", "Put a backup into an empty store",
      [](Command& restore, Options& options) {
        add_argument(restore, "FILE", options.file, "a file that `backup` has written");
      },
      run);
  take_formats(command, {"table", "json", "jsonl"});
  add_examples(command, {"aliprotect restore orders-copy.db",
                         "aliprotect --db new.db restore orders-copy.db"});
  command.notes = words;
}

}  // namespace aliprotect
