#include "support/older_store.h"

#include <iterator>
#include <stdexcept>

#include "core/order_fields.h"
#include "store/sqlite/migrations.h"
#include "support/store_fixture.h"

namespace aliprotect::testing {
namespace {

/// The SQL that reverts each migration, from 2 on.
constexpr const char* reverts[] = {
    R"(DELETE FROM changes WHERE entry_id IN (SELECT id FROM entries WHERE undoes IS NOT NULL);
       DROP TABLE rule_changes;
       DROP TABLE rule_sets;)",
    R"(ALTER TABLE disputes DROP COLUMN offer_currency;
       ALTER TABLE disputes DROP COLUMN offer_minor;
       ALTER TABLE disputes DROP COLUMN answered_at;)",
    "",  // changes only the CHECK of a derived table
    "ALTER TABLE orders DROP COLUMN lists;",
    "DROP TABLE told_alarms;",
    "DROP TABLE former_numbers;",
    R"(
    DROP INDEX orders_by_notice;
    DROP INDEX orders_by_completion;
    DROP INDEX parcels_by_claim;
    DROP INDEX chargebacks_by_at;
    ALTER TABLE orders DROP COLUMN late_credit;
    ALTER TABLE orders DROP COLUMN completion_notice_at;
    ALTER TABLE orders DROP COLUMN completed_at;
    ALTER TABLE parcels DROP COLUMN claimed_delivered_at;
    ALTER TABLE disputes DROP COLUMN amended_at;
    ALTER TABLE rule_sets RENAME COLUMN dispute_after_completion_days TO dispute_grace_days;
    ALTER TABLE rule_sets DROP COLUMN completes_after_delivery_days;
    ALTER TABLE rule_sets DROP COLUMN not_received_opens;
    ALTER TABLE rule_sets DROP COLUMN no_tracking_days;
    ALTER TABLE rule_sets DROP COLUMN return_ship_days;
    ALTER TABLE rule_sets DROP COLUMN chargeback_days;
    ALTER TABLE rule_sets DROP COLUMN longest_protection_from)",
    "DROP TABLE read_files; DROP TABLE read_mails; DROP TABLE entry_files;",
};

bool has_column(const std::string& path, const std::string& name) {
  return value_of(path, "SELECT count(*) FROM pragma_table_info('orders') WHERE name IN ('" + name +
                            "', '" + name + "_minor')") == "1";
}

}  // namespace

void make_version(const std::string& path, int version) {
  int now = static_cast<int>(std::size(reverts)) + 1;
  if (now != store::newest_version())
    throw std::logic_error(
        "add what reverts the newest migration to tests/support/older_store.cpp");
  for (; now > version; --now) run_sql(path, reverts[now - 2]);
  run_sql(path, "PRAGMA user_version = " + std::to_string(version));
}

Order without_later_facts(Order order, int version) {
  const TempDir folder;
  const std::string path = folder / "orders.db";
  Store::open_to_write(path, shipped_policies());
  make_version(path, version);
  for_each_plain_fact([&](const auto& fact) {
    if (!has_column(path, std::string(fact.key.name()))) (order.*fact.member).reset();
  });
  if (version >= 8) return order;
  for (Parcel& parcel : order.parcels) parcel.claimed_delivered_at.reset();
  for (Dispute& dispute : order.disputes) dispute.amended_at.reset();
  return order;
}

}  // namespace aliprotect::testing
