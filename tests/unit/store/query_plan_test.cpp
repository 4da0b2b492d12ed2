#include <SQLiteCpp/SQLiteCpp.h>

#include "store/selection.h"
#include "store/tables.h"
#include "support/catch.h"
#include "support/every_state.h"

namespace aliprotect::testing {
namespace {

std::string plan_of(const std::string& path, std::string sql) {
  SQLite::Database db(path, SQLite::OPEN_READWRITE);
  SQLite::Statement steps(db, "EXPLAIN QUERY PLAN " + sql);
  std::string plan;
  while (steps.executeStep()) plan += steps.getColumn(3).getString() + "\n";
  return plan;
}

Selection only(std::optional<std::string> Selection::*condition, const std::string& value) {
  Selection selection;
  selection.*condition = value;
  return selection;
}

}  // namespace

TEST_CASE("queries for due and for open orders each read one range of an index", "[store]") {
  EveryState states;
  const std::string due = plan_of(states.path, std::string(store::due_orders));
  CHECK(due == "SEARCH deadlines USING COVERING INDEX deadlines_by_at (at>? AND at<?)\n");
  const std::string open = plan_of(states.path, std::string(store::open_orders));
  CHECK(open ==
        "COMPOUND QUERY\nLEFT-MOST SUBQUERY\n"
        "SEARCH deadlines USING COVERING INDEX open_orders_by_end (at>?)\n"
        "UNION USING TEMP B-TREE\n"
        "SEARCH deadlines USING COVERING INDEX chargebacks_by_at (at>?)\n");
}

TEST_CASE("the query for closed undelivered orders reads one range of an index", "[store]") {
  EveryState states;
  const std::string plan = plan_of(states.path, std::string(store::lapsed_orders));
  INFO(plan);
  CHECK(says(plan, "SEARCH lapsed USING COVERING INDEX open_orders_by_end (at>? AND at<?)"));
  CHECK_FALSE(says(plan, "SCAN"));
}

TEST_CASE("selecting by seller, client, tag or deadline does not scan the orders", "[store]") {
  EveryState states;
  Selection by_deadline;
  by_deadline.deadlines = {day(0), day(4)};
  for (const Selection& selection : {only(&Selection::seller, "x"), only(&Selection::client, "x"),
                                     only(&Selection::tag, "x"), by_deadline}) {
    const std::string plan = plan_of(states.path, store::selected_ids(selection, {}));
    INFO(plan);
    CHECK(says(plan, "SEARCH"));
    CHECK_FALSE(says(plan, "SCAN"));
  }
}

TEST_CASE("the rows of chosen orders are read without sorting", "[store]") {
  EveryState states;
  store::for_each_table([&]<typename Table>(Table) {
    const std::string select = store::select_rows(store::names_of<Table>(), store::Scope::chosen);
    SQLite::Database db(states.path, SQLite::OPEN_READWRITE);
    store::make_chosen(db);
    SQLite::Statement steps(db, "EXPLAIN QUERY PLAN " + select);
    while (steps.executeStep()) {
      const std::string step = steps.getColumn(3).getString();
      INFO(step);
      CHECK((step == "SCAN chosen" || says(step, "PRIMARY KEY")));
    }
  });
}

}  // namespace aliprotect::testing
