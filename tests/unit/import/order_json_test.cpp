#include "import/json/order_json.h"

#include <nlohmann/json.hpp>
#include <string>

#include "aliprotect/protection.h"
#include "import/merge/row.h"
#include "import/text/page_date.h"
#include "support/catch.h"

namespace aliprotect {
namespace {

using nlohmann::json;

Instant at(const char* text) { return from_rfc3339(text).value(); }

/// Reads an order object; times without a zone are in UTC.
struct Reader {
  OrderPatch read(const json& object) {
    const auto read_time = [](std::string_view text, Bound bound) {
      const Zone utc = Zone::utc();
      return read_page_date(text, bound, {utc});
    };
    return read_order_json(object, {read_time, Currency::from_code("USD"), skipped, unknown});
  }

  SkippedValues skipped;
  NameList unknown;
};

/// `text` is an order object without its number.
Order laid_over(Order order, const std::string& text) {
  json object = json::parse(text);
  object["number"] = "3051000000421234";
  apply_patch(Reader().read(object), order);
  return order;
}

/// Returns why a value is skipped, or the row rejected.
std::string refusal(const std::string& text) {
  try {
    Reader reader;
    reader.read(json::parse(text));
    if (reader.skipped.empty()) return "accepted";
    return reader.skipped.front().field + " " + reader.skipped.front().reason;
  } catch (const RowError& error) {
    return std::string("rejected: ") + error.what();
  }
}

TEST_CASE("only a bad number rejects an order; other bad values are skipped with a reason") {
  struct Row {
    const char* name;
    const char* object;
    const char* reason;
  };
  const Row rows[] = {
      {"no object", "[1]", "rejected: it is not a JSON object"},
      {"no number", "{}", "rejected: `number` is missing"},
      {"a number as a JSON number", R"({"number":3051000000421234})", "accepted"},
      {"a spreadsheet's number", R"({"number":"3.05861E+15"})", "spreadsheet"},
      {"a rounded JSON number", R"({"number":3.05861e15})", "rejected: "},
      {"a number that is an id", R"({"number":"123"})", "rejected: "},
      {"a date alone", R"({"number":"3051000000421234","ordered_at":"2026-10-01"})", "accepted"},
      {"30 February", R"({"number":"3051000000421234","ordered_at":"2026-02-30T00:00:00Z"})",
       "ordered_at cannot read"},
      {"days of half", R"({"number":"3051000000421234","days":4.5})", "`days`"},
      {"days beyond any clock", R"({"number":"3051000000421234","days":100000})", "`days`"},
      {"negative days", R"({"number":"3051000000421234","days":-1})", "`days`"},
      {"money as a number", R"({"number":"3051000000421234","price":12.34})", "`price`"},
      {"a float's amount",
       R"({"number":"3051000000421234","price":{"amount":12.34,"currency":"USD"}})", "`amount`"},
      {"too precise",
       R"({"number":"3051000000421234","price":{"amount":"1.234","currency":"USD"}})", "`price`"},
      {"negative money",
       R"({"number":"3051000000421234","price":{"amount":"-1.00","currency":"USD"}})", "`price`"},
      {"no such currency",
       R"({"number":"3051000000421234","price":{"amount":"1.00","currency":"XXQ"}})", "XXQ"},
      {"an unknown word", R"({"number":"3051000000421234","inspection":"fine"})", "`inspection`"},
      {"an unknown source of closes_at",
       R"({"number":"3051000000421234","closes_at":"2026-12-05T00:00:00Z","closes_source":"garbage"})",
       "`closes_source` is \"garbage\", which is none of: typed, protection_days, deadline"},
      {"a source of closes_at that is no text",
       R"({"number":"3051000000421234","closes_source":1})", "`closes_source`"},
      {"parcels that are no list", R"({"number":"3051000000421234","parcels":{}})", "`parcels`"},
      {"a parcel that is no object", R"({"number":"3051000000421234","parcels":["LP1"]})",
       "parcels it is not a JSON object"},
      {"a dispute without a date",
       R"({"number":"3051000000421234","disputes":[{"reason":"not_received"}]})", "`opened_at`"},
      {"a NUL in a text", R"({"number":"3051000000421234","title":"a\u0000b"})", "NUL"},
      {"an id of zero", R"({"number":"3051000000421234","id":0})", "`id`"},
      {"an id of ten digits", R"({"number":"3051000000421234","id":1000000000})", "`id`"},
  };
  for (const Row& row : rows) {
    INFO(row.name << ": " << refusal(row.object));
    CHECK(refusal(row.object).find(row.reason) != std::string::npos);
  }
}

TEST_CASE("an invalid value does not reject its element or its order") {
  Reader reader;
  const OrderPatch facts = reader.read(json::parse(R"({"number":"3051000000421234",
      "deadline":"2026-12-01","closes_at":"2026-12-05","closes_source":"guessed",
      "parcels":[{"tracking":"LP1","shipped_at":"soon"},7],
      "disputes":[{"reason":"lost"}],"tags":["gift",1]})"));
  CHECK(to_rfc3339(facts.deadline.value()) == "2026-12-01T23:59:59Z");
  CHECK_FALSE(facts.closes.at);
  REQUIRE(facts.parcels.size() == 1);
  CHECK(facts.parcels.front().tracking == "LP1");
  CHECK(facts.disputes.empty());
  CHECK(facts.tags == std::vector<std::string>{"gift"});
  std::string fields;
  for (const SkippedValue& value : reader.skipped) fields += value.field + " ";
  CHECK(fields == "closes_source tags parcels.shipped_at parcels disputes ");
}

TEST_CASE("unknown keys are reported") {
  Reader reader;
  reader.read(json::parse(R"({"number":"3051000000421234","colour":"red","title":null})"));
  CHECK(reader.unknown.text() == "colour");
}

TEST_CASE("unknown keys in lists are reported, too") {
  Reader reader;
  reader.read(json::parse(R"({"number":"3051000000421234",
      "parcels":[{"traking":"LP1","carrier":"Post"}],
      "extensions":[{"requested_at":"2026-11-01T00:00:00Z","length":5}],
      "disputes":[{"reason":"not_received","opened_at":"2026-11-01T00:00:00Z","escalation":"none",
          "evidence":[{"file":"a","added_at":"2026-11-01T00:00:00Z","bytes":1}],"won":true}],
      "notes":[{"at":"2026-11-01T00:00:00Z","text":"a","by":"me"}]})"));
  CHECK(reader.unknown.text() ==
        "disputes.won, evidence.bytes, extensions.length, notes.by, parcels.traking");
}

TEST_CASE("words may have any case, surrounding blanks and hyphens") {
  const Order order = laid_over({}, R"({"inspection":" Good","parcels":[{}],
      "extensions":[{"requested_at":"2026-11-01T00:00:00Z","channel":"BUTTON","status":"Declined "}],
      "disputes":[{"reason":"Not-As-Described","opened_at":"2026-11-01T00:00:00Z","want":"Return",
          "seller_answer":" refused","outcome":"Partial"}]})");
  CHECK(order.inspection == Inspection::good);
  CHECK(order.extensions.at(0).channel == Channel::button);
  CHECK(order.extensions.at(0).status == ExtensionStatus::declined);
  CHECK(order.disputes.at(0).reason == Reason::not_as_described);
  CHECK(order.disputes.at(0).want == Want::return_goods);
  CHECK(order.disputes.at(0).seller_answer == SellerAnswer::refused);
  CHECK(order.disputes.at(0).outcome == Outcome::partial);
}

TEST_CASE("the additional keys of due and remind are known") {
  Reader reader;
  reader.read(json::parse(R"({"number":"3051000000421234","due":{},"lead":"7d"})"));
  CHECK(reader.unknown.empty());
}

TEST_CASE("an empty value changes nothing; any other replaces the recorded one") {
  Order recorded;
  recorded.title = "typed by hand";
  recorded.client = "shop-1";
  recorded.confirmed_at = at("2026-10-01T00:00:00Z");
  const Order order = laid_over(
      recorded, R"({"title":null,"seller":"Example Store","client":"shop-2","confirmed_at":null})");
  CHECK(order.title == "typed by hand");
  CHECK(order.seller == "Example Store");
  CHECK(order.client == "shop-2");
  CHECK(order.confirmed_at == recorded.confirmed_at);
}

TEST_CASE("a blank text changes nothing") {
  Order recorded;
  recorded.title = "typed by hand";
  recorded.parcels = {{"LP1", "Example Post", false, at("2026-10-01T00:00:00Z"), {}}};
  recorded.tags = {"gift"};
  const Order order = laid_over(recorded, R"({"title":"","client":" ","tags":["", "\t"],
      "parcels":[{"tracking":"","carrier":" "}]})");
  CHECK(order == recorded);
}

TEST_CASE("days and deadline replace each other") {
  Order by_days;
  by_days.days = Days{30};
  CHECK(laid_over(by_days, R"({"deadline":"2026-12-01T00:00:00Z"})").days == std::nullopt);
  Order typed;
  typed.deadline = at("2026-12-01T00:00:00Z");
  typed.parcels = {{"LP1", std::nullopt, false, at("2026-10-01T00:00:00Z"), {}}};
  const Order counted = laid_over(typed, R"({"days":30,"deadline":"2026-11-01T00:00:00Z"})");
  CHECK(counted.days == Days{30});
  CHECK(counted.deadline == std::nullopt);
}

TEST_CASE("days without a shipment do not clear a deadline") {
  const Instant typed = at("2026-12-01T00:00:00Z");
  Order order;
  order.deadline = typed;
  CHECK(laid_over(order, R"({"days":60})") == laid_over(order, "{}"));
  Order without_date = order;
  without_date.parcels.emplace_back();
  CHECK(laid_over(without_date, R"({"days":60})").deadline == typed);
  CHECK(laid_over(order, R"({"days":60,"parcels":[{"tracking":"LP1"}]})").deadline == typed);
  CHECK(laid_over({}, R"({"days":60,"deadline":"2026-12-01T00:00:00Z"})").deadline == typed);
  CHECK(laid_over({}, R"({"days":60})").days == Days{60});
  const Order shipped = laid_over(order, R"({"days":60,"shipped_at":"2026-10-01T00:00:00Z"})");
  CHECK(shipped.days == Days{60});
  CHECK(shipped.deadline == std::nullopt);
}

TEST_CASE("a deadline that equals the computed one does not count as typed") {
  Order counted;
  counted.days = Days{30};
  counted.parcels = {{"LP1", std::nullopt, false, at("2026-10-01T00:00:00Z"), {}}};
  CHECK(laid_over(counted, R"({"deadline":"2026-10-31T00:00:00Z"})") == laid_over(counted, "{}"));
  CHECK(laid_over(counted, R"({"deadline":"2026-10-30T00:00:00Z"})").days == std::nullopt);
}

TEST_CASE("a typed closes_at is recorded, less the granted days") {
  const auto closes = [](const char* text) { return laid_over({}, text).closes; };
  CHECK(closes(R"({"closes_at":"2026-12-11T00:00:00Z","closes_source":"deadline"})") ==
        std::nullopt);
  CHECK(closes(R"({"closes_at":"2026-12-11T00:00:00Z","closes_source":"protection_days"})") ==
        std::nullopt);
  CHECK(closes(R"({"closes_at":null})") == std::nullopt);
  CHECK(closes(R"({"closes_at":"2026-12-11T00:00:00Z","closes_source":"typed"})") ==
        at("2026-12-11T00:00:00Z"));
  CHECK(closes(R"({"closes_at":"2026-12-11T00:00:00Z","closes_source":"typed","extensions":[
      {"requested_at":"2026-11-01T00:00:00Z","days":10,"status":"granted"},
      {"requested_at":"2026-11-02T00:00:00Z","days":5,"status":"pending"}]})") ==
        at("2026-12-01T00:00:00Z"));
}

TEST_CASE("case and blanks of closes_source do not matter, and an unknown one is skipped") {
  const auto closes = [](const std::string& source) {
    return laid_over({},
                     R"({"closes_at":"2026-12-11T00:00:00Z","closes_source":")" + source + "\"}")
        .closes;
  };
  for (const char* source : {"Typed", " typed", "TYPED ", "typed"}) {
    INFO(source);
    CHECK(closes(source) == at("2026-12-11T00:00:00Z"));
  }
  CHECK(closes(" Deadline") == std::nullopt);
  CHECK(closes("PROTECTION_DAYS") == std::nullopt);
  for (const char* source : {"garbage", "type", "typed deadline", "protection days"}) {
    INFO(source);
    CHECK(closes(source) == std::nullopt);
  }
}

TEST_CASE("closes_at without a source counts as typed unless it equals the computed one") {
  const auto closes = [](const Order& recorded, const char* text) {
    return laid_over(recorded, text).closes;
  };
  const Instant end = at("2026-10-31T00:00:00Z");
  CHECK(closes({}, R"({"closes_at":"2026-10-31T00:00:00Z"})") == end);
  CHECK(closes({}, R"({"closes_at":"2026-10-31T00:00:00Z","closes_source":null})") == end);
  CHECK(closes({}, R"({"closes_at":"2026-10-31T00:00:00Z","days":30,
      "shipped_at":"2026-10-01T00:00:00Z"})") == std::nullopt);
  Order counted;
  counted.days = Days{30};
  counted.parcels = {{"LP1", std::nullopt, false, at("2026-10-01T00:00:00Z"), {}}};
  CHECK(closes(counted, R"({"closes_at":"2026-10-31T00:00:00Z"})") == std::nullopt);
  CHECK(closes(counted, R"({"closes_at":"2026-10-30T00:00:00Z"})") == at("2026-10-30T00:00:00Z"));
  Order extended = counted;
  extended.extensions = {
      {at("2026-10-20T00:00:00Z"), Days{10}, Channel::button, ExtensionStatus::granted, {}, {}}};
  CHECK(closes(extended, R"({"closes_at":"2026-11-10T00:00:00Z"})") == std::nullopt);
  CHECK(closes(extended, R"({"closes_at":"2026-10-31T00:00:00Z"})") == at("2026-10-21T00:00:00Z"));
  Order exactly = counted;
  exactly.extensions = {{at("2026-10-20T00:00:00Z"),
                         Days{10},
                         Channel::button,
                         ExtensionStatus::granted,
                         {},
                         at("2026-11-09T12:00:00Z")}};
  CHECK(laid_over(exactly, R"({"closes_at":"2026-11-09T12:00:00Z"})") == laid_over(exactly, "{}"));
  // A file from before the grant has an earlier end; a later file never has.
  CHECK(laid_over(exactly, R"({"closes_at":"2026-11-05T00:00:00Z"})") == laid_over(exactly, "{}"));
  const Order moved = laid_over(exactly, R"({"closes_at":"2026-11-15T00:00:00Z"})");
  CHECK(clocks_of(moved, Policy{}).closes == at("2026-11-15T00:00:00Z"));
  Order typed = counted;
  typed.closes = end;
  CHECK(closes(typed, R"({"closes_at":"2026-10-31T00:00:00Z"})") == end);
}

TEST_CASE("parcels are matched by number in any case") {
  Order recorded;
  recorded.parcels = {{"LPX1", "Example Post", false, at("2026-10-01T00:00:00Z"), {}}};
  CHECK(laid_over(recorded, R"({"parcels":[{"tracking":"lpx1"}]})") == recorded);
  CHECK(laid_over(recorded, R"({"parcels":[{"tracking":"lpx12"}]})").parcels.size() == 2);
}

TEST_CASE("parcels are matched by number, or else by position") {
  Order recorded;
  recorded.parcels = {{"LP1", "Example Post", false, at("2026-10-01T00:00:00Z"), {}},
                      {std::nullopt, std::nullopt, true, {}, {}}};
  const Order order = laid_over(recorded, R"({"parcels":[
      {"tracking":"LP2","shipped_at":"2026-10-02T00:00:00Z"},
      {"tracking":"LP1","delivered_at":"2026-10-20T00:00:00Z"},
      {"tracking":"LP3"}]})");
  REQUIRE(order.parcels.size() == 3);
  CHECK(order.parcels[0].carrier == "Example Post");
  CHECK(order.parcels[0].delivered_at == at("2026-10-20T00:00:00Z"));
  CHECK(order.parcels[1].tracking == "LP2");
  CHECK(order.parcels[1].untracked);
  CHECK(order.parcels[2].tracking == "LP3");
}

TEST_CASE("a shipment stated without parcels is one parcel") {
  const Order order = laid_over(
      {}, R"({"shipped_at":"2026-10-01T00:00:00Z","delivered_at":"2026-10-20T00:00:00Z"})");
  REQUIRE(order.parcels.size() == 1);
  CHECK(order.parcels[0].shipped_at == at("2026-10-01T00:00:00Z"));
  CHECK(order.parcels[0].delivered_at == at("2026-10-20T00:00:00Z"));
}

TEST_CASE("two requests at the same instant stay two, and importing again adds none") {
  const char* text = R"({"extensions":[
      {"requested_at":"2026-11-01T00:00:00Z","days":10,"status":"declined"},
      {"requested_at":"2026-11-01T00:00:00Z","days":5,"status":"granted"}],
      "notes":[{"at":"2026-11-01T00:00:00Z","text":"a"},{"at":"2026-11-01T00:00:00Z","text":"a"}],
      "tags":["gift","gift"]})";
  const Order once = laid_over({}, text);
  CHECK(once.extensions.size() == 2);
  CHECK(once.notes.size() == 2);
  CHECK(once.tags == std::vector<std::string>{"gift"});
  CHECK(laid_over(once, text) == once);
}

}  // namespace
}  // namespace aliprotect
