#include "commands/support/orders.h"

#include <algorithm>
#include <array>
#include <set>

#include "core/text/quote.h"
#include "core/text/scanner.h"
#include "import/merge/row.h"
#include "import/text/page_number.h"
#include "import/text/tracking_number.h"
#include "render/phrases.h"

namespace aliprotect {
namespace {

bool is_id(const std::string& word) {
  const bool digits = std::all_of(word.begin(), word.end(), is_digit);
  return digits && !word.empty() && word.size() <= 9;
}

/// Returns the tracking number in `word`, or an empty text if it cannot be one.
std::string tracking_number(const std::string& word) {
  try {
    std::string number = read_tracking_number(word).number;
    constexpr std::size_t shortest = 5;
    return number.size() < shortest ? std::string() : number;
  } catch (const RowError&) {
    return {};
  }
}

/// Returns the orders with a parcel of that number.
struct ParcelOrders {
  std::vector<Order> open;
  std::vector<Order> ended;
};

ParcelOrders orders_with_parcel(Context& context, const std::string& tracking) {
  ParcelOrders orders;
  read_orders_with_parcel(context, tracking, [&](const Order& order) {
    const Clocks clocks = clocks_of(order, context.policies().of(order));
    const Status status = status_of(order, clocks, context.now);
    (is_open(order, clocks, status, context.now) ? orders.open : orders.ended).push_back(order);
  });
  return orders;
}

std::string joined_names(const std::vector<Order>& orders) {
  std::string names;
  for (const Order& order : orders) names += (names.empty() ? "" : ", ") + name_of(order);
  return names;
}

/// Returns nullopt if no order has the parcel.
std::optional<OrderId> order_of_parcel(Context& context, const std::string& tracking) {
  const auto [open, ended] = orders_with_parcel(context, tracking);
  if (open.size() == 1) return open.front().id;
  const std::string parcel = "parcel " + in_quotes(tracking);
  if (open.size() > 1)
    throw UserError(parcel + " belongs to several open orders: " + joined_names(open) +
                    "; use their ids");
  if (!ended.empty())
    throw UserError(parcel + " belongs to no open order, only to " + joined_names(ended) +
                    "; use its id");
  return std::nullopt;
}

/// Reads a word. It can be a tracking number only if it is not a known order number.
OrderRef read_order(Context& context, const std::string& word) {
  if (is_id(word)) return OrderId{std::stoll(word)};
  const auto number = printed_number(word);
  const bool is_known = number && context.store_exists() && context.store_to_read()->find(*number);
  if (const std::string tracking = tracking_number(word); !is_known && !tracking.empty()) {
    if (const auto id = order_of_parcel(context, tracking)) return *id;
    if (!number)
      throw UserError("no order has the parcel " + in_quotes(tracking) +
                      "; `aliprotect list --all` lists all orders");
  }
  if (number) return *number;
  if (std::none_of(word.begin(), word.end(), is_digit))
    throw usage_error(in_quotes(word) +
                      " does not name an order: use its id, order number or tracking number");
  return read_typed_number(word);
}

void read_lines(Context& context, std::vector<OrderRef>& refs) {
  std::istream& in = context.in;
  std::array<char, 256> line{};
  while (in.getline(line.data(), line.size())) {
    const auto length = static_cast<std::size_t>(in.gcount()) - (in.eof() ? 0 : 1);
    const std::string word(trimmed(std::string_view(line.data(), length)));
    if (!word.empty()) refs.push_back(read_order(context, word));
  }
  if (in.gcount() > 0 && !in.eof())
    throw usage_error("standard input: a line is too long; write one order per line");
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

void read_orders_with_parcel(Context& context, const std::string& tracking,
                             const std::function<void(const Order&)>& visit) {
  Store* const store = context.existing_store();
  if (!store) return;
  Selection selection;
  selection.search = tracking;
  store->read(selection, [&](const Order& order) {
    const bool has_parcel =
        std::any_of(order.parcels.begin(), order.parcels.end(),
                    [&](const Parcel& parcel) { return same_tracking(parcel.tracking, tracking); });
    if (has_parcel) visit(order);
    return true;
  });
}

Option& add_orders(Command& command, std::vector<std::string>& words) {
  Option& option = add_arguments(command, "ORDER", words,
                                 "ids, order numbers or tracking numbers; - reads them from stdin");
  option.required = true;
  return option;
}

OrderNumber read_typed_number(const std::string& word) {
  try {
    return read_printed_number(word);
  } catch (const RowError& error) {
    throw usage_error(error.what());
  }
}

std::vector<OrderRef> read_orders(Context& context, const std::vector<std::string>& words) {
  std::vector<OrderRef> refs;
  for (const std::string& word : words) {
    if (word == "-") {
      read_lines(context, refs);
    } else {
      refs.push_back(read_order(context, word));
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
