#pragma once

#include <string>

#include "rules/assessed_order.h"

namespace aliprotect {

/// Writes the facts of orders as CSV that comes back through `import` without loss: a column for
/// each fact of the order object, lists as JSON. Texts keep their bytes; what a spreadsheet would
/// run is defused.
class FactsCsv {
 public:
  /// Appends the line with the names of the columns.
  void write_names(std::string& out) const;
  /// Appends the line of an order, without its end. Of what it means, the clocks alone are looked
  /// at.
  void write_order(std::string& out, const AssessedOrder& of);

 private:
  std::string json_;  ///< its memory is used again
};

}  // namespace aliprotect
