#include "store/list_json.h"

#include "store/database.h"
#include "support/catch.h"
#include "support/store_fixture.h"

namespace aliprotect::testing {
namespace {

template <typename Element>
std::string written(const std::vector<Element>& list) {
  std::string json;
  store::ListWriter(json).list(list);
  return json;
}

template <typename Element>
std::vector<Element> read(const std::string& json) {
  std::vector<Element> list;
  store::ListReader("column", json).read(list);
  return list;
}

template <typename Element>
void check_same(const std::vector<Element>& list) {
  INFO(written(list));
  CHECK(read<Element>(written(list)) == list);
}

}  // namespace

TEST_CASE("a list has no more than its values", "[store]") {
  CHECK(written(std::vector<std::string>{"a", "\"b\" \\ \n"}) == R"(["a","\"b\" \\ \u000a"])");
  CHECK(written(std::vector<Parcel>{{}}) == "[[]]");
  CHECK(written(std::vector<Parcel>{{"LP1", {}, false, day(1), {}, {}}, {}}) ==
        R"([["LP1",null,null,)" + std::to_string(day(1).time_since_epoch().count()) + "],[]]");
  Dispute dispute;
  dispute.amount = usd(250);
  CHECK(written(std::vector<Dispute>{dispute}) ==
        R"([["not_received","full",[250,"USD"],0,null,"none"]])");
}

TEST_CASE("a list is read as it was written", "[store]") {
  Order order = full_order("3051000000421234");
  order.tags = {"", "a\\", "\"", "[\"x\",null]", "\x01\x1f\x7f \xff", "naïve 日本"};
  order.disputes.emplace_back();
  order.parcels.emplace_back();
  check_same(order.tags);
  check_same(order.parcels);
  check_same(order.extensions);
  check_same(order.disputes);
  check_same(order.notes);
}

TEST_CASE("reading replaces the elements of another order", "[store]") {
  Order order = full_order("3051000000421234");
  const std::string json = written(std::vector<Dispute>{{}});
  store::ListReader("disputes", json).read(order.disputes);
  CHECK(order.disputes == std::vector<Dispute>{{}});
}

TEST_CASE("anything but a list of the program is damage", "[store]") {
  for (const std::string json : {"",
                                 "[",
                                 "[]",
                                 "{}",
                                 "null",
                                 "[[]",
                                 "[[]]]",
                                 "[[],]",
                                 "[[\"LP1\",]]",
                                 "[[\"LP1\" ]]",
                                 "[[1]]",
                                 "[[\"LP1\",null,true,1,1,1,1]]",
                                 "[[null,null,false]]",
                                 "[[\"LP1]]",
                                 "[[\"\\",
                                 "[[\"\\u00",
                                 "[[\"\\u0041\"]]",
                                 "[[\"\\n\"]]",
                                 "[[null,null,null,-1]]",
                                 "[[null,null,null,999999999999999]]",
                                 "[[null,null,null,1.5]]",
                                 "[[null,null,null,99999999999999999999]]"}) {
    INFO(json);
    CHECK_THROWS_AS(read<Parcel>(json), store::DbError);
  }
  CHECK_THROWS_AS(read<Note>("[[1]]"), store::DbError);
  CHECK_THROWS_AS(read<Note>("[[null,\"x\"]]"), store::DbError);
  CHECK_THROWS_AS(read<Dispute>(R"([["not_received","full",[250,"XQX"],0,null,"none"]])"),
                  store::DbError);
  CHECK_THROWS_AS(read<Dispute>(R"([["lost","full",null,0,null,"none"]])"), store::DbError);
}

}  // namespace aliprotect::testing
