// `stats --by`: which orders form a group, and the order of groups.
#include "rules/groups.h"

#include "support/catch.h"
#include "support/order_builder.h"

using namespace aliprotect;
using namespace aliprotect::testing;

namespace {

using Name = std::optional<std::string>;

Groups groups_of(const std::vector<Name>& names) {
  const Policy policy = policy_2016();
  const Order any = order();
  Groups groups;
  for (const Name& name : names) groups.add(name, {any, policy, day(0)});
  return groups;
}

/// `Lamp House 2, - 1`.
std::string text(const std::vector<Group>& groups) {
  std::string all;
  for (const Group& group : groups) {
    all += (all.empty() ? "" : ", ") + group.name.value_or("-") + " " +
           std::to_string(group.figures.all.orders);
  }
  return all;
}

}  // namespace

TEST_CASE("stats: groups sorted by name, the one without a name last") {
  CHECK(text(groups_of({}).by_name()).empty());
  CHECK(text(groups_of({none}).by_name()) == "- 1");
  CHECK(text(groups_of({"2026-10", none, "2026-09", "2026-10", none, none}).by_name()) ==
        "2026-09 1, 2026-10 2, - 3");
}

TEST_CASE("stats: largest groups first, then by name, the one without a name last") {
  CHECK(text(groups_of({}).largest_first()).empty());
  CHECK(text(groups_of({"b", "c", none, "a", "c", none, none}).largest_first()) ==
        "c 2, a 1, b 1, - 3");
}

TEST_CASE("stats: group names ignore the case of ASCII letters, like filters") {
  CHECK(text(groups_of({"Lamp House", "LAMP house", "lamp house"}).by_name()) == "Lamp House 3");
  CHECK(text(groups_of({"lamp", "Lamp ", "lamp"}).by_name()) == "lamp 2, Lamp  1");
  CHECK(text(groups_of({"Ä", "ä"}).by_name()) == "Ä 1, ä 1");
  CHECK(text(groups_of({"[", "{", "@", "`"}).by_name()) == "@ 1, [ 1, ` 1, { 1");
}

TEST_CASE("stats: an empty name is a name too") {
  CHECK(text(groups_of({"", none, ""}).by_name()) == " 2, - 1");
}
