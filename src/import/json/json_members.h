#pragma once

#include <initializer_list>
#include <nlohmann/json_fwd.hpp>
#include <string>
#include <string_view>
#include <vector>

namespace aliprotect {

/// The members of a JSON object by their bare names (import/folded_name.h): `gmt_create` and
/// `gmtCreate` are one. Null and blank texts count as absent. The object must outlive it.
class JsonMembers {
 public:
  explicit JsonMembers(const nlohmann::json& object);

  /// The first of `names` that is present; null if none is.
  const nlohmann::json* find(std::initializer_list<std::string_view> names) const;
  /// The text or number of the first one that is present; empty if none is. Throws RowError for any
  /// other type, and for a text that cannot be recorded.
  std::string text(std::initializer_list<std::string_view> names) const;
  bool has(std::string_view name) const { return find({name}) != nullptr; }

 private:
  struct Member {
    std::string name;
    const std::string* key;
    const nlohmann::json* value;
  };

  const Member* member(std::initializer_list<std::string_view> names) const;

  std::vector<Member> members_;
};

/// The objects of a list in any wrapping: an array, an object with a single member (`{"order_dto":
/// […]}`), or a single object.
std::vector<const nlohmann::json*> objects_within(const nlohmann::json* list);

}  // namespace aliprotect
