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

/// Prints orders one after the other, in one of the formats; none is kept.
class OrderList {
 public:
  virtual ~OrderList() = default;
  virtual void add(const AssessedOrder& order) = 0;
  /// Must be called once, after the last order.
  virtual void end() = 0;
};

struct ListLayout {
  std::vector<const Column*> table;               ///< of the table
  std::optional<std::vector<const Column*>> csv;  ///< of CSV; none: every fact, and what it means
  bool chosen = false;  ///< by the user: a narrow terminal loses none of them
};

/// `zone` is asked for by tables alone.
std::unique_ptr<OrderList> make_order_list(Format format, const ListLayout& layout,
                                           const Style& style, std::function<const Zone&()> zone,
                                           Output& out);

/// Why orders are listed: a deadline and an alarm have columns of their own.
enum class ListedFor { itself, deadline, alarm };

/// The columns of CSV where none are named.
std::vector<const Column*> csv_columns(ListedFor what);

}  // namespace aliprotect
