#include "export/field_changes.h"

#include <type_traits>

#include "export/order_fields.h"
#include "export/order_json.h"
#include "export/policy_json.h"

namespace aliprotect {
namespace {

template <typename Field>
constexpr bool is_recorded = is_plain<Field> || std::is_same_v<Field, ClosesField>;
template <typename Value>
constexpr bool is_recorded<OrderMember<Value>> = !std::is_same_v<Value, OrderId>;

std::vector<std::string_view> keys_of_recorded() {
  std::vector<std::string_view> keys;
  for_each_order_field([&]<typename Field>(const Field& field) {
    if constexpr (is_recorded<Field>) keys.push_back(field.key.name());
  });
  return keys;
}

std::string fact_json(const AssessedOrder* of, std::string_view key) {
  return of && states_fact(*of, key) ? field_json(*of, key) : "null";
}

std::string fact_json(const Policy* policy, std::string_view key) {
  return policy ? field_json(*policy, key) : "null";
}

bool is_empty(std::string_view json) { return json == "null" || json == "[]"; }

template <typename Keys, typename Facts>
std::vector<FieldChange> changes_among(const Keys& keys, const Facts* before, const Facts* after) {
  std::vector<FieldChange> changes;
  for (const std::string_view key : keys) {
    FieldChange change{key, fact_json(before, key), fact_json(after, key)};
    const bool same =
        change.before == change.after || (is_empty(change.before) && is_empty(change.after));
    if (!same) changes.push_back(std::move(change));
  }
  return changes;
}

}  // namespace

bool states_fact(const AssessedOrder& of, std::string_view key) {
  if (key == "deadline") return of.order.deadline.has_value();
  if (key == "closes_at") return of.protection.clocks.closes_source == ClosesSource::typed;
  return true;
}

std::vector<FieldChange> field_changes(const AssessedOrder* before, const AssessedOrder* after) {
  static const std::vector<std::string_view> recorded = keys_of_recorded();
  return changes_among(recorded, before, after);
}

std::vector<FieldChange> field_changes(const Policy* before, const Policy* after) {
  return changes_among(policy_keys(), before, after);
}

void write_field_changes(JsonWriter& json, const std::vector<FieldChange>& changes) {
  json.begin_object();
  for (const FieldChange& change : changes) {
    json.key(change.key).begin_object();
    json.key("before").raw(change.before);
    json.key("after").raw(change.after);
    json.end_object();
  }
  json.end_object();
}

}  // namespace aliprotect
