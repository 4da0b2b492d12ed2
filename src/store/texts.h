#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "store/columns.h"

namespace aliprotect::store {

/// Calls `visit(column, text)` for each text value that it is called with; ignores other values.
template <typename Visit>
struct TextVisitor {
  Visit visit;

  void operator()(std::string_view, const auto&) {}
  void operator()(std::string_view name, const std::string& text) { visit(name, text); }
  void operator()(std::string_view name, const std::optional<std::string>& text) {
    if (text) visit(name, *text);
  }
};

/// Calls `visit(column, text)` for each text of an order.
template <typename Visit>
void for_each_text(const Order& order, const Visit& visit) {
  TextVisitor<const Visit&> visitor{visit};
  OrdersTable::columns(order, visitor);
  for_each_list([&]<typename Table>(Table) {
    for (const auto& facts : Table::rows(order)) Table::columns(facts, visitor);
  });
  for (const Dispute& dispute : order.disputes) {
    for (const Evidence& evidence : dispute.evidence) EvidenceTable::columns(evidence, visitor);
  }
}

/// The same for a rule set.
template <typename Visit>
void for_each_text(const Policy& policy, const Visit& visit) {
  TextVisitor<const Visit&> visitor{visit};
  RuleSetsTable::columns(policy, visitor);
}

}  // namespace aliprotect::store
