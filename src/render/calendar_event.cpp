#include "render/calendar_event.h"

#include "render/phrases.h"
#include "render/text.h"

namespace aliprotect {
namespace {

/// Calendars show about this much of an event's title.
constexpr std::size_t title_width = 60;

/// Names the deadline in the event's title.
std::string heading(const Announcement& of) {
  switch (of.kind) {
    case DeadlineKind::ship_by:
      return "Ship-by deadline";
    case DeadlineKind::deadline:
      return "Guaranteed delivery date";
    case DeadlineKind::closes:
      return of.last_chance ? "Last chance to open a dispute" : "Protection ends";
    case DeadlineKind::auto_escalates:
      return "Dispute escalates automatically";
    case DeadlineKind::reason_change:
      return "Last chance to change the reason";
    case DeadlineKind::evidence_due:
      return "Evidence due";
    case DeadlineKind::pickup_by:
      return "Pickup deadline";
    case DeadlineKind::return_by:
      return "Return deadline";
    case DeadlineKind::chargeback:
      return "Ask your card issuer for a refund";
  }
  return {};
}

/// The same in every export. It uses the order number, because the id may change.
std::string uid(const Order& order, const Announcement& of) {
  return order.number.text() + "-" + std::string(to_string(of.kind)) +
         (of.last_chance ? "-grace" : "") + "@aliprotect";
}

std::string title_of(const Order& order) {
  return order.title ? clipped(printable(*order.title), title_width) : order.number.text();
}

void add_line(std::string& text, const std::string& what, const std::optional<std::string>& value) {
  if (value) text += what + ": " + printable(*value) + "\n";
}

std::string money_line(const AssessedOrder& of, bool removed) {
  if (!of.order.price) return {};
  const bool at_risk = of.protection.at_risk && !removed;
  return "Price: " + to_text(*of.order.price) + (at_risk ? ", at risk" : "") + "\n";
}

std::string next_step_lines(const EventSource& source) {
  if (source.removed) return "This order has been deleted.";
  const AssessedOrder& of = source.of;
  return "Next step, as of " + to_text_with_time(of.now, source.zone) + ": " +
         format_next_step(of.protection.next_step, of.now, source.zone) + "\n" +
         of.protection.next_step.why;
}

std::string description(const EventSource& source, const Announcement& announcement) {
  const Order& order = source.of.order;
  std::string text = announcement.cancelled ? "This deadline no longer applies.\n" : "";
  add_line(text, "Order", order.number.text());
  add_line(text, "Title", order.title);
  add_line(text, "Seller", order.seller);
  return text + money_line(source.of, source.removed) + next_step_lines(source);
}

}  // namespace

CalendarEvent calendar_event(const EventSource& source, const Announcement& announcement) {
  const Order& order = source.of.order;
  CalendarEvent event;
  event.uid = uid(order, announcement);
  event.revision = source.revision;
  event.cancelled = announcement.cancelled;
  event.at = announcement.at;
  event.stamp = source.of.now;
  event.modified = source.changed;
  event.summary = heading(announcement) + ": " + title_of(order);
  event.description = description(source, announcement);
  event.category = to_string(announcement.kind);
  if (announcement.has_alarms) event.alarms = source.alarms;
  return event;
}

}  // namespace aliprotect
