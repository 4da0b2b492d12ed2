#include "commands/support/context.h"

#include <sys/stat.h>

#include <cerrno>
#include <charconv>
#include <utility>

#include "aliprotect/store_file.h"
#include "core/text/quote.h"
#include "import/text/page_date.h"
#include "render/text.h"

namespace aliprotect {
namespace {

constexpr auto recorded = "the change was recorded";

}  // namespace

const Zone& Context::zone() {
  if (!zone_) zone_ = find_zone();
  return *zone_;
}

const Author& Context::author() {
  if (author_) return *author_;
  author_ = find_author();
  const Store* const store = existing_store();
  if (const auto user = store ? store->user() : std::nullopt) author_->user = *user;
  return *author_;
}

const std::string& Context::store_path() {
  if (!store_path_) store_path_ = find_store();
  return *store_path_;
}

std::string Context::store_name() { return Store::name_of(store_path()); }

bool Context::store_exists() {
  if (Store::is_on_server(store_path())) return existing_store() != nullptr;
  struct stat status {};
  return ::stat(store_path().c_str(), &status) == 0 || errno != ENOENT;
}

ChangeLabel Context::label(const std::string& command) { return {now, command, author()}; }

Store* Context::existing_store() {
  if (writer_) return &*writer_;
  if (!reader_) reader_ = Store::open_to_read(store_path(), built_in);
  return reader_ ? &*reader_ : nullptr;
}

Store& Context::store_to_write() {
  if (writer_) return *writer_;
  const bool is_on_server = Store::is_on_server(store_path());
  if (is_on_server && reader_) {
    if (!std::exchange(reader_writes_, true)) reader_->prepare_to_write();
    return *reader_;
  }
  if (!is_on_server) make_store_folder(store_path());
  return writer_.emplace(Store::open_to_write(store_path(), built_in));
}

const Policies& Context::policies() {
  Store* const store = existing_store();
  return store ? store->policies() : built_in;
}

Store* Context::store_to_read() {
  if (Store* const store = existing_store()) return store;
  notes << "aliprotect: "
        << message_text("no orders yet: no store found at " + store_name() +
                        "; add one with `aliprotect add NUMBER`")
        << "\n";
  return nullptr;
}

void Context::record(const std::function<void(Changes&)>& steps, const std::string& what) {
  if (format == Format::table && !quiet)
    zone();  // fail on an invalid zone before recording anything
  store_to_write().record(label(what.empty() ? command_line : what), steps);
  note_done(recorded);
}

void Context::rehearse(const std::function<void(Changes&)>& steps) {
  if (!writer_ && !store_exists()) writer_.emplace(Store::for_dry_run(built_in));
  struct Rehearsed {};
  try {
    store_to_write().record(label(command_line), [&](Changes& changes) {
      steps(changes);
      throw Rehearsed{};  // rolls the change back
    });
  } catch (const Rehearsed&) {
  }
}

std::vector<std::int64_t> Context::undo(std::size_t count, Whose whose) {
  if (format == Format::table && !quiet) zone();
  Store& store = store_to_write();
  const auto by = whose == Whose::own ? store.user() : std::nullopt;
  auto undone = store.undo(label(command_line), count, by);
  note_done(recorded);
  return undone;
}

std::size_t Context::restore(const std::string& backup) {
  if (!Store::is_on_server(store_path())) make_store_folder(store_path());
  const auto orders = restore_store(store_path(), backup);
  if (!orders) {
    throw UserError("the store at " + printable(store_name()) +
                    " is not empty; restore into a new one with --db FILE");
  }
  note_done("the backup was restored");
  return *orders;
}

void Context::send_reminders(const Store::Send& send) {
  store_to_write().send_reminders(now, send);
}

std::string Context::displayed_config_file() const {
  return config_file.empty() ? "the config file" : printable(config_file);
}

void Context::warn(const std::string& sentence) {
  if (known_warnings_.insert(sentence).second) warnings_.push_back(sentence);
}

void Context::say_warnings() {
  for (const std::string& sentence : warnings_) {
    notes << "aliprotect: warning: " << message_text(sentence) << "\n";
  }
  warnings_.clear();
}

Instant Context::read_when(const std::string& option, const std::string& text, Bound bound) {
  const Zone known = typed_date_needs_zone(text) ? zone() : Zone::utc();
  try {
    const TypedTime typed = read_typed_date(text, bound, now, known);
    if (!typed.remark.empty()) warn(option + ": " + typed.remark);
    return typed.at;
  } catch (const UserError& error) {
    throw usage_error(option + ": " + error.what());
  }
}

Seconds Context::read_length(const std::string& option, const std::string& text) const {
  try {
    return read_duration(text);
  } catch (const UserError& error) {
    throw usage_error(option + ": " + error.what());
  }
}

std::int64_t read_number(const std::string& option, const std::string& text, std::int64_t least,
                         std::int64_t most) {
  std::int64_t number = 0;
  const char* const end = text.data() + text.size();
  const auto [read, error] = std::from_chars(text.data(), end, number);
  if (error == std::errc{} && read == end && number >= least && number <= most) return number;
  throw usage_error(option + ": " + in_quotes(text) + " is not a whole number from " +
                    std::to_string(least) + " to " + std::to_string(most));
}

}  // namespace aliprotect
