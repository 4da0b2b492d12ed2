#pragma once

#include <list>
#include <string>
#include <unordered_map>

#include "import/table/page_cells.h"

namespace aliprotect {

/// Combines the rows of each order: items, sub-orders and totals. Rows of an order are mostly
/// adjacent, but not always. Orders are passed on in the order of their first rows; a few thousand
/// are kept in memory at most. One rejected row rejects its whole order.
class OrderFold {
 public:
  OrderFold(const RowSink& sink, Instant now) : sink_(sink), now_(now) {}

  /// Adds a row. A row without a number has the totals of the order above it.
  void add(FileRow row, PageRow page);
  /// Adds a row that cannot be recorded; `number` is empty if it has none.
  void reject(FileRow row, const std::string& number, const std::string& reason);
  /// Passes on all remaining orders.
  void finish();

 private:
  struct Row {
    FileRow text;
    std::string trouble;  ///< why it is rejected, or empty
  };
  struct Group {
    std::string number;  ///< empty for a row without one
    std::vector<Row> rows;
    PageRow page;
  };

  Group& group_of(const std::string& number);
  Group& begin_group(const std::string& number);
  void keep(Group& group, FileRow row, const std::string& trouble = {});
  void hand_on(Group& group);
  void hand_on_oldest();

  const RowSink& sink_;
  Instant now_;
  std::list<Group> waiting_;
  std::unordered_map<std::string, Group*> by_number_;
  std::size_t bytes_ = 0;
  Group* last_ = nullptr;
};

}  // namespace aliprotect
