#include "import/table/column_role.h"

#include <algorithm>
#include <iterator>

namespace aliprotect {
namespace {

struct Named {
  std::string_view name;
  Role role;
  bool is_for_map;  ///< `--map` takes it
};

constexpr Named names[] = {
    {"number", Role::number, true},
    {"title", Role::title, true},
    {"seller", Role::seller, true},
    {"client", Role::client, true},
    {"price", Role::price, true},
    {"item-price", Role::item_price, true},
    {"quantity", Role::quantity, true},
    {"currency", Role::currency, true},
    {"sale-price", Role::sale_price, true},
    {"status", Role::status, true},
    {"ordered", Role::ordered, true},
    {"ship-by", Role::ship_by, true},
    {"shipped", Role::shipped, true},
    {"delivered", Role::delivered, true},
    {"confirmed", Role::confirmed, true},
    {"cancelled", Role::cancelled, true},
    {"tracking", Role::tracking, true},
    {"carrier", Role::carrier, true},
    {"untracked", Role::untracked, true},
    {"days", Role::days, true},
    {"deadline", Role::deadline, true},
    {"protection-days", Role::protection_days, true},
    {"closes", Role::closes, true},
    {"pickup-by", Role::pickup_by, true},
    {"tag", Role::tags, true},
    {"note", Role::note, true},
    {"rules", Role::rules, true},
    {"ignored", Role::passed_over, false},
    {"number-in-url", Role::number_in_url, false},
    {"parent-number", Role::parent_number, false},
    {"delivery-date", Role::delivery_date, false},
    {"ended", Role::ended, false},
    {"end-reason", Role::end_reason, false},
    {"plain-price", Role::plain_price, false},
    {"plain-amount", Role::plain_amount, false},
    {"row-price", Role::row_price, false},
    {"row-cents", Role::row_cents, false},
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
