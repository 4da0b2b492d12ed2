#pragma once

#include <nlohmann/json_fwd.hpp>
#include <optional>
#include <string>

namespace aliprotect {

/// The kinds of JSON objects that are orders.
enum class JsonShape {
  own,              ///< the tracker's order object
  listed_order,     ///< in the order list of AliExpress's website
  interface_order,  ///< in AliExpress's interfaces for sellers and dropshippers
  inventory_line,   ///< a line of an order, of an inventory of what was bought
};

/// Returns the shape of an order, judged by its members; nullopt if the value is not an order, even
/// if it contains some.
std::optional<JsonShape> shape_of(const nlohmann::json& value);

/// Whether a value without orders seems to be an invalid order object of the tracker.
bool is_meant_as_own(const nlohmann::json& value);

/// Returns what a value without orders appears to be, and what to do.
std::string description_of_foreign(const nlohmann::json& value);

}  // namespace aliprotect
