#pragma once

#include <string>
#include <vector>

#include "import/json/json_members.h"
#include "import/table/page_cells.h"

namespace aliprotect {

/// What a JSON object says of an order, as the cells of a row.
class JsonCells {
 public:
  /// A blank cell says nothing, and of two with the same role the first counts.
  void add(Role role, std::string cell);
  /// Throws RowError.
  PageRow read(const CellReading& reading) const;

 private:
  std::vector<Role> roles_;
  std::vector<std::string> cells_;
};

// Each throws RowError.

/// An order as the list of orders of AliExpress's website is sent to the browser: the `fields` of a
/// `pc_om_list_order_…`.
PageRow read_listed_order(const JsonMembers& fields, const CellReading& reading);

/// A line of an order in an inventory of what was bought; several are one order.
PageRow read_inventory_line(const JsonMembers& line, const CellReading& reading);

/// Lists a title once.
void add_title(std::string title, PageOrder& order);

}  // namespace aliprotect
