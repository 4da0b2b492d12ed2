#include <SQLiteCpp/SQLiteCpp.h>

#include "store/selection.h"
#include "support/catch.h"
#include "support/every_state.h"

namespace aliprotect::testing {
namespace {

/// Returns the plan of reading the selected orders by id.
std::string plan_of(const std::string& path, const Selection& selection) {
  SQLite::Database db(path, SQLite::OPEN_READWRITE);
  const std::string sql = store::selected_orders(selection, {}).sql() + " ORDER BY id";
  SQLite::Statement steps(db, "EXPLAIN QUERY PLAN SELECT * " + sql);
  std::string plan;
  while (steps.executeStep()) plan += steps.getColumn(3).getString() + "\n";
  return plan;
}

Selection only(auto Selection::*condition, const auto& value) {
  Selection selection;
  selection.*condition = value;
  return selection;
}

/// The orders are looked up by the ids that a subquery returns.
std::string subquery_of(const std::string& path, const Selection& selection) {
  const std::string plan = plan_of(path, selection);
  INFO(plan);
  CHECK(plan.starts_with("SEARCH orders USING INTEGER PRIMARY KEY (rowid=?)\nLIST SUBQUERY "));
  return plan.substr(plan.find('\n', plan.find('\n') + 1) + 1);
}

}  // namespace

TEST_CASE("due, lapsed and open orders are found in one range of an index", "[store]") {
  EveryState states;
  const Selection::DeadlineRange range{day(0), day(4)};
  CHECK(subquery_of(states.path, only(&Selection::deadlines, range)) ==
        "SEARCH deadlines USING COVERING INDEX deadlines_by_at (at>? AND at<?)\n");
  CHECK(subquery_of(states.path, only(&Selection::lapsed, range)) ==
        "SEARCH states USING COVERING INDEX states_by_state (state=? AND at>? AND at<?)\n");
  CHECK(subquery_of(states.path, only(&Selection::open_at, day(0))) ==
        "COMPOUND QUERY\nLEFT-MOST SUBQUERY\n"
        "SEARCH states USING COVERING INDEX states_by_state (state=? AND at>?)\n"
        "UNION USING TEMP B-TREE\n"
        "SEARCH deadlines USING COVERING INDEX chargebacks_by_at (at>?)\n");
}

TEST_CASE("selecting by seller, client, tag, status or claim does not scan the orders", "[store]") {
  EveryState states;
  const auto with_status = [](Status status) {
    return only(&Selection::statuses, Selection::StatusesAt{{status}, day(0)});
  };
  const std::string x = "x";
  for (const Selection& selection :
       {only(&Selection::seller, x), only(&Selection::client, x), only(&Selection::tag, x),
        only(&Selection::claimed, true), with_status(Status::resolved),
        with_status(Status::escalated), with_status(Status::in_transit)}) {
    const std::string plan = plan_of(states.path, selection);
    INFO(plan);
    CHECK((says(plan, "SEARCH") || says(plan, "USING INDEX disputed_orders")));
    CHECK_FALSE(says(plan, "SCAN orders\n"));
  }
}

}  // namespace aliprotect::testing
