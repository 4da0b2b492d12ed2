#include "import/order_fold.h"

#include <algorithm>
#include <utility>

namespace aliprotect {
namespace {

constexpr std::size_t most_waiting = 5'000;
constexpr std::size_t most_bytes = std::size_t{16} * 1024 * 1024;

}  // namespace

void OrderFold::add(FileRow row, PageRow page) {
  const std::string number = page.order.facts.number.text();
  if (number.empty() && !last_) return;  // a totals row before any order
  Group& group = number.empty() ? *last_ : group_of(number);
  const bool is_first = group.rows.empty();
  const bool is_repeated = std::any_of(
      group.rows.begin(), group.rows.end(),
      [&](const FileRow& other) { return !row.text.empty() && other.text == row.text; });
  const FileRow place{row.line, {}};
  keep(group, std::move(row));
  if (is_repeated) return;
  group.page.lacks_currency = group.page.lacks_currency || page.lacks_currency;
  if (is_first) {
    group.page = std::move(page);
    return;
  }
  try {
    add_item(group.page.order, std::move(page.order));
  } catch (const RowError& error) {
    group.bad_line = place.line;
    group.reason = error.what();
  }
}

void OrderFold::reject(FileRow row, const std::string& number, const std::string& reason) {
  if (number.empty()) {
    sink_.rejected(row, reason);
    return;
  }
  Group& group = group_of(number);
  if (group.bad_line != 0) {  // each bad row has its own reason
    sink_.rejected(row, reason);
    return;
  }
  group.bad_line = row.line;
  group.reason = reason;
  keep(group, std::move(row));
}

void OrderFold::finish() {
  while (!waiting_.empty()) hand_on_oldest();
}

OrderFold::Group& OrderFold::group_of(const std::string& number) {
  const auto [place, is_new] = by_number_.try_emplace(number, nullptr);
  if (is_new) {
    waiting_.emplace_back().page.order.facts.number = OrderNumber::read(number);
    place->second = &waiting_.back();
    while (waiting_.size() > 1 && (waiting_.size() > most_waiting || bytes_ > most_bytes))
      hand_on_oldest();
  }
  last_ = by_number_.at(number);
  return *last_;
}

void OrderFold::keep(Group& group, FileRow row) {
  bytes_ += row.text.size();
  group.rows.push_back(std::move(row));
}

void OrderFold::hand_on(Group& group) {
  if (group.bad_line == 0) {
    Remarks& remarks = sink_.remarks;
    remarks.prices_without_currency += group.page.lacks_currency ? 1 : 0;
    remarks.orders_in_dispute += is_in_dispute(group.page.order) ? 1 : 0;
    sink_.order({std::move(group.rows), facts_of(std::move(group.page.order), now_)});
    return;
  }
  reject_together(group.rows, group.bad_line, group.reason, sink_.rejected);
}

void OrderFold::hand_on_oldest() {
  Group& oldest = waiting_.front();
  for (const FileRow& row : oldest.rows) bytes_ -= row.text.size();
  by_number_.erase(oldest.page.order.facts.number.text());
  if (last_ == &oldest) last_ = nullptr;
  Group group = std::move(oldest);
  waiting_.pop_front();
  hand_on(group);
}

}  // namespace aliprotect
