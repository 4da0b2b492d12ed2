// Properties of every message.
#include <rapidcheck.h>

#include <sstream>

#include "render/draft_message.h"
#include "render/text.h"
#include "support/catch.h"
#include "support/order_builder.h"

using namespace aliprotect;
using namespace aliprotect::testing;

namespace {

bool perhaps() { return *rc::gen::arbitrary<bool>(); }

Instant some_instant() { return day(*rc::gen::inRange(0, 60)) + Seconds{*rc::gen::inRange(-1, 2)}; }

std::optional<Instant> maybe_instant() {
  if (perhaps()) return none;
  return some_instant();
}

std::optional<std::string> maybe_text() {
  if (perhaps()) return none;
  return *rc::gen::element<std::string>("USB hub", " two  blanks ", "a\nb\r\n\tc", "", "雨伞 ×2",
                                        "a.very-long_word/without*any+place&where<it>could=break",
                                        "\x1b[31mred\x07", "a \xFF b", "{ x }");
}

std::optional<Money> maybe_money() {
  if (perhaps()) return none;
  return Money{*rc::gen::inRange(0, 100'000), *Currency::from_code("EUR")};
}

Parcel some_parcel() {
  return {maybe_text(), maybe_text(), perhaps(), maybe_instant(), maybe_instant()};
}

Extension some_extension() {
  Extension extension;
  extension.requested_at = some_instant();
  if (perhaps()) extension.days = Days{*rc::gen::inRange(0, 20)};
  if (perhaps()) extension.channel = *rc::gen::element(Channel::button, Channel::message);
  extension.status = *rc::gen::element(ExtensionStatus::pending, ExtensionStatus::granted,
                                       ExtensionStatus::declined);
  extension.decided_at = maybe_instant();
  return extension;
}

Dispute some_dispute() {
  Dispute dispute;
  dispute.reason = *rc::gen::element(Reason::not_received, Reason::not_as_described);
  dispute.want = *rc::gen::element(Want::full, Want::return_goods, Want::partial);
  dispute.amount = maybe_money();
  dispute.opened_at = some_instant();
  dispute.seller_answer = *rc::gen::element(SellerAnswer::none, SellerAnswer::refused,
                                            SellerAnswer::offered, SellerAnswer::accepted);
  dispute.answered_at = maybe_instant();
  dispute.offer = maybe_money();
  for (int left = *rc::gen::inRange(0, 3); left > 0; --left) {
    const auto file = *rc::gen::element<std::string>("/home/someone/photo 1.jpg", "chat.png", "");
    dispute.evidence.push_back({file, "", 1, none, some_instant()});
  }
  if (perhaps()) return dispute;
  dispute.outcome = *rc::gen::element(Outcome::refunded, Outcome::partial, Outcome::rejected);
  dispute.refund = maybe_money();
  dispute.closed_at = maybe_instant();
  dispute.return_by = maybe_instant();
  return dispute;
}

Order some_order() {
  Order order = testing::order().build();
  order.title = maybe_text();
  order.seller = maybe_text();
  order.price = maybe_money();
  order.ordered_at = maybe_instant();
  order.deadline = maybe_instant();
  order.closes = maybe_instant();
  order.pickup_by = maybe_instant();
  if (perhaps()) order.inspection = *rc::gen::element(Inspection::good, Inspection::bad);
  for (int left = *rc::gen::inRange(0, 3); left > 0; --left) order.parcels.push_back(some_parcel());
  for (int left = *rc::gen::inRange(0, 3); left > 0; --left)
    order.extensions.push_back(some_extension());
  if (perhaps()) order.disputes.push_back(some_dispute());
  for (int left = *rc::gen::inRange(0, 3); left > 0; --left)
    order.notes.push_back({some_instant(), maybe_text().value_or("torn")});
  return order;
}

bool holds_raw_control(const std::string& text) { return printable(text) != text; }

bool says(const std::string& text, const std::string& words) {
  return text.find(words) != std::string::npos;
}

void check_line(const std::string& line, std::size_t width) {
  RC_ASSERT((line.empty() || (line.front() != ' ' && line.back() != ' ')));
  RC_ASSERT((!says(line, "  ") && !says(line, " ,") && !says(line, " .") && !says(line, "()")));
  RC_ASSERT((!says(line, "{{") && !says(line, "}}") && !says(line, "null")));
  RC_ASSERT(!holds_raw_control(line));
  RC_ASSERT((display_width(line) <= width || !says(line, " ")));
}

}  // namespace

TEST_CASE("messages have no leftover tags, double blanks, long lines or control characters") {
  const bool held = rc::check([] {
    const Order order = some_order();
    const Policy policy = *rc::gen::element(policy_2016(), policy_2017());
    const AssessedOrder of{order, policy, some_instant()};
    const auto width = static_cast<std::size_t>(*rc::gen::inRange(1, 100));
    for (const Draft kind : all_drafts) {
      if (check_draft(kind, of)) continue;
      const std::string text = draft_message(built_in_template(kind), of, Zone::utc(), width);
      RC_LOG() << text << "\n";
      RC_ASSERT((!text.empty() && text.back() != '\n' && !says(text, "\n\n\n")));
      std::istringstream lines(text);
      for (std::string line; std::getline(lines, line);) check_line(line, width);
    }
  });
  CHECK(held);
}

TEST_CASE("a message never contradicts the facts") {
  const bool held = rc::check([] {
    const Order order = some_order();
    const Policy policy = policy_2016();
    const AssessedOrder of{order, policy, some_instant()};
    const auto text = [&](Draft kind) {
      return draft_message(built_in_template(kind), of, Zone::utc(), 100'000);
    };
    for (const Draft kind : {Draft::extension, Draft::dispute, Draft::escalation}) {
      if (check_draft(kind, of)) continue;
      const bool missing =
          says(text(kind), "I have not received") || says(text(kind), "Not everything");
      if (of.protection.clocks.delivered) RC_ASSERT(!missing);
      if (kind == Draft::extension) RC_ASSERT(missing);
      if (!open_dispute(order)) RC_ASSERT(!says(text(kind), "I opened the dispute"));
    }
    if (!check_draft(Draft::return_address, of)) {
      RC_ASSERT(says(text(Draft::return_address), "refund"));
    }
  });
  CHECK(held);
}
