#pragma once

#include <initializer_list>
#include <nlohmann/json_fwd.hpp>
#include <string>
#include <string_view>
#include <vector>

namespace aliprotect {

/// The members of a JSON object by their bare names (import/folded_name.h): `gmt_create` and
/// `gmtCreate` are one. What is null or a blank text is not there. The object has to outlive it.
class JsonMembers {
 public:
  explicit JsonMembers(const nlohmann::json& object);

  /// The first of `names` that is there, else null.
  const nlohmann::json* find(std::initializer_list<std::string_view> names) const;
  /// The text or number that it holds; empty where none of them is there. Throws RowError where it
  /// is something else, or no text that can be recorded.
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

/// The objects of a list, however it is wrapped: an array of them, an object that holds nothing but
/// one (`{"order_dto": […]}`), or where there is only one, that alone.
std::vector<const nlohmann::json*> objects_within(const nlohmann::json* list);

}  // namespace aliprotect
