#pragma once

#include "export/json_key.h"
#include "rules/assessed_order.h"

namespace aliprotect {

/// The origin of a field's value.
enum class FieldOrigin { identity, recorded, derived };

/// Calls `field(key, value, origin)` for each fact of the order object, in printing order. Status,
/// windows, deadlines and next step, which follow them, are not included.
void for_each_field(const AssessedOrder& of, auto&& field) {
  using enum FieldOrigin;
  const Order& order = of.order;
  const Clocks& clocks = of.protection.clocks;
  field("id"_key, order.id, identity);
  field("number"_key, order.number, recorded);
  field("title"_key, order.title, recorded);
  field("seller"_key, order.seller, recorded);
  field("client"_key, order.client, recorded);
  field("tags"_key, order.tags, recorded);
  field("price"_key, order.price, recorded);
  field("sale_price"_key, order.sale_price, recorded);
  field("rules"_key, order.rules, recorded);
  field("ordered_at"_key, order.ordered_at, recorded);
  field("ship_by"_key, order.ship_by, recorded);
  field("shipped_at"_key, clocks.shipped, derived);
  field("days"_key, order.days, recorded);
  field("deadline"_key, clocks.deadline, recorded);
  field("protection_days"_key, order.protection_days, recorded);
  field("closes_at"_key, clocks.closes, recorded);
  field("closes_source"_key, clocks.closes_source, derived);
  field("pickup_by"_key, order.pickup_by, recorded);
  field("delivered_at"_key, clocks.delivered, derived);
  field("inspection"_key, order.inspection, recorded);
  field("confirmed_at"_key, order.confirmed_at, recorded);
  field("cancelled_at"_key, order.cancelled_at, recorded);
  field("parcels"_key, order.parcels, recorded);
  field("extensions"_key, order.extensions, recorded);
  field("disputes"_key, order.disputes, recorded);
  field("notes"_key, order.notes, recorded);
}

}  // namespace aliprotect
