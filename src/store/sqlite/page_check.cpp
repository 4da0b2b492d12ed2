#include "store/sqlite/page_check.h"

#include <sqlite3.h>

#include "store/sqlite/failed_reads.h"
#include "store/sqlite/statement.h"

namespace aliprotect::store {

std::vector<std::string> faults_of_pages(SQLite::Database& db, int most) {
  const std::size_t failed_before = failed_reads();
  Statement check(db, [most] { return "PRAGMA integrity_check(" + std::to_string(most) + ")"; });
  std::vector<std::string> faults;
  while (check.step()) {
    if (check.text(0) != "ok") faults.emplace_back(check.text(0));
  }
  // A page that cannot be read is a fault among the others to SQLite.
  if (failed_reads() != failed_before)
    throw SQLite::Exception(sqlite3_errstr(SQLITE_IOERR_READ), SQLITE_IOERR_READ);
  return faults;
}

}  // namespace aliprotect::store
