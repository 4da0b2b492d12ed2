#pragma once

#include <string>

#include "rules/assessed_order.h"

namespace aliprotect {

/// Writes the facts of orders as CSV that `import` reads back without loss: one column per fact of
/// the order object, lists as JSON. Texts keep their bytes, except that spreadsheet formulas are
/// escaped.
class FactsCsv {
 public:
  /// Appends the header line.
  void write_names(std::string& out) const;
  /// Appends the line of an order, without a line end. Uses only the clocks of `of.protection`.
  void write_order(std::string& out, const AssessedOrder& of);

 private:
  std::string json_;  ///< reused between orders
};

}  // namespace aliprotect
