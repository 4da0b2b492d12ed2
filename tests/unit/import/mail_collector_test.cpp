#include "import/merge/mail_collector.h"

#include <algorithm>
#include <random>

#include "support/catch.h"

using namespace aliprotect;

namespace {

CollectedMail mail(const char* number, MailKind kind, const char* at,
                   std::vector<std::string> tracking = {}, const char* title = nullptr) {
  CollectedMail mail;
  mail.number = number;
  mail.kind = kind;
  mail.at = from_rfc3339(at);
  mail.tracking = std::move(tracking);
  if (title) mail.order.titles = {title};
  mail.row.line = 1;
  return mail;
}

std::vector<Order> orders_of(std::vector<CollectedMail> mails) {
  MailCollector collector;
  for (CollectedMail& each : mails) collector.add(std::move(each));
  std::vector<Order> orders;
  Remarks remarks;
  const RowSink sink{[](const Framing&) {},
                     [&](ImportedOrder&& imported) {
                       Order& order = orders.emplace_back();
                       order.number = imported.facts.number;
                       apply_patch(imported.facts, order);
                     },
                     [](const FileRow&, const std::string& reason) { FAIL(reason); }, remarks};
  collector.finish(sink);
  return orders;
}

const std::vector<CollectedMail> mails = {
    mail("8190000000010002", MailKind::confirmed, "2026-09-02T10:00:00Z", {}, "Cable"),
    mail("8190000000010001", MailKind::confirmed, "2026-09-01T10:00:00Z", {}, "Lamp"),
    mail("8190000000010001", MailKind::partially_shipped, "2026-09-03T10:00:00Z", {}, "Lamp…"),
    mail("8190000000010001", MailKind::shipped, "2026-09-05T10:00:00Z"),
    mail("8190000000010001", MailKind::on_its_way, "2026-09-08T10:00:00Z", {"LP00000000000001"}),
    mail("", MailKind::on_its_way, "2026-09-09T10:00:00Z", {"LP00000000000001"}),
    mail("8190000000010001", MailKind::delivered, "2026-09-20T10:00:00Z", {"LP00000000000002"}),
    mail("8190000000010002", MailKind::collected, "2026-09-06T10:00:00Z"),
};

}  // namespace

TEST_CASE("mail collector: one order of all mails about it, the oldest first") {
  const std::vector<Order> orders = orders_of(mails);
  REQUIRE(orders.size() == 2);
  CHECK(orders[0].number.text() == "8190000000010001");
  CHECK(orders[0].title == "Lamp");
  CHECK(orders[0].ordered_at == from_rfc3339("2026-09-01T10:00:00Z"));
  REQUIRE(orders[0].parcels.size() == 2);
  CHECK(orders[0].parcels[0].tracking == "LP00000000000001");
  CHECK(orders[0].parcels[1].shipped_at == from_rfc3339("2026-09-05T10:00:00Z"));
  CHECK_FALSE(orders[0].parcels[1].delivered_at);
  CHECK(orders[1].parcels.at(0).shipped_at == from_rfc3339("2026-09-06T10:00:00Z"));
}

TEST_CASE("mail collector: the order in which mails are read does not matter") {
  const std::vector<Order> expected = orders_of(mails);
  std::vector<CollectedMail> shuffled = mails;
  std::mt19937 random(2016);
  for (int i = 0; i < 200; ++i) {
    std::shuffle(shuffled.begin(), shuffled.end(), random);
    CHECK(orders_of(shuffled) == expected);
  }
}
