#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <vector>

#include "export/order_json.h"
#include "render/columns.h"
#include "render/format.h"
#include "render/output.h"
#include "render/style.h"

namespace aliprotect {

/// Prints orders one by one in one of the formats, without keeping them in memory.
class OrderList {
 public:
  virtual ~OrderList() = default;
  virtual void add(const AssessedOrder& order) = 0;
  /// Must be called once, after the last order.
  virtual void end() = 0;
};

struct ListLayout {
  std::vector<const Column*> table;               ///< columns of the table
  std::optional<std::vector<const Column*>> csv;  ///< columns of CSV; none: the default ones
  bool chosen = false;  ///< the user chose the columns, so a narrow terminal shows all of them
};

/// Creates a list. Only tables call `zone`.
std::unique_ptr<OrderList> make_order_list(Format format, const ListLayout& layout,
                                           const Style& style, std::function<const Zone&()> zone,
                                           Output& out);

/// Why orders are listed; lists for deadlines and reminders have additional columns.
enum class ListedFor { order, deadline, reminder };

/// Returns the default columns of CSV.
std::vector<const Column*> csv_columns(ListedFor what);

}  // namespace aliprotect
