#pragma once

#include <optional>
#include <string>
#include <vector>

#include "commands/support/import_report.h"
#include "import/merge/row.h"

namespace aliprotect {

enum class OnExisting { update, skip, fail };

/// Facts recorded for an imported order if neither the file nor the store has them.
struct ImportDefaults {
  std::string rules;  ///< rule set of new orders
  std::vector<std::string> tags;
  std::optional<Days> days;
  std::optional<Days> protection_days;
  std::optional<Seconds> shipped_after;  ///< time from the order date to the shipment
};

/// Records imported orders, within one change.
class RowRecorder {
 public:
  RowRecorder(Context& context, OnExisting on_existing, ImportDefaults defaults, Changes& changes,
              ImportReport& report)
      : context_(context),
        on_existing_(on_existing),
        defaults_(std::move(defaults)),
        changes_(changes),
        report_(report) {}

  /// Adds values that cannot be recorded to the skipped ones. Throws RowError if the order itself
  /// cannot be recorded.
  void record(ImportedOrder& imported);

 private:
  /// Adds the order, or replaces the recorded one. Returns the id that it has.
  OrderId put(const std::optional<Order>& recorded, Order order);
  void add_defaults(Order& order) const;
  void skip_unknown_rules(ImportedOrder& imported);
  void check(const Order& order);
  void count_shipping_date(const Order& order);

  Context& context_;
  OnExisting on_existing_;
  ImportDefaults defaults_;
  Changes& changes_;
  ImportReport& report_;
};

}  // namespace aliprotect
