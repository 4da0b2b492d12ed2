#include "import/merge/order_fold.h"

#include <algorithm>
#include <utility>

namespace aliprotect {
namespace {

constexpr std::size_t most_waiting = 5'000;
constexpr std::size_t most_bytes = std::size_t{16} * 1024 * 1024;
constexpr std::size_t most_rows = 1'000;  // of one order
constexpr auto too_many_rows = "its order has more than 1000 rows";

std::string price_text(const PageOrder& order) {
  const std::optional<Money>& price = order.facts.price ? order.facts.price : order.items;
  return price ? to_text(*price) : std::string();
}

bool says_the_same(const FileRow& row, const FileRow& other) {
  return !row.text.empty() && row.text == other.text;
}

}  // namespace

void OrderFold::add(FileRow row, PageRow page) {
  const std::string number = page.order.facts.number.text();
  if (number.empty() && !last_)
    return reject(std::move(row), {}, "it is a totals row, but no order is above it");
  Group& group = number.empty() ? *last_ : group_of(number);
  if (group.rows.size() >= most_rows) return keep(group, std::move(row), too_many_rows);
  const bool is_first = group.rows.empty();
  const bool is_repeated = std::any_of(group.rows.begin(), group.rows.end(), [&](const Row& other) {
    return says_the_same(row, other.text);
  });
  if (is_repeated) return keep(group, std::move(row));
  for (SkippedValue& value : page.skipped) {
    value.line = row.line;
    group.page.skipped.push_back(std::move(value));
  }
  if (is_first) {
    group.page.order = std::move(page.order);
    return keep(group, std::move(row));
  }
  const std::string price = price_text(page.order);
  if (!add_item(group.page.order, std::move(page.order))) {
    skip(group.page.skipped, "price", price, "it cannot be added to the other prices of its order");
    group.page.skipped.back().line = row.line;
  }
  keep(group, std::move(row));
}

void OrderFold::reject(FileRow row, const std::string& number, const std::string& reason) {
  Group& group = number.empty() ? begin_group(number) : group_of(number);
  if (number.empty()) last_ = nullptr;  // a totals row below belongs to an unknown order
  keep(group, std::move(row), reason);
}

void OrderFold::finish() {
  while (!waiting_.empty()) hand_on_oldest();
}

OrderFold::Group& OrderFold::group_of(const std::string& number) {
  const auto known = by_number_.find(number);
  last_ = known == by_number_.end() ? &begin_group(number) : known->second;
  return *last_;
}

OrderFold::Group& OrderFold::begin_group(const std::string& number) {
  Group& group = waiting_.emplace_back();
  group.number = number;
  if (!number.empty()) {
    by_number_.emplace(number, &group);
    group.page.order.facts.number = OrderNumber::read(number);
  }
  while (waiting_.size() > 1 && (waiting_.size() > most_waiting || bytes_ > most_bytes))
    hand_on_oldest();
  return group;
}

void OrderFold::keep(Group& group, FileRow row, const std::string& trouble) {
  row.is_further = !group.rows.empty();
  if (group.rows.size() > most_rows) return sink_.rejected(row, trouble);  // its order is, too
  bytes_ += row.text.size();
  group.rows.push_back({std::move(row), trouble});
}

/// One bad row rejects the other rows of its order. If several are bad, each has its own reason.
void OrderFold::hand_on(Group& group) {
  const auto bad = std::find_if(group.rows.begin(), group.rows.end(),
                                [](const Row& row) { return !row.trouble.empty(); });
  if (bad != group.rows.end()) {
    const std::string of_others = because_of_line(bad->text.line);
    for (const Row& row : group.rows)
      sink_.rejected(row.text, row.trouble.empty() ? of_others : row.trouble);
    return;
  }
  sink_.remarks.orders_in_dispute += is_in_dispute(group.page.order) ? 1 : 0;
  ImportedOrder order{{}, facts_of(std::move(group.page.order), now_), {}};
  order.skipped = std::move(group.page.skipped);
  for (Row& row : group.rows) order.rows.push_back(std::move(row.text));
  sink_.order(std::move(order));
}

void OrderFold::hand_on_oldest() {
  Group& oldest = waiting_.front();
  for (const Row& row : oldest.rows) bytes_ -= row.text.text.size();
  by_number_.erase(oldest.number);
  if (last_ == &oldest) last_ = nullptr;
  Group group = std::move(oldest);
  waiting_.pop_front();
  hand_on(group);
}

}  // namespace aliprotect
