#pragma once

#include <array>
#include <string>
#include <string_view>

#include "aliprotect/order.h"
#include "aliprotect/policy.h"
#include "core/order_fields.h"
#include "core/policy_fields.h"
#include "store/lists.h"

/// The columns of each table and the members that they store. Reading, writing and the journal's
/// before-images use this list, so a new column needs only its migration and one line here, or in
/// core/order_fields.h for a plain fact of an order. Money is stored in two columns, NAME_minor and
/// NAME_currency. `list` is the table's bit in the order's column `lists`; `rows` returns the
/// member with the table's rows.
namespace aliprotect::store {

struct OrdersTable {
  using Facts = Order;
  static constexpr std::string_view name = "orders";
  static constexpr std::array<std::string_view, 1> key{"id"};

  static void columns(auto& order, auto&& column) {
    column("number", order.number);
    column("rules", order.rules);
    column("closes", order.closes);
    for_each_plain_fact([&](const auto& fact) { column(fact.key.name(), order.*fact.member); });
    column("lists", lists_of(order));
  }
};

struct TagsTable {
  using Facts = std::string;
  static constexpr std::string_view name = "tags";
  static constexpr std::array<std::string_view, 2> key{"order_id", "position"};
  static constexpr Lists list{1};

  static auto& rows(auto& order) { return order.tags; }
  static void columns(auto& tag, auto&& column) { column("tag", tag); }
};

struct ParcelsTable {
  using Facts = Parcel;
  static constexpr std::string_view name = "parcels";
  static constexpr std::array<std::string_view, 2> key{"order_id", "position"};
  static constexpr Lists list{2};

  static auto& rows(auto& order) { return order.parcels; }
  static void columns(auto& parcel, auto&& column) {
    column("tracking", parcel.tracking);
    column("carrier", parcel.carrier);
    column("untracked", parcel.untracked);
    column("shipped_at", parcel.shipped_at);
    column("delivered_at", parcel.delivered_at);
    column("claimed_delivered_at", parcel.claimed_delivered_at);
  }
};

struct ExtensionsTable {
  using Facts = Extension;
  static constexpr std::string_view name = "extensions";
  static constexpr std::array<std::string_view, 2> key{"order_id", "position"};
  static constexpr Lists list{4};

  static auto& rows(auto& order) { return order.extensions; }
  static void columns(auto& extension, auto&& column) {
    column("requested_at", extension.requested_at);
    column("days", extension.days);
    column("channel", extension.channel);
    column("status", extension.status);
    column("decided_at", extension.decided_at);
    column("closes_at", extension.closes_at);
  }
};

struct DisputesTable {
  using Facts = Dispute;
  static constexpr std::string_view name = "disputes";
  static constexpr std::array<std::string_view, 2> key{"order_id", "position"};
  static constexpr Lists list{8};

  static auto& rows(auto& order) { return order.disputes; }
  static void columns(auto& dispute, auto&& column) {
    column("reason", dispute.reason);
    column("want", dispute.want);
    column("amount", dispute.amount);
    column("opened_at", dispute.opened_at);
    column("seller_answer", dispute.seller_answer);
    column("escalated_at", dispute.escalated_at);
    column("evidence_due", dispute.evidence_due);
    column("outcome", dispute.outcome);
    column("refund", dispute.refund);
    column("closed_at", dispute.closed_at);
    column("return_by", dispute.return_by);
    column("returned_at", dispute.returned_at);
    column("answered_at", dispute.answered_at);
    column("offer", dispute.offer);
    column("amended_at", dispute.amended_at);
  }
};

struct EvidenceTable {
  using Facts = Evidence;
  static constexpr std::string_view name = "evidence";
  static constexpr std::array<std::string_view, 3> key{"order_id", "dispute", "position"};
  static constexpr Lists list{16};

  static void columns(auto& evidence, auto&& column) {
    column("file", evidence.file);
    column("sha256", evidence.sha256);
    column("size", evidence.size);
    column("note", evidence.note);
    column("added_at", evidence.added_at);
  }
};

struct NotesTable {
  using Facts = Note;
  static constexpr std::string_view name = "notes";
  static constexpr std::array<std::string_view, 2> key{"order_id", "position"};
  static constexpr Lists list{32};

  static auto& rows(auto& order) { return order.notes; }
  static void columns(auto& note, auto&& column) {
    column("at", note.at);
    column("text", note.text);
  }
};

/// The user's rule sets.
struct RuleSetsTable {
  using Facts = Policy;
  static constexpr std::string_view name = "rule_sets";
  static constexpr std::array<std::string_view, 1> key{"name"};

  static void columns(auto& policy, auto&& column) {
    for_each_field(policy, [&](std::string_view name, auto& value) {
      if (name != key.front()) column(name, value);
    });
  }
};

/// The tables of an order's lists, except evidence, which belongs to a dispute.
template <template <typename...> typename Of>
using EachList = Of<TagsTable, ParcelsTable, ExtensionsTable, DisputesTable, NotesTable>;

template <typename... Tables>
struct Visited {
  static void by(auto&& visit) { (visit(Tables{}), ...); }
};

/// Calls `visit(Table{})` for each of these tables.
void for_each_list(auto&& visit) { EachList<Visited>::by(visit); }

/// Calls `visit(Table{})` for each table of an order's facts, referenced tables first.
void for_each_table(auto&& visit) {
  visit(OrdersTable{});
  for_each_list(visit);
  visit(EvidenceTable{});
}

}  // namespace aliprotect::store
