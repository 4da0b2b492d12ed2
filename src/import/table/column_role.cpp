#include "import/table/column_role.h"

#include <algorithm>
#include <iterator>

namespace aliprotect {
namespace {

struct Named {
  std::string_view name;
  Role role;
  bool is_for_map;         ///< `--map` accepts it
  std::string_view field;  ///< key of the order object, or else the name
};

constexpr Named names[] = {
    {"number", Role::number, true, "number"},
    {"title", Role::title, true, "title"},
    {"seller", Role::seller, true, "seller"},
    {"client", Role::client, true, "client"},
    {"price", Role::price, true, "price"},
    {"item-price", Role::item_price, true, "price"},
    {"quantity", Role::quantity, true, "quantity"},
    {"currency", Role::currency, true, "currency"},
    {"sale-price", Role::sale_price, true, "sale_price"},
    {"status", Role::status, true, "status"},
    {"ordered", Role::ordered, true, "ordered_at"},
    {"ship-by", Role::ship_by, true, "ship_by"},
    {"shipped", Role::shipped, true, "shipped_at"},
    {"delivered", Role::delivered, true, "delivered_at"},
    {"confirmed", Role::confirmed, true, "confirmed_at"},
    {"cancelled", Role::cancelled, true, "cancelled_at"},
    {"tracking", Role::tracking, true, "tracking"},
    {"carrier", Role::carrier, true, "carrier"},
    {"untracked", Role::untracked, true, "untracked"},
    {"days", Role::days, true, "days"},
    {"deadline", Role::deadline, true, "deadline"},
    {"protection-days", Role::protection_days, true, "protection_days"},
    {"closes", Role::closes, true, "closes_at"},
    {"pickup-by", Role::pickup_by, true, "pickup_by"},
    {"tag", Role::tags, true, "tags"},
    {"note", Role::note, true, "notes"},
    {"rules", Role::rules, true, "rules"},
    {"ignored", Role::ignored, false, "ignored"},
    {"late-credit", Role::late_credit, false, "late_credit"},
    {"number-in-url", Role::number_in_url, false, "number"},
    {"parent-number", Role::parent_number, false, "number"},
    {"detail-json", Role::detail_json, false, "detail_json"},
    {"delivery-date", Role::delivery_date, false, "delivered_at"},
    {"ended", Role::ended, false, "ended_at"},
    {"end-reason", Role::end_reason, false, "end_reason"},
    {"plain-price", Role::plain_price, false, "price"},
    {"plain-amount", Role::plain_amount, false, "price"},
    {"row-price", Role::row_price, false, "price"},
    {"row-cents", Role::row_cents, false, "price"},
};

const Named* find(std::string_view name) {
  const auto found = std::find_if(std::begin(names), std::end(names),
                                  [&](const Named& each) { return each.name == name; });
  return found == std::end(names) ? nullptr : &*found;
}

}  // namespace

std::optional<Role> role_from_string(std::string_view name) {
  const Named* found = find(name);
  return found ? std::optional(found->role) : std::nullopt;
}

std::string_view field_of(Role role) {
  const auto found = std::find_if(std::begin(names), std::end(names),
                                  [&](const Named& each) { return each.role == role; });
  return found == std::end(names) ? std::string_view() : found->field;
}

std::optional<Role> role_named(std::string_view name) {
  std::string plain(name);
  std::replace(plain.begin(), plain.end(), '_', '-');
  const Named* found = find(plain);
  return found && found->is_for_map ? std::optional(found->role) : std::nullopt;
}

std::vector<std::string> role_names() {
  std::vector<std::string> words;
  for (const Named& each : names) {
    if (each.is_for_map) words.emplace_back(each.name);
  }
  return words;
}

}  // namespace aliprotect
