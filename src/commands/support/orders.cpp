#include "commands/support/orders.h"

#include <algorithm>
#include <array>
#include <set>

#include "core/text/scanner.h"

namespace aliprotect {
namespace {

bool is_id(const std::string& word) {
  const bool digits = std::all_of(word.begin(), word.end(), is_digit);
  return digits && !word.empty() && word.size() <= 9;
}

OrderRef read_order(const std::string& word) {
  if (is_id(word)) return OrderId{std::stoll(word)};
  return OrderNumber::read(word);
}

void read_lines(std::istream& in, std::vector<OrderRef>& refs) {
  std::array<char, 256> line{};
  while (in.getline(line.data(), line.size())) {
    const auto length = static_cast<std::size_t>(in.gcount()) - (in.eof() ? 0 : 1);
    const std::string word(trimmed(std::string_view(line.data(), length)));
    if (!word.empty()) refs.push_back(read_order(word));
  }
  if (in.gcount() > 0 && !in.eof())
    throw usage_error("standard input: a line is too long for an order");
}

std::string format_order_ref(const OrderRef& ref) {
  const auto* id = std::get_if<OrderId>(&ref);
  return id ? "id " + std::to_string(id->value) : "number " + std::get<OrderNumber>(ref).text();
}

/// Returns the order that `ref` names. Throws UserError if it is not recorded.
template <typename Finder>
Order find_order(Finder& in, const OrderRef& ref) {
  auto order = std::visit([&](const auto& name) { return in.find(name); }, ref);
  if (!order) throw not_recorded(ref);
  return *std::move(order);
}

}  // namespace

Option& add_orders(Command& command, std::vector<std::string>& words) {
  Option& option =
      add_arguments(command, "ORDER", words, "ids or order numbers; - reads them from stdin");
  option.required = true;
  return option;
}

std::vector<OrderRef> read_orders(Context& context, const std::vector<std::string>& words) {
  std::vector<OrderRef> refs;
  for (const std::string& word : words) {
    if (word == "-") {
      read_lines(context.in, refs);
    } else {
      refs.push_back(read_order(word));
    }
  }
  return refs;
}

UserError not_recorded(const OrderRef& ref) {
  return UserError("no order with " + format_order_ref(ref) +
                   " found; `aliprotect list --all` lists all orders");
}

UserError never_recorded(const OrderRef& ref) {
  return UserError("no order ever had " + format_order_ref(ref) +
                   "; `aliprotect log` lists all changes");
}

template <typename Finder>
std::vector<Order> orders_named(Finder& in, const std::vector<OrderRef>& refs) {
  std::vector<Order> orders;
  std::set<OrderId> named;
  for (const OrderRef& ref : refs) {
    Order order = find_order(in, ref);
    if (named.insert(order.id).second) orders.push_back(std::move(order));
  }
  return orders;
}

template std::vector<Order> orders_named(Store& in, const std::vector<OrderRef>& refs);
template std::vector<Order> orders_named(Changes& in, const std::vector<OrderRef>& refs);

}  // namespace aliprotect
