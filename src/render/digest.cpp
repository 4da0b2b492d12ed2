#include "render/digest.h"

#include <algorithm>
#include <string>

#include "render/phrases.h"
#include "render/text.h"

namespace aliprotect {
namespace {

/// Fits most mail programs and notifications.
constexpr std::size_t page_width = 76;
constexpr std::string_view margin = "  ";

/// `closes Sat 2026-11-21 23:00, in 1 d 10 h`.
std::string heading(const AssessedOrder& of, const Zone& zone) {
  if (of.reminder->lead) return format_deadline(of.reminder->deadline, of.now, zone);
  const Instant ended = of.reminder->deadline.at;
  if (of.reminder->claim) {
    return "delivery claimed since " + to_text(ended, Bound::begin, zone) +
           ", but not recorded as received";
  }
  return "closed " + to_text(ended, Bound::end, zone) + ", " + to_distance(ended, of.now) +
         (is_delivery_reported(of.order, of.protection.clocks) ? ": arrival not recorded"
                                                               : ": the money is lost");
}

/// `USB hub · 12.34 USD · order 1 (3051000000421234)`.
std::string naming(const Order& order) {
  std::string text;
  if (order.title) text += printable(clipped(*order.title, 40)) + " · ";
  if (order.price) text += to_text(*order.price) + " · ";
  return text + "order " + std::to_string(order.id.value) + " (" + order.number.text() + ")";
}

std::string advice(const AssessedOrder& of, const Zone& zone) {
  const NextStep& step = of.protection.next_step;
  if (step.action == Action::none) return step.why;
  return format_next_step(step, of.now, zone) + " · " + step.why;
}

/// Refers to the advice of an earlier reminder of the same order.
std::string advice_as_above(const AssessedOrder& of) {
  const NextStep& step = of.protection.next_step;
  return step.action == Action::none ? step.why : format_action(step.action) + ", as above";
}

}  // namespace

void Digest::add(const AssessedOrder& of) {
  const bool lost = !of.reminder->lead && !of.reminder->claim;
  const Tint tint = lost ? Tint::red : tint_of(of.protection.next_step.urgency);
  const std::size_t width = std::min(style_.width.value_or(page_width), page_width);
  out_.write(style_.paint(heading(of, zone_), tint) + "\n");
  const bool first = advised_.insert(of.order.id.value).second;
  for (const std::string& text :
       {naming(of.order), first ? advice(of, zone_) : advice_as_above(of)}) {
    for (const std::string& line : wrapped(text, width - std::min(width, margin.size()))) {
      out_.write(std::string(margin) + line + "\n");
    }
  }
  out_.write("\n");
}

void Digest::end(std::size_t orders, const OrderSum& at_risk, const OrderSum& lost) {
  out_.write(format_count(orders, "order") + " · money at risk: " + format_order_sum(at_risk) +
             (lost.orders > 0 ? " · lost: " + format_order_sum(lost) : "") + "\n");
}

}  // namespace aliprotect
