// Finding members of JSON objects by their bare names, and reading their values.
#include "import/json/json_members.h"

#include <nlohmann/json.hpp>

#include "import/merge/row.h"
#include "support/catch.h"

using namespace aliprotect;
using nlohmann::json;

namespace {

std::string text_in(const char* object, std::initializer_list<std::string_view> names = {"a"}) {
  const json parsed = json::parse(object);
  try {
    return JsonMembers(parsed).text(names);
  } catch (const RowError& error) {
    return error.what();
  }
}

}  // namespace

TEST_CASE("json members: all spellings of a name are equal") {
  for (const char* object : {R"({"gmt_create":"x"})", R"({"gmtCreate":"x"})",
                             R"({"GMT-Create":"x"})", R"({"gmtcreate":"x"})"}) {
    INFO(object);
    CHECK(text_in(object, {"gmtcreate"}) == "x");
  }
  CHECK(text_in(R"({"gmt_created":"x","gmt":"y"})", {"gmtcreate"}).empty());
}

TEST_CASE("json members: the first name that is present") {
  CHECK(text_in(R"({"id":1,"order_id":2})", {"orderid", "id"}) == "2");
  CHECK(text_in(R"({"id":1,"order_id":null})", {"orderid", "id"}) == "1");
  CHECK(text_in(R"({"id":1,"order_id":" "})", {"orderid", "id"}) == "1");
}

TEST_CASE("json members: texts and numbers") {
  struct Row {
    const char* name;
    const char* object;
    const char* text;
  };
  const Row rows[] = {
      {"nothing", R"({})", ""},
      {"null", R"({"a":null})", ""},
      {"a blank text", R"({"a":" \t"})", ""},
      {"blanks around", R"({"a":" x y "})", "x y"},
      {"a number beyond 2 to the power of 53", R"({"a":9007199254740993})", "9007199254740993"},
      {"the greatest of 64 bits", R"({"a":18446744073709551615})", "18446744073709551615"},
      {"a fraction", R"({"a":12.34})", "12.34"},
      {"a fraction of none", R"({"a":12.0})", "12"},
      {"a tenth and two tenths", R"({"a":0.3})", "0.3"},
      {"a number that was rounded", R"({"a":3.05861E+15})", "3.05861e+15"},
      {"beyond 64 bits", R"({"a":30510000000112340000})", "3.05100e+19"},
      {"a number of MongoDB", R"({"a":{"$numberLong":"3051000000011234"}})", "3051000000011234"},
      {"true", R"({"a":true})", "`a` is not a number or a text without NUL characters"},
      {"a list", R"({"a":[1]})", "`a` is not a number or a text without NUL characters"},
      {"an object", R"({"a":{"b":1}})", "`a` is not a number or a text without NUL characters"},
      {"a NUL", R"({"a":"x\u0000y"})", "`a` is not a number or a text without NUL characters"},
  };
  for (const Row& row : rows) {
    INFO(row.name);
    CHECK(text_in(row.object) == row.text);
  }
}

TEST_CASE("json members: the objects of a list, however it is wrapped") {
  struct Row {
    const char* list;
    const char* objects;
  };
  const Row rows[] = {
      {R"([{"a":1},{"a":2}])", R"([{"a":1},{"a":2}])"},
      {R"({"order_dto":[{"a":1},{"a":2}]})", R"([{"a":1},{"a":2}])"},
      {R"({"order_dto":{"a":1}})", R"([{"a":1}])"},
      {R"({"a":1,"b":2})", R"([{"a":1,"b":2}])"},
      {R"({"a":1})", R"([{"a":1}])"},
      {R"([1,{"a":1},null,[{}]])", R"([{"a":1}])"},
      {R"({})", R"([])"},
      {R"([])", R"([])"},
      {R"({"order_dto":[]})", R"([])"},
      {R"({"order_dto":{}})", R"([])"},
      {R"("none")", R"([])"},
      {R"(7)", R"([])"},
  };
  for (const Row& row : rows) {
    INFO(row.list);
    const json list = json::parse(row.list);
    json objects = json::array();
    for (const json* object : objects_within(&list)) objects.push_back(*object);
    CHECK(objects == json::parse(row.objects));
  }
  CHECK(objects_within(nullptr).empty());
}
