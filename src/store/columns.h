#pragma once

#include <array>
#include <concepts>
#include <string>
#include <string_view>

#include "aliprotect/order.h"
#include "aliprotect/policy.h"
#include "core/order_fields.h"
#include "core/policy_fields.h"

/// The columns of orders and rule sets, and the fields of the lists in JSON columns. Reading,
/// writing and the journal use this list, so a new column needs only its migration and one line
/// here, or in core/order_fields.h for a plain fact of an order. Money is stored in two columns,
/// NAME_minor and NAME_currency, or in one field, an array of both.
namespace aliprotect::store {

/// `former` is the table with the rows from before each change of the journal, `changes` the table
/// that says what a change touched.
struct OrdersTable {
  using Facts = Order;
  static constexpr std::string_view name = "orders";
  static constexpr std::string_view key = "id";
  static constexpr std::string_view unique = "number";
  static constexpr std::string_view former = "former_orders";
  static constexpr std::string_view changes = "changes";
  static constexpr std::string_view changes_key = "order_id";

  static void columns(auto& order, auto&& column) {
    column("number", order.number);
    column("rules", order.rules);
    column("closes", order.closes);
    for_each_plain_fact([&](const auto& fact) { column(fact.key.name(), order.*fact.member); });
    column("tags", order.tags);
    column("parcels", order.parcels);
    column("extensions", order.extensions);
    column("disputes", order.disputes);
    column("notes", order.notes);
  }
};

/// The user's rule sets.
struct RuleSetsTable {
  using Facts = Policy;
  static constexpr std::string_view name = "rule_sets";
  static constexpr std::string_view key = "name";
  static constexpr std::string_view unique = "name";
  static constexpr std::string_view former = "former_rule_sets";
  static constexpr std::string_view changes = "rule_changes";
  static constexpr std::string_view changes_key = "name";

  static void columns(auto& policy, auto&& column) {
    for_each_field(policy, [&](std::string_view name, auto& value) {
      if (name != key) column(name, value);
    });
  }
};

template <typename Element, typename Fact>
concept ElementOf = std::same_as<std::remove_const_t<Element>, Fact>;

/// Calls `field(name, value)` for each field of a list's element. Their sequence is that in the
/// file, so a new one must be added at the end, and to the views in data/migrations.
void each_field(ElementOf<Parcel> auto& parcel, auto&& field) {
  field("tracking", parcel.tracking);
  field("carrier", parcel.carrier);
  field("untracked", parcel.untracked);
  field("shipped_at", parcel.shipped_at);
  field("delivered_at", parcel.delivered_at);
  field("claimed_delivered_at", parcel.claimed_delivered_at);
}

void each_field(ElementOf<Extension> auto& extension, auto&& field) {
  field("requested_at", extension.requested_at);
  field("days", extension.days);
  field("channel", extension.channel);
  field("status", extension.status);
  field("decided_at", extension.decided_at);
  field("closes_at", extension.closes_at);
}

void each_field(ElementOf<Evidence> auto& evidence, auto&& field) {
  field("file", evidence.file);
  field("sha256", evidence.sha256);
  field("size", evidence.size);
  field("note", evidence.note);
  field("added_at", evidence.added_at);
}

void each_field(ElementOf<Dispute> auto& dispute, auto&& field) {
  field("reason", dispute.reason);
  field("want", dispute.want);
  field("amount", dispute.amount);
  field("opened_at", dispute.opened_at);
  field("amended_at", dispute.amended_at);
  field("seller_answer", dispute.seller_answer);
  field("answered_at", dispute.answered_at);
  field("offer", dispute.offer);
  field("escalated_at", dispute.escalated_at);
  field("evidence_due", dispute.evidence_due);
  field("outcome", dispute.outcome);
  field("refund", dispute.refund);
  field("closed_at", dispute.closed_at);
  field("return_by", dispute.return_by);
  field("returned_at", dispute.returned_at);
  field("evidence", dispute.evidence);
}

void each_field(ElementOf<Note> auto& note, auto&& field) {
  field("at", note.at);
  field("text", note.text);
}

}  // namespace aliprotect::store
