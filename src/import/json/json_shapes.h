#pragma once

#include <nlohmann/json_fwd.hpp>
#include <optional>
#include <string_view>

namespace aliprotect {

/// What a JSON object is.
enum class JsonShape {
  own,              ///< the tracker's order object
  listed_order,     ///< of the list of orders of AliExpress's website
  interface_order,  ///< of AliExpress's interfaces for sellers and dropshippers
  inventory_line,   ///< a line of an order, of an inventory of what was bought
};

/// What the value is by the members that it has, whatever it stands in. Nothing where it is no
/// order: one may stand within it.
std::optional<JsonShape> shape_of(const nlohmann::json& value);

/// Whether a value without orders is meant as the tracker's order object, though a bad one.
bool is_meant_as_own(const nlohmann::json& value);

/// What the shapes are known by, in words.
extern const std::string_view shapes_in_words;

}  // namespace aliprotect
