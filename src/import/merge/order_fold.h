#pragma once

#include <list>
#include <string>
#include <unordered_map>

#include "import/table/page_cells.h"

namespace aliprotect {

/// Makes one order of its rows: items, sub-orders and totals stand in rows of their own, mostly but
/// not always one behind the other. Orders are handed on in the order in which they began; at most
/// some thousands wait at a time. Where one row cannot be read, its whole order is rejected.
class OrderFold {
 public:
  OrderFold(const RowSink& sink, Instant now) : sink_(sink), now_(now) {}

  /// A row without a number sums up the order before it.
  void add(FileRow row, PageRow page);
  /// A row that cannot be read; `number` is empty where not even that can.
  void reject(FileRow row, const std::string& number, const std::string& reason);
  /// Hands on what still waits.
  void finish();

 private:
  struct Row {
    FileRow text;
    std::string trouble;  ///< empty where it could be read
  };
  struct Group {
    std::string number;  ///< empty for a row that tells none
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
