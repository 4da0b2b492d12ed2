#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "store/columns.h"

namespace aliprotect::store {

/// Calls `look(column, text)` with each text among the facts that it is called with.
template <typename Look>
struct TextVisitor {
  Look look;

  void operator()(std::string_view, const auto&) {}
  void operator()(std::string_view name, const std::string& text) { look(name, text); }
  void operator()(std::string_view name, const std::optional<std::string>& text) {
    if (text) look(name, *text);
  }
};

/// Calls `look(column, text)` with each text of an order.
template <typename Look>
void for_each_text(const Order& order, const Look& look) {
  TextVisitor<const Look&> visit{look};
  OrdersTable::columns(order, visit);
  for_each_list([&]<typename Table>(Table) {
    for (const auto& facts : Table::rows(order)) Table::columns(facts, visit);
  });
  for (const Dispute& dispute : order.disputes) {
    for (const Evidence& evidence : dispute.evidence) EvidenceTable::columns(evidence, visit);
  }
}

/// The same of a rule set.
template <typename Look>
void for_each_text(const Policy& policy, const Look& look) {
  TextVisitor<const Look&> visit{look};
  RuleSetsTable::columns(policy, visit);
}

}  // namespace aliprotect::store
