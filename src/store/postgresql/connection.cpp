#include "store/postgresql/connection.h"

#include <poll.h>

#include <algorithm>
#include <array>
#include <cstring>
#include <vector>

#include "store/postgresql/errors.h"
#include "store/postgresql/server_name.h"

namespace aliprotect::store {
namespace {

/// Frees the parameters of an address.
struct FreeOptions {
  void operator()(PQconninfoOption* options) const { libpq().conninfo_free(options); }
};
using Options = std::unique_ptr<PQconninfoOption, FreeOptions>;

/// libpq's reason is left out if it might quote a part of the password.
StoreError invalid_address(const std::string& store, const char* reason) {
  const std::string name = displayed_name(store);
  const bool has_secret = name != store;
  return StoreError(name + " is not a valid address of a server" +
                    (reason && !has_secret ? " (" + one_line(reason) + ")" : "") +
                    ": write special characters as %XX, such as %40 for @");
}

Options read_options(const std::string& store) {
  char* reason = nullptr;
  Options options(libpq().conninfo_parse(store.c_str(), &reason));
  if (options) return options;
  const StoreError error = invalid_address(store, reason);
  libpq().freemem(reason);
  throw error;
}

bool is_set(const PQconninfoOption* options, const char* keyword) {
  for (const PQconninfoOption* option = options; option && option->keyword; ++option) {
    if (std::strcmp(option->keyword, keyword) == 0) return option->val && *option->val;
  }
  return false;
}

/// A server or network that fails silently is noticed after half a minute instead of hours, and the
/// next host is tried.
constexpr std::array<std::array<const char*, 2>, 5> time_limits{{{"connect_timeout", "10"},
                                                                 {"tcp_user_timeout", "30000"},
                                                                 {"keepalives_idle", "10"},
                                                                 {"keepalives_interval", "5"},
                                                                 {"keepalives_count", "4"}}};

/// The keywords and values of a connection. They point into those of the address.
struct Parameters {
  std::vector<const char*> keywords;
  std::vector<const char*> values;

  void add(const char* keyword, const char* value) {
    keywords.push_back(keyword);
    values.push_back(value);
  }
};

/// A service file states its own limits, which a parameter would override.
void add_time_limits(Parameters& parameters, const PQconninfoOption* uri) {
  const Options environment(libpq().conndefaults());
  if (is_set(uri, "service") || is_set(environment.get(), "service")) return;
  for (const auto& [keyword, value] : time_limits) {
    if (!is_set(uri, keyword) && !is_set(environment.get(), keyword))
      parameters.add(keyword, value);
  }
}

void ignore_notice(void*, const char*) {}

/// Returns whether the connection succeeded or failed without a wait of more than a second.
bool finishes_soon(PGconn* connection) {
  PostgresPollingStatusType state = PGRES_POLLING_WRITING;
  while (state == PGRES_POLLING_READING || state == PGRES_POLLING_WRITING) {
    const short wanted = state == PGRES_POLLING_READING ? POLLIN : POLLOUT;
    pollfd server{libpq().socket(connection), wanted, 0};
    if (::poll(&server, 1, 1'000) <= 0) return false;
    state = libpq().connect_poll(connection);
  }
  return true;
}

/// libpq prints a server's warnings, such as about the version of its collations, until a function
/// is set for them, which needs a connection. If that takes long, `reset` starts again, because
/// only libpq can go to the next address after `connect_timeout`.
PGconn* connect_silently(const Parameters& parameters) {
  PGconn* const connection =
      libpq().connect_start_params(parameters.keywords.data(), parameters.values.data(), 0);
  if (libpq().status(connection) == CONNECTION_BAD) return connection;
  libpq().set_notice_processor(connection, ignore_notice, nullptr);
  if (!finishes_soon(connection)) libpq().reset(connection);
  return connection;
}

PGconn* connect(const std::string& store) {
  const Options options = read_options(store);
  Parameters parameters;
  parameters.add("fallback_application_name", "aliprotect");
  for (const PQconninfoOption* option = options.get(); option->keyword; ++option) {
    if (!option->val || std::strcmp(option->keyword, "client_encoding") == 0) continue;
    parameters.add(option->keyword, option->val);
  }
  add_time_limits(parameters, options.get());
  parameters.add("client_encoding", "UTF8");
  parameters.add(nullptr, nullptr);
  return connect_silently(parameters);
}

}  // namespace

Connection::Connection(const std::string& store, std::chrono::milliseconds lock_wait)
    : connection_(connect(store)), lock_wait_(lock_wait) {
  if (is_lost()) throw cannot_connect(displayed_name(store), libpq().error_message(get()));
  require_version(displayed_name(store));
  const char* const encoding = libpq().parameter_status(get(), "server_encoding");
  if (!encoding || std::strcmp(encoding, "UTF8") != 0) {
    throw StoreError(displayed_name(store) + " has the encoding " +
                     (encoding ? encoding : "unknown") + ": use a database with UTF8");
  }
  try {
    set_up();
  } catch (const DbError& error) {
    if (is_lost()) throw cannot_connect(displayed_name(store), error.what());
    throw server_error(displayed_name(store), error, Database::Access::read);
  }
}

void Connection::require_version(const std::string& name) const {
  constexpr int oldest = 140'000;
  if (libpq().server_version(get()) >= oldest) return;
  const char* const version = libpq().parameter_status(get(), "server_version");
  throw StoreError(name + " runs PostgreSQL " + (version ? version : "of unknown version") +
                   ": use a server with PostgreSQL 14 or newer");
}

/// A server may be set up to acknowledge a commit before it is on disk, or to end a session while
/// reminders are sent, which it could not record then. It plans cursors as if only their first rows
/// were read. `check` compares definitions whose names are not quoted.
void Connection::set_up() const {
  run("SET lock_timeout = " + std::to_string(lock_wait_.count()) +
      "; SET idle_session_timeout = 0; SET jit = off; SET cursor_tuple_fraction = 1; "
      "SET quote_all_identifiers = off; SELECT set_config('synchronous_commit', 'on', false) "
      "WHERE current_setting('synchronous_commit') = 'off'");
}

Result Connection::checked(PGresult* result) const {
  Result owned(result);
  const ExecStatusType status = libpq().result_status(result);
  if (status == PGRES_COMMAND_OK || status == PGRES_TUPLES_OK) return owned;
  const char* const sqlstate =
      result ? libpq().result_error_field(result, PG_DIAG_SQLSTATE) : nullptr;
  const char* const reason =
      sqlstate ? libpq().result_error_field(result, PG_DIAG_MESSAGE_PRIMARY) : nullptr;
  throw ServerError(is_lost()  ? lost_connection
                    : sqlstate ? sqlstate
                               : "",
                    reason ? reason : one_line(libpq().error_message(get())));
}

std::optional<Result> Connection::rows_within(const std::string& sql,
                                              std::chrono::milliseconds limit) {
  if (libpq().send_query(get(), sql.c_str()) == 0) checked(nullptr);
  Result rows;
  while (wait_for_results(limit)) {
    PGresult* const next = libpq().get_result(get());
    if (!next) return rows;
    Result result = checked(next);
    if (libpq().result_status(result.get()) == PGRES_TUPLES_OK) rows = std::move(result);
  }
  connection_.reset();
  return std::nullopt;
}

bool Connection::wait_for_results(std::chrono::milliseconds limit) const {
  while (libpq().is_busy(get()) != 0) {
    pollfd server{libpq().socket(get()), POLLIN, 0};
    const int ready = ::poll(&server, 1, static_cast<int>(std::max(limit.count(), 0L)));
    if (ready == 0) return false;
    if (libpq().consume_input(get()) == 0) checked(nullptr);
  }
  return true;
}

bool Connection::is_in_transaction() const {
  const PGTransactionStatusType status = libpq().transaction_status(get());
  return status == PQTRANS_INTRANS || status == PQTRANS_INERROR;
}

std::string Connection::user() const {
  // A pooler may not pass it on.
  const char* const user = libpq().parameter_status(get(), "session_authorization");
  return user ? user : std::string(run("SELECT session_user").value(0, 0));
}

bool Connection::connect_again() {
  ++session_;
  libpq().reset(get());
  if (is_lost()) return false;
  try {
    set_up();
    return true;
  } catch (const DbError&) {
    return false;
  }
}

}  // namespace aliprotect::store
