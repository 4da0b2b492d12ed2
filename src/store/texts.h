#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "store/columns.h"

namespace aliprotect::store {

/// Calls `visit(column, text)` for each text value that it is called with, also in lists; ignores
/// other values.
template <typename Visit>
struct TextVisitor {
  const Visit& visit;

  void operator()(std::string_view, const auto&) const {}
  void operator()(std::string_view name, const std::string& text) const { visit(name, text); }
  void operator()(std::string_view name, const std::optional<std::string>& text) const {
    if (text) visit(name, *text);
  }
  template <typename Element>
  void operator()(std::string_view name, const std::vector<Element>& list) const {
    for (const Element& element : list) {
      if constexpr (std::is_same_v<Element, std::string>) {
        visit(name, element);
      } else {
        each_field(element, *this);
      }
    }
  }
};

/// Calls `visit(column, text)` for each text of an order.
template <typename Visit>
void for_each_text(const Order& order, const Visit& visit) {
  OrdersTable::columns(order, TextVisitor<Visit>{visit});
}

/// The same for a rule set.
template <typename Visit>
void for_each_text(const Policy& policy, const Visit& visit) {
  RuleSetsTable::columns(policy, TextVisitor<Visit>{visit});
}

}  // namespace aliprotect::store
