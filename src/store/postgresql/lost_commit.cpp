#include "store/postgresql/lost_commit.h"

#include <thread>

#include "store/postgresql/errors.h"

namespace aliprotect::store {
namespace {

using std::chrono::milliseconds;
using Clock = std::chrono::steady_clock;

/// How long marks are kept at least, in seconds. A mark that is not found says something only while
/// it is younger: this program may have been suspended.
constexpr auto kept = "3600";

/// The lock waits until the transaction has ended, if its session still runs. The update makes this
/// transaction wait for the synchronous standbys, which then have the change, too: otherwise it
/// could be acknowledged here and be missing after a failover.
std::string lookup(const ChangeMark& mark) {
  return "BEGIN; LOCK TABLE entries IN SHARE ROW EXCLUSIVE MODE; "
         "WITH found AS (UPDATE recent_changes SET at = at WHERE at = " +
         mark.at + " AND token = '" + mark.token +
         "' RETURNING token) "
         "SELECT (SELECT count(*) FROM found), "
         "(extract(epoch FROM clock_timestamp())::bigint < " +
         mark.at + " + " + kept + " / 2)::int; COMMIT";
}

Outcome outcome(const Result& row) {
  if (row.value(0, 0) == "1") return Outcome::recorded;
  return row.value(0, 1) == "1" ? Outcome::not_recorded : Outcome::unknown;
}

/// Whether another attempt can succeed: the server is lost again, shuts down, or is a standby
/// still.
bool may_change(const DbError& error) { return is_lost_connection(error) || is_read_only(error); }

}  // namespace

std::string commit_with(const ChangeMark& mark) {
  return "DELETE FROM recent_changes WHERE at < " + mark.at + " - " + kept +
         "; INSERT INTO recent_changes (at, token) VALUES (" + mark.at + ", '" + mark.token +
         "'); COMMIT";
}

Outcome outcome_of_lost_commit(Connection& connection, const ChangeMark& mark) {
  constexpr milliseconds pause{200};
  const Clock::time_point deadline = Clock::now() + std::chrono::seconds(30);
  while (Clock::now() < deadline) {
    std::this_thread::sleep_for(pause);
    if (!connection.connect_again()) continue;
    try {
      const auto left = std::chrono::duration_cast<milliseconds>(deadline - Clock::now());
      const std::optional<Result> row = connection.rows_within(lookup(mark), left);
      return row ? outcome(*row) : Outcome::unknown;
    } catch (const DbError& error) {
      if (!may_change(error)) return Outcome::unknown;
    }
  }
  return Outcome::unknown;
}

}  // namespace aliprotect::store
