#pragma once

#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

#include "import/json/json_members.h"
#include "import/table/page_cells.h"

namespace aliprotect {

/// Collects the values of a JSON object about an order, as cells of a row.
class JsonCells {
 public:
  /// Ignores blank cells, and all but the first cell of a role.
  void add(Role role, std::string cell);
  /// Adds the first of the named members. A value that is neither text nor number is skipped;
  /// throws RowError if it is the order number.
  void add(Role role, const JsonMembers& members, std::initializer_list<std::string_view> names);
  void skip(Role role, std::string_view value, const std::string& reason);
  /// Throws RowError.
  PageRow read(const CellReading& reading) const;

 private:
  std::vector<Role> roles_;
  std::vector<std::string> cells_;
  SkippedValues skipped_;
};

// These throw RowError.

/// An order in a response of AliExpress's website: the `fields` of a `pc_om_list_order_…`.
PageRow read_listed_order(const JsonMembers& fields, const CellReading& reading);

/// A line of an inventory of purchases; several lines can belong to one order.
PageRow read_inventory_line(const JsonMembers& line, const CellReading& reading);

/// Adds the title in the member `name`, unless it is listed already.
void add_title(const JsonMembers& item, std::string_view name, PageRow& row);

}  // namespace aliprotect
