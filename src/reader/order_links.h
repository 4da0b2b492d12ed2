#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace aliprotect {

/// The numbers that the addresses of links name.
struct LinkedNumbers {
  std::vector<std::string> orders;
  std::vector<std::string> tracking;
};

/// Adds the numbers in an address or in a text that contains addresses: `?tradeOrderId=`, `o_ids=`
/// with several numbers, `orderId=`, `trackingNumber=`, also within an encoded address.
void add_linked_numbers(std::string_view text, LinkedNumbers& numbers);

/// Whether a text is a number of the length that AliExpress gives orders.
bool is_order_number(std::string_view text);

}  // namespace aliprotect
