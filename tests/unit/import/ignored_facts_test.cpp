// Which facts of a file are ignored, and which merely repeat computed values.
#include "import/merge/ignored_facts.h"

#include "support/catch.h"
#include "unit/import/imported_json.h"

using namespace aliprotect;
using namespace aliprotect::testing;

namespace {

const std::string number = R"("number":"3051000000011234")";

Order imported(const std::string& facts) { return import_order("{" + number + "," + facts + "}"); }

/// The result of importing `facts` into an order with the facts `recorded`.
std::vector<IgnoredFact> ignored(const std::string& facts, const std::string& recorded) {
  Order order = recorded.empty() ? Order() : imported(recorded);
  std::vector<IgnoredFact> found;
  Remarks remarks;
  std::istringstream in("{" + number + "," + facts + "}");
  read_orders(in, std::nullopt, reading_in_utc(),
              {[](const Framing&) {},
               [&](ImportedOrder&& read) {
                 apply_patch(read.facts, order);
                 found = ignored_facts(read.facts, order);
               },
               [](const FileRow&, const std::string& reason) { FAIL(reason); }, remarks});
  return found;
}

}  // namespace

TEST_CASE("an ignored fact is reported, whatever was recorded before") {
  using enum IgnoredFact;
  struct Row {
    const char* name;
    const char* facts;
    std::vector<IgnoredFact> ignored;
    const char* recorded = "";
  };
  const Row rows[] = {
      {"nothing but facts", R"("days":45,"deadline":null,"shipped_at":"2026-10-01T00:00:00Z")", {}},
      {"a deadline beside days",
       R"("days":45,"deadline":"2026-11-20T00:00:00Z","shipped_at":"2026-10-01T00:00:00Z")",
       {deadline}},
      {"the deadline that days yield",
       R"("days":45,"deadline":"2026-11-15T00:00:00Z","shipped_at":"2026-10-01T00:00:00Z")",
       {}},
      {"days beside a deadline before shipment",
       R"("days":45,"deadline":"2026-11-20T00:00:00Z")",
       {days}},
      {"days of an order with a deadline and no shipment",
       R"("days":45)",
       {days},
       R"("deadline":"2026-11-20T00:00:00Z")"},
      {"days and deadline of an order shipped before",
       R"("days":45,"deadline":"2026-11-20T00:00:00Z")",
       {deadline},
       R"("shipped_at":"2026-10-01T00:00:00Z")"},
      {"an end of protection of days that are not there",
       R"("closes_at":"2026-12-05T00:00:00Z","closes_source":"protection_days")",
       {computed_closes}},
      {"the same where they are recorded",
       R"("closes_at":"2026-11-30T00:00:00Z","closes_source":"protection_days")",
       {},
       R"("protection_days":60,"shipped_at":"2026-10-01T00:00:00Z")"},
      {"an end of a deadline that is not there",
       R"("closes_at":"2026-12-05T00:00:00Z","closes_source":"deadline")",
       {computed_closes}},
      {"an end that was changed, and its source was not",
       R"("closes_at":"2026-12-24T00:00:00Z","closes_source":"deadline","days":45,
          "shipped_at":"2026-10-01T00:00:00Z")",
       {computed_closes}},
      {"an end of extensions that are not there",
       R"("closes_at":"2026-12-10T00:00:00Z","closes_source":"protection_days",
          "protection_days":60,"shipped_at":"2026-10-01T00:00:00Z")",
       {computed_closes}},
      {"an end that is typed",
       R"("closes_at":"2026-12-05T00:00:00Z","closes_source":" Typed ")",
       {}},
      {"an end without a source", R"("closes_at":"2026-12-05T00:00:00Z")", {}},
      {"an end from before a grant",
       R"("closes_at":"2026-12-05T00:00:00Z","closes_source":"typed")",
       {extended_closes},
       R"("closes_at":"2026-12-24T00:00:00Z","closes_source":"typed","extensions":[
          {"requested_at":"2026-12-01T00:00:00Z","status":"granted",
           "closes_at":"2026-12-24T00:00:00Z"}])"},
      {"a shipment that parcels contradict",
       R"("shipped_at":"2026-10-09T00:00:00Z","parcels":[{"shipped_at":"2026-10-01T00:00:00Z"}])",
       {shipped_at}},
      {"a delivery of one of two parcels",
       R"("delivered_at":"2026-10-20T00:00:00Z","parcels":[
          {"shipped_at":"2026-10-01T00:00:00Z","delivered_at":"2026-10-20T00:00:00Z"},
          {"shipped_at":"2026-10-02T00:00:00Z"}])",
       {delivered_at}},
      {"a shipment without parcels, where several are recorded",
       R"("shipped_at":"2026-10-09T00:00:00Z")",
       {shipped_at},
       R"("parcels":[{"tracking":"LP1","shipped_at":"2026-10-01T00:00:00Z"},{"tracking":"LP2"}])"},
      {"a file from before a second shipment",
       R"("days":45,"deadline":"2026-11-15T00:00:00Z","closes_at":"2026-11-15T00:00:00Z",
          "closes_source":"deadline","shipped_at":"2026-10-01T00:00:00Z",
          "parcels":[{"tracking":"LP1","shipped_at":"2026-10-01T00:00:00Z"}])",
       {},
       R"("days":45,"parcels":[{"tracking":"LP1","shipped_at":"2026-10-01T00:00:00Z"},
          {"tracking":"LP2","shipped_at":"2026-10-05T00:00:00Z"}])"},
      {"a status alone", R"("status":"cancelled")", {status}},
      {"a status beside the facts",
       R"("status":"cancelled","confirmed_at":null,"cancelled_at":"2026-10-05T00:00:00Z")",
       {}},
      {"an escalation alone",
       R"("disputes":[{"reason":"not_received","opened_at":"2026-10-20T00:00:00Z",
          "escalation":"manual","escalated_at":null}])",
       {escalation}},
      {"an escalation by itself",
       R"("disputes":[{"reason":"not_received","opened_at":"2026-10-20T00:00:00Z",
          "escalation":"automatic"}])",
       {}},
  };
  for (const Row& row : rows) {
    INFO(row.name);
    CHECK((ignored(row.facts, row.recorded) == row.ignored));
  }
}
