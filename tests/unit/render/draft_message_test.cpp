// Each recorded fact appears in its messages, and absent facts do not.
#include "render/draft_message.h"

#include <algorithm>
#include <fstream>
#include <regex>

#include "render/draft_fields.h"
#include "support/catch.h"
#include "support/order_builder.h"

using namespace aliprotect;
using namespace aliprotect::testing;
using namespace std::chrono_literals;
using enum Draft;

namespace {

const Zone utc = Zone::utc();

std::string message(Draft kind, const Order& order, Instant now, const Zone& zone = utc) {
  const Policy policy = policy_2016();
  return draft_message(built_in_template(kind), {order, policy, now}, zone, 10'000);
}

bool says(const std::string& text, const std::string& words) {
  return text.find(words) != std::string::npos;
}

/// The message contains `words` after `change` to the order, and only then.
struct Row {
  const char* name;
  Draft kind;
  Order without;
  void (*change)(Order&);
  const char* words;
  Instant now = day(12);
};

void check(const std::vector<Row>& rows) {
  for (const Row& row : rows) {
    Order with = row.without;
    row.change(with);
    const std::string before = message(row.kind, row.without, row.now);
    const std::string after = message(row.kind, with, row.now);
    INFO(row.name << "\n" << before << "\n--\n" << after);
    CHECK_FALSE(says(before, row.words));
    CHECK(says(after, row.words));
  }
}

OrderBuilder shipped() { return order().shipped(day(0)); }
OrderBuilder bad() {
  return shipped()
      .all_delivered(day(9))
      .inspected(Inspection::bad)
      .dispute(day(10), Reason::not_as_described);
}
OrderBuilder disputed() { return shipped().dispute(day(10)); }
OrderBuilder won() {
  return bad().want(Want::return_goods).resolved(Outcome::refunded, day(11) + 5h);
}

Money usd(std::int64_t cents) { return {cents, *Currency::from_code("USD")}; }

Dispute& dispute_in(Order& order) { return order.disputes.back(); }

void add_extension(Order& order, ExtensionStatus status) {
  Extension extension;
  extension.requested_at = day(8);
  extension.status = status;
  order.extensions.push_back(extension);
}

void add_note(Order& order, Instant at, const std::string& text) {
  order.notes.push_back({at, text});
}

}  // namespace

TEST_CASE("facts of the order") {
  for (const Draft kind : {extension, dispute}) {
    check({
        {"title", kind, shipped(), [](Order& o) { o.title = "USB hub"; }, ", \"USB hub\""},
        {"ordered", kind, shipped(), [](Order& o) { o.ordered_at = day(-3); },
         "I placed it on 2026-09-28."},
        {"carrier", kind, shipped(), [](Order& o) { o.parcels[0].carrier = "Example Post"; },
         "LP001 (Example Post)."},
        {"carrier without a number", kind, shipped().no_tracking(),
         [](Order& o) { o.parcels[0].carrier = "Example Post"; },
         "The parcel was sent with Example Post and has no tracking number."},
        {"no number", kind, shipped(), [](Order& o) { o.parcels[0].tracking.reset(); },
         "The parcel has no tracking number."},
        {"untracked", kind, shipped(), [](Order& o) { o.parcels[0].untracked = true; },
         "LP001, which cannot be tracked."},
        {"several", kind, shipped(), [](Order& o) { o.parcels.push_back(Parcel{}); },
         "Parcel 2 has no tracking number."},
        {"one of several arrived", kind, shipped().shipped(day(1)),
         [](Order& o) { o.parcels[0].delivered_at = day(9); },
         "Parcel 1 has the tracking number LP001, and arrived on 2026-10-10."},
        {"not all arrived", kind, shipped().shipped(day(1)),
         [](Order& o) { o.parcels[0].delivered_at = day(9); }, "Not everything has arrived"},
        {"pick-up", kind, shipped(), [](Order& o) { o.pickup_by = day(20); },
         "A parcel can be collected until 2026-10-20."},
        {"promise", kind, shipped(), [](Order& o) { o.deadline = day(20); },
         "The guaranteed delivery date is 2026-10-20."},
        {"promise broken", kind, shipped(), [](Order& o) { o.deadline = day(11); },
         "The guaranteed delivery date was 2026-10-11 and has passed."},
        {"protection", kind, shipped(), [](Order& o) { o.closes = day(15); },
         "Buyer protection ends on 2026-10-15, with 3 days left."},
        {"protection until after midnight", kind, shipped(),
         [](Order& o) { o.closes = day(15) + Seconds{1}; },
         "Buyer protection ends on 2026-10-16, with 3 days left."},
        {"request", kind, shipped(), [](Order& o) { add_extension(o, ExtensionStatus::pending); },
         "I asked for more time on 2026-10-09. The request has not been answered."},
        {"request by button", kind, shipped(),
         [](Order& o) {
           add_extension(o, ExtensionStatus::pending);
           o.extensions[0].channel = Channel::button;
         },
         "on 2026-10-09 with the request button."},
        {"request by message", kind, shipped(),
         [](Order& o) {
           add_extension(o, ExtensionStatus::pending);
           o.extensions[0].channel = Channel::message;
         },
         "on 2026-10-09 in a message."},
        {"request of days", kind, shipped(),
         [](Order& o) {
           add_extension(o, ExtensionStatus::pending);
           o.extensions[0].days = 1_d;
         },
         "more time (1 day) on"},
        {"declined", kind, shipped(), [](Order& o) { add_extension(o, ExtensionStatus::declined); },
         "The request was declined."},
        {"declined then", kind, shipped(),
         [](Order& o) {
           add_extension(o, ExtensionStatus::declined);
           o.extensions[0].decided_at = day(10);
         },
         "The request was declined on 2026-10-11."},
        {"granted", kind, shipped(), [](Order& o) { add_extension(o, ExtensionStatus::granted); },
         "The request was granted."},
    });
  }
}

TEST_CASE("the request before a dispute is open") {
  check({
      {"price", dispute, shipped(), [](Order& o) { o.price = usd(1234); },
       "I ask for a full refund of 12.34 USD."},
      {"the rest", dispute, shipped().shipped(day(1)),
       [](Order& o) { o.parcels[0].delivered_at = day(9); },
       "I ask for a refund of what has not arrived."},
      {"bad goods", dispute, shipped().all_delivered(day(9)),
       [](Order& o) { o.inspection = Inspection::bad; }, "The goods are not as described."},
      {"bad goods, the rest missing", dispute, shipped().delivered(day(9)).shipped(day(1)),
       [](Order& o) { o.inspection = Inspection::bad; },
       "The goods that arrived are not as described."},
  });
}

TEST_CASE("facts of a dispute") {
  for (const Draft kind : {dispute, escalation}) {
    check({
        {"reason", kind, disputed(),
         [](Order& o) { dispute_in(o).reason = Reason::not_as_described; },
         "The goods are not as described."},
        {"other reason", kind, bad(),
         [](Order& o) {
           dispute_in(o).reason = Reason::not_received;
           o.parcels[0].delivered_at.reset();
         },
         "I have not received the goods."},
        {"opened", kind, disputed(), [](Order& o) { dispute_in(o).opened_at = day(8); },
         "I opened the dispute on 2026-10-09, 4 days ago."},
        {"full refund", kind, disputed(), [](Order& o) { o.price = usd(1234); },
         "I ask for a full refund of 12.34 USD."},
        {"return", kind, disputed(), [](Order& o) { dispute_in(o).want = Want::return_goods; },
         "I ask to return the goods for a full refund."},
        {"partial", kind, disputed(),
         [](Order& o) {
           o.price = usd(1234);
           dispute_in(o).want = Want::partial;
           dispute_in(o).amount = usd(450);
         },
         "I ask for a partial refund of 4.50 USD."},
        {"refused", kind, disputed(),
         [](Order& o) { dispute_in(o).seller_answer = SellerAnswer::refused; },
         "The seller refused."},
        {"refused then", kind, disputed(),
         [](Order& o) {
           dispute_in(o).seller_answer = SellerAnswer::refused;
           dispute_in(o).answered_at = day(11);
         },
         "The seller refused on 2026-10-12."},
        {"silent", kind, disputed().seller(SellerAnswer::refused),
         [](Order& o) { dispute_in(o).seller_answer = SellerAnswer::none; },
         "The seller has not answered."},
        {"offered", kind, disputed(),
         [](Order& o) {
           dispute_in(o).seller_answer = SellerAnswer::offered;
           dispute_in(o).offer = usd(200);
         },
         "The seller made an offer of 2.00 USD."},
        {"accepted", kind, disputed(),
         [](Order& o) { dispute_in(o).seller_answer = SellerAnswer::accepted; },
         "The seller accepted."},
        {"evidence", kind, disputed(),
         [](Order& o) {
           dispute_in(o).evidence.push_back({"/home/someone/a b.jpg", "", 1, none, day(11)});
         },
         "I have added 1 file as evidence: a b.jpg."},
        {"more evidence", kind, disputed().evidence(day(11)),
         [](Order& o) {
           dispute_in(o).evidence.push_back({"chat.png", "", 1, none, day(11)});
         },
         "I have added 2 files as evidence: photo.jpg, chat.png."},
        {"finding", kind, bad(), [](Order& o) { add_note(o, day(9), "The plug is loose. "); },
         "What is wrong: The plug is loose."},
    });
  }
  check({{"seller", escalation, disputed(), [](Order& o) { o.seller = "Example Store"; },
          ", from the seller Example Store."}});
}

TEST_CASE("facts of a return") {
  check({
      {"refund", return_address, won(), [](Order& o) { dispute_in(o).refund = usd(1234); },
       "The dispute ended on 2026-10-12 with a refund of 12.34 USD."},
      {"outcome without a day", return_address, won(),
       [](Order& o) { dispute_in(o).closed_at.reset(); }, "The dispute ended with a refund."},
      {"partial refund", return_address, won(),
       [](Order& o) { dispute_in(o).outcome = Outcome::partial; }, "with a partial refund."},
      {"date", return_address, won(), [](Order& o) { dispute_in(o).return_by = day(20); },
       "They are to be sent by 2026-10-20."},
      {"date passed", return_address, won(), [](Order& o) { dispute_in(o).return_by = day(12); },
       "They were to be sent by 2026-10-12."},
      {"seller", return_address, won(), [](Order& o) { o.seller = "Example Store"; },
       "Hello Example Store,"},
  });
}

TEST_CASE("only whole days are counted") {
  struct Line {
    const char* name;
    Instant now;
    const char* words;
  };
  const Order open = shipped().deadline(day(20)).closes(day(30));
  const Line lines[] = {
      {"first day", day(1) - 1s, "You shipped it on 2026-10-01. The"},
      {"one day", day(1), "2026-10-01, 1 day ago."},
      {"still one day", day(2) - 1s, "2026-10-01, 1 day ago."},
      {"two days", day(2), "2026-10-01, 2 days ago."},
      {"before the deadline", day(20) - 1s, "The guaranteed delivery date is 2026-10-20."},
      {"at the deadline", day(20), "The guaranteed delivery date was 2026-10-20 and has passed."},
      {"two days left", day(28), "with 2 days left"},
      {"one day left", day(28) + 1s, "with 1 day left"},
      {"still one day left", day(29), "with 1 day left"},
      {"less than a day left", day(29) + 1s, "with less than a day left"},
  };
  for (const Line& line : lines) {
    INFO(line.name);
    CHECK(says(message(extension, open, line.now), line.words));
  }
  CHECK(says(message(dispute, disputed(), day(11) - 1s), "on 2026-10-11. I ask"));
  CHECK(says(message(dispute, disputed(), day(11)), "on 2026-10-11, 1 day ago."));
}

TEST_CASE("dates are in the zone") {
  const Order order = shipped().closes(at("2026-10-20T23:30:00Z"));
  CHECK(says(message(extension, order, day(1)), "ends on 2026-10-20,"));
  CHECK(
      says(message(extension, order, day(1), Zone::named("Europe/Berlin")), "ends on 2026-10-21,"));
}

TEST_CASE("a full refund is the price, a partial one is not") {
  Order order = disputed().want(Want::partial);
  order.price = usd(1234);
  CHECK_FALSE(says(message(dispute, order, day(12)), "12.34"));
}

TEST_CASE("findings are the notes between arrival and dispute") {
  const Policy policy = policy_2016();
  Order order = bad();
  add_note(order, day(9) - 1s, "ask the client");
  add_note(order, day(9), "torn..");
  add_note(order, day(9) + 1s, " . ");
  add_note(order, day(10), "wet");
  add_note(order, day(10) + 1s, "the seller is rude");
  const AssessedOrder of{order, policy, day(12)};
  CHECK(draft_values(of, utc).texts.at("findings") == "torn; wet");
  CHECK(quotes_notes(of));

  order.inspection = Inspection::good;
  CHECK_FALSE(quotes_notes({order, policy, day(12)}));
}

TEST_CASE("arrived goods are never called missing") {
  const Order order = disputed().all_delivered(day(11));
  CHECK_FALSE(says(message(dispute, order, day(12)), "not received"));
}

TEST_CASE("a cancelled dispute is not mentioned") {
  const Order order = disputed().dispute_cancelled(day(11));
  CHECK_FALSE(says(message(dispute, order, day(12)), "opened"));
}

TEST_CASE("a blank text counts as absent") {
  Order order = shipped();
  order.title = " \n";
  CHECK(message(extension, order, day(1)) == message(extension, shipped(), day(1)));
}

TEST_CASE("docs/templates.md lists all fields") {
  static const std::regex row("\\| `([a-z_]+)` \\| (text|flag|list) \\|.*");
  static const std::regex heading("### (?:Within `\\{\\{#([a-z]+)\\}\\}.*|.*)");
  std::ifstream page(SOURCE_FOLDER "/docs/templates.md");
  std::vector<std::string> documented;
  std::string list;
  for (std::string line; std::getline(page, line);) {
    std::smatch match;
    if (std::regex_match(line, match, heading)) list = match[1];
    if (std::regex_match(line, match, row))
      documented.push_back(match.str(1) + " " + match.str(2) + " " + list);
  }
  const char* const kinds[] = {"text", "flag", "list"};
  std::vector<std::string> known;
  for (const Field& field : draft_fields()) {
    known.push_back(std::string(field.name) + " " + kinds[static_cast<int>(field.kind)] + " " +
                    std::string(field.list));
  }
  std::sort(documented.begin(), documented.end());
  std::sort(known.begin(), known.end());
  CHECK(documented == known);
}

TEST_CASE("every kind has its template, and no field is in two lists") {
  for (const Draft kind : all_drafts) {
    CHECK(built_in_template(kind).text.find("{{number}}") != std::string::npos);
    CHECK_NOTHROW(fill_template(built_in_template(kind), draft_fields(), {}, 72));
  }
  CHECK(template_file(return_address) == "return-address.txt");
  std::vector<std::string> names;
  for (const Field& field : draft_fields()) names.emplace_back(field.name);
  std::sort(names.begin(), names.end());
  CHECK(std::adjacent_find(names.begin(), names.end()) == names.end());
}
