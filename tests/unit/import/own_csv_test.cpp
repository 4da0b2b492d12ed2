// The tracker's own CSV: its header, its cells, and edits by people.
#include "import/table/own_csv.h"

#include "support/catch.h"

using namespace aliprotect;

namespace {

using Cells = std::vector<std::string>;

OwnRow read(const Cells& header, const Cells& cells) {
  const Zone utc = Zone::utc();
  const CellReading reading{{utc}, std::nullopt, from_rfc3339("2026-11-20T12:00:00Z").value()};
  NameList unknown;
  return read_own_row(cells, own_columns(header).value(), reading, unknown);
}

OrderPatch facts(const char* key, const char* cell) {
  return read({"number", key}, {"3051000000011234", cell}).facts;
}

/// Returns why the cell is skipped or its row rejected.
std::string refusal_of(const char* key, const char* cell) {
  try {
    const OwnRow row = read({"number", key}, {"3051000000011234", cell});
    return row.skipped.empty() ? "it was read" : row.skipped.front().reason;
  } catch (const RowError& error) {
    return error.what();
  }
}

}  // namespace

TEST_CASE("own csv: recognised headers") {
  struct Row {
    const char* name;
    Cells header;
    bool is_own;
  };
  const Row rows[] = {
      {"keys of ours", {"id", "number", "title"}, true},
      {"in another case", {"ID", " Number ", "Title"}, true},
      {"a whole one with columns of one's own", {"number", "parcels", "My own"}, true},
      {"with derived keys", {"number", "next_step.action", "at_risk"}, true},
      {"a status beside the facts", {"number", "status", "confirmed_at", "cancelled_at"}, true},
      {"nothing", {}, false},
      {"no number", {"id", "title", "parcels"}, false},
      {"a status alone", {"number", "title", "status"}, false},
      {"a column that is not ours", {"number", "price", "currency"}, false},
      {"names of another program", {"Order ID", "Title"}, false},
  };
  for (const Row& row : rows) {
    INFO(row.name);
    CHECK(own_columns(row.header).has_value() == row.is_own);
  }
  CHECK(own_columns({"number", "parcels", "My own", ""})->unknown_columns == Cells{"My own"});
}

TEST_CASE("own csv: a repeated column counts once and is reported") {
  const Cells header = {"number", "title", "Title", "parcels", "status"};
  CHECK(own_columns(header)->unknown_columns == Cells{"Title (again)"});
  const OwnRow row = read(header, {"3051000000011234", "first", "second", "", "cancelled"});
  CHECK(row.facts.title == "first");
  CHECK(row.facts.ignored == std::vector<IgnoredFact>{IgnoredFact::status});
  CHECK(own_columns({"number", "title", "title"})->unknown_columns == Cells{"title (again)"});
}

TEST_CASE("own csv: cells") {
  CHECK(facts("title", "'=1+1").title == "=1+1");
  CHECK(facts("title", " Lamp ").title == " Lamp ");
  CHECK_FALSE(facts("title", "  ").title);
  CHECK(to_text(facts("price", "12.34 USD").price.value()) == "12.34 USD");
  CHECK(to_text(facts("price", "9999999999999.99 USD").price.value()) == "9999999999999.99 USD");
  CHECK(to_text(facts("price", "1.234,56 €").price.value()) == "1234.56 EUR");
  CHECK(to_rfc3339(facts("deadline", "2026-12-01").deadline.value()) == "2026-12-01T23:59:59Z");
  CHECK(to_rfc3339(facts("ordered_at", "2026-12-01T01:00:00+02:00").ordered_at.value()) ==
        "2026-11-30T23:00:00Z");
  CHECK(facts("tags", "[]").tags.empty());
  CHECK(facts("tags", "[\"a, b\"]").tags == Cells{"a, b"});
  CHECK(facts("next_step.action", "none").number.text() == "3051000000011234");
}

TEST_CASE("own csv: cells typed by people") {
  CHECK(facts("tags", "gift, work").tags == Cells{"gift", "work"});
  const OrderPatch noted = facts("notes", "call back");
  REQUIRE(noted.undated_status);
  CHECK(noted.undated_status->notes == Cells{"call back"});
  CHECK(to_rfc3339(noted.undated_status->at) == "2026-11-20T12:00:00Z");
  const OwnRow priced = read({"number", "price"}, {"3051000000011234", "12.34"});
  CHECK(priced.skipped.at(0).field == "price");
  CHECK_FALSE(priced.facts.price);
}

TEST_CASE("own csv: derived columns, and closes") {
  const Cells header = {"number", "days", "deadline", "closes_at", "closes_source"};
  const auto row = [&](const char* days, const char* source) {
    return read(header,
                {"3051000000011234", days, "2026-12-01T00:00:00Z", "2026-12-05T00:00:00Z", source})
        .facts;
  };
  CHECK(row("", "deadline").closes.is_computed());
  CHECK(row("45", "protection_days").closes.is_computed());
  CHECK(row("", "typed").closes.source == ClosesSource::typed);
  CHECK(row("", " Typed").closes.source == ClosesSource::typed);
  CHECK(row("", "PROTECTION-DAYS").closes.is_computed());
  CHECK_FALSE(row("", "").closes.is_computed());
  CHECK(to_rfc3339(row("", "").closes.at.value()) == "2026-12-05T00:00:00Z");
  CHECK(to_rfc3339(facts("closes_at", "2026-12-05").closes.at.value()) == "2026-12-05T23:59:59Z");
}

TEST_CASE("own csv: a delivery in the future is skipped") {
  const auto delivered = [](const char* cell, const char* parcels) {
    return read({"number", "delivered_at", "parcels"}, {"3051000000011234", cell, parcels});
  };
  CHECK_FALSE(delivered("2026-11-21", "").facts.delivered_at);
  CHECK(delivered("2026-11-21", "").skipped.at(0).field == "delivered_at");
  CHECK_FALSE(delivered("2026-11-20T12:00:01Z", "[]").facts.delivered_at);
  CHECK(delivered("2026-11-20T12:00:00Z", "").facts.delivered_at);
  const OwnRow whole = delivered("2026-11-21T00:00:00Z",
                                 R"([{"tracking":"LP1","delivered_at":"2026-11-21T00:00:00Z"}])");
  CHECK(whole.skipped.empty());
  CHECK(whole.facts.parcels.at(0).delivered_at);
}

TEST_CASE("own csv: skipped cells and rejected rows") {
  struct Row {
    const char* name;
    const char* key;
    const char* cell;
    const char* reason;
  };
  const std::string deep(100'000, '[');
  const Row rows[] = {
      {"id", "id", "one", "`id` is \"one\", which is not a whole number from 0 to 999999999"},
      {"an id of zero", "id", "0", "`id` is not a number from 1 to 999999999"},
      {"days", "days", "4000", "`days` is \"4000\", which is not a whole number from 0 to 3650"},
      {"negative days", "protection_days", "-1",
       "`protection_days` is \"-1\", which is not a whole number from 0 to 3650"},
      {"price", "price", "-1.00 USD",
       "\"-1.00 USD\" is negative, so it is a coupon or a refund, not a price"},
      {"inspection", "inspection", "so-so",
       "`inspection` is \"so-so\", which is none of: good, bad"},
      {"closes_source", "closes_source", "garbage",
       "`closes_source` is \"garbage\", which is none of: typed, protection_days, deadline"},
      {"a price of 16 digits", "price", "10000000000000.00 USD",
       "invalid amount \"10000000000000.00 USD\": it is too large"},
      {"parcels", "parcels", "LP001", "invalid JSON at "},
      {"parcels of another kind", "parcels", "{}", "`parcels` is not a list"},
      {"half a list", "notes", "[{", "invalid JSON at "},
      {"too deep a list", "disputes", deep.c_str(), "it is nested too deeply"},
      {"a spreadsheet's day number", "ordered_at", "45678",
       "cannot read \"45678\" as a date: it is a spreadsheet's day number; set "
       "the format of the column to a date such as 2026-03-24"},
  };
  for (const Row& row : rows) {
    INFO(row.name);
    CHECK(refusal_of(row.key, row.cell).starts_with(row.reason));
  }
  CHECK_THROWS_WITH(read({"number", "title"}, {"", "x"}), "it has no order number");
  CHECK_THROWS_AS(read({"number", "title"}, {"3.05861E+15", "x"}), RowError);
}
