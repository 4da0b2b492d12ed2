#pragma once

#include <string>

#include "import/json/json_members.h"

namespace aliprotect {

/// An amount as AliExpress's interfaces give it: `12.34`, and in which currency where they say so.
struct InterfaceMoney {
  std::string amount;
  std::string currency;
};

/// What the order costs the buyer; without an amount where it does not say. Throws RowError.
InterfaceMoney price_of_order(const JsonMembers& order);

}  // namespace aliprotect
