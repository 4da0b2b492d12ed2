#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace aliprotect {

/// The numbers in the addresses of links.
struct LinkedNumbers {
  std::vector<std::string> orders;
  std::vector<std::string> tracking;
};

/// Adds the numbers in an address or in a text that contains addresses: `?tradeOrderId=`, `o_ids=`
/// with several numbers, `orderId=`, `trackingNumber=`, also within an encoded address.
void add_linked_numbers(std::string_view text, LinkedNumbers& numbers);

/// Whether a text is a number with as many digits as AliExpress's order numbers.
bool is_order_number(std::string_view text);

}  // namespace aliprotect
