#include "import/table/column_role.h"

#include <algorithm>

namespace aliprotect {
namespace {

struct Named {
  std::string_view name;
  Role role;
};

constexpr Named names[] = {
    {"number", Role::number},
    {"title", Role::title},
    {"seller", Role::seller},
    {"client", Role::client},
    {"price", Role::price},
    {"item-price", Role::item_price},
    {"quantity", Role::quantity},
    {"currency", Role::currency},
    {"sale-price", Role::sale_price},
    {"status", Role::status},
    {"ordered", Role::ordered},
    {"ship-by", Role::ship_by},
    {"shipped", Role::shipped},
    {"delivered", Role::delivered},
    {"confirmed", Role::confirmed},
    {"cancelled", Role::cancelled},
    {"tracking", Role::tracking},
    {"carrier", Role::carrier},
    {"untracked", Role::untracked},
    {"days", Role::days},
    {"deadline", Role::deadline},
    {"protection-days", Role::protection_days},
    {"closes", Role::closes},
    {"pickup-by", Role::pickup_by},
    {"tag", Role::tags},
    {"note", Role::note},
    {"rules", Role::rules},
};

}  // namespace

std::optional<Role> role_named(std::string_view name) {
  std::string plain(name);
  std::replace(plain.begin(), plain.end(), '_', '-');
  for (const Named& each : names) {
    if (each.name == plain) return each.role;
  }
  return std::nullopt;
}

std::vector<std::string> role_names() {
  std::vector<std::string> words;
  for (const Named& each : names) words.emplace_back(each.name);
  return words;
}

}  // namespace aliprotect
