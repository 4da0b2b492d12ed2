#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "export/json_writer.h"
#include "rules/assessed_order.h"

namespace aliprotect {

/// A field that a change made another: its key in the JSON output, and its values as JSON, `null`
/// where there was none.
struct FieldChange {
  std::string_view key;
  std::string before;
  std::string after;
};

/// The facts in which two states of an order differ, by the order object's keys; what is derived
/// from them is left out. Null stands for an order that is not there.
std::vector<FieldChange> field_changes(const AssessedOrder* before, const AssessedOrder* after);

/// The same of a rule set.
std::vector<FieldChange> field_changes(const Policy* before, const Policy* after);

/// Whether the order has a fact of its own under `key`: `deadline` and `closes_at` may be derived.
bool states_fact(const AssessedOrder& of, std::string_view key);

/// Writes `{"title":{"before":…,"after":…}}`.
void write_field_changes(JsonWriter& json, const std::vector<FieldChange>& changes);

}  // namespace aliprotect
