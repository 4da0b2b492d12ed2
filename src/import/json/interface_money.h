#pragma once

#include <string>

#include "import/json/json_members.h"

namespace aliprotect {

/// An amount as AliExpress's interfaces write it: `12.34`, and its currency if they name it.
struct InterfaceMoney {
  std::string amount;
  std::string currency;
};

/// The price that the buyer paid; without an amount if there is none. Throws RowError.
InterfaceMoney price_of_order(const JsonMembers& order);

}  // namespace aliprotect
