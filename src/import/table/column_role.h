#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace aliprotect {

/// The contents of a column in a table of orders.
enum class Role {
  ignored,  ///< known, but not recorded
  number,
  number_in_url,  ///< `…?orderId=…`
  parent_number,  ///< the number of the order that a sub-order belongs to
  ordered,
  ship_by,
  shipped,
  delivered,
  detail_json,    ///< the sections of the order page
  delivery_date,  ///< the date of the delivery, or of the expected one
  confirmed,
  cancelled,
  ended,  ///< when the trade ended, for any reason
  deadline,
  closes,
  pickup_by,
  late_credit,  ///< the page's text about a coupon for late delivery
  days,
  protection_days,
  status,
  end_reason,
  title,
  seller,
  client,
  price,         ///< the price of the whole order
  plain_price,   ///< the price of the order or of a piece, depending on other columns
  plain_amount,  ///< the price of the order or of all pieces of the row's item
  item_price,    ///< the price of one piece
  row_price,     ///< the price of all pieces of the row's item
  row_cents,     ///< the same in hundredths
  quantity,
  currency,
  sale_price,
  tracking,
  carrier,
  untracked,
  tags,
  note,
  rules,
};

/// Returns the role that data/import calls `name`, such as `item-price`; nullopt for an unknown
/// name.
std::optional<Role> role_from_string(std::string_view name);

/// Returns the order object's key for the values of a column, or a name such as `quantity`.
std::string_view field_of(Role role);

/// Returns the role that `--map` calls `name` (the options of `add`, and a few more); nullopt for
/// an unknown name.
std::optional<Role> role_named(std::string_view name);
/// Returns the names that `--map` accepts, in display order.
std::vector<std::string> role_names();

}  // namespace aliprotect
