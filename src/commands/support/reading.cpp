#include "commands/support/reading.h"

#include <algorithm>
#include <array>
#include <utility>

#include "core/batch_queue.h"

namespace aliprotect {
namespace {

/// A batch large enough that passing it to another thread costs little, and small enough to stay in
/// the processor's cache.
struct Orders {
  std::array<Order, 64> orders;
  std::size_t count = 0;

  bool full() const { return count == orders.size(); }
};

}  // namespace

void read_in_parallel(Store& store, const Selection& selection,
                      const std::function<bool(const Order&)>& use) {
  BatchQueue<Orders> beside([&](Orders& batch) {
    const std::size_t count = std::exchange(batch.count, 0);
    return std::all_of(batch.orders.begin(), batch.orders.begin() + count, use);
  });
  store.read(selection, [&](Order& order) {
    if (beside.batch().full() && !beside.submit()) return false;
    Orders& batch = beside.batch();
    std::swap(batch.orders[batch.count++], order);
    return true;
  });
  beside.finish();
}

}  // namespace aliprotect
