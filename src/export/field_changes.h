#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "export/json_writer.h"
#include "rules/assessed_order.h"

namespace aliprotect {

/// A changed field: its key in the JSON output, and both values as JSON, `null` if absent.
struct FieldChange {
  std::string_view key;
  std::string before;
  std::string after;
};

/// Returns the recorded facts in which two states of an order differ. A null pointer means that the
/// order did not exist.
std::vector<FieldChange> field_changes(const AssessedOrder* before, const AssessedOrder* after);

/// Returns the fields in which two states of a rule set differ.
std::vector<FieldChange> field_changes(const Policy* before, const Policy* after);

/// Whether `key` was recorded: `deadline` and `closes_at` can be derived.
bool states_fact(const AssessedOrder& of, std::string_view key);

/// Writes `{"title":{"before":…,"after":…}}`.
void write_field_changes(JsonWriter& json, const std::vector<FieldChange>& changes);

}  // namespace aliprotect
