#include "render/calendar_event.h"

#include "render/phrases.h"
#include "render/text.h"

namespace aliprotect {
namespace {

/// A calendar shows about so much of an event.
constexpr std::size_t title_width = 60;

/// What comes at the deadline, as a heading.
std::string heading(const Announcement& of) {
  switch (of.kind) {
    case DeadlineKind::ship_by:
      return "Time to ship ends";
    case DeadlineKind::deadline:
      return "Guaranteed delivery ends";
    case DeadlineKind::closes:
      return of.last_chance ? "Last chance for a dispute" : "Protection ends";
    case DeadlineKind::auto_escalates:
      return "Dispute escalates by itself";
    case DeadlineKind::reason_change:
      return "Time to change the reason ends";
    case DeadlineKind::evidence_due:
      return "Evidence is due";
    case DeadlineKind::pickup_by:
      return "Time to collect the parcel ends";
    case DeadlineKind::return_by:
      return "Time to send the goods back ends";
  }
  return {};
}

/// The same from one export to the next, whatever is changed; the id may change (docs/calendar.md).
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
  if (source.removed) return "The order is recorded no more.";
  const AssessedOrder& of = source.of;
  return "Next step, as of " + to_the_minute(of.now, source.zone) + ": " +
         in_words(of.protection.next_step, of.now, source.zone) + "\n" +
         of.protection.next_step.why;
}

std::string description(const EventSource& source, const Announcement& announcement) {
  const Order& order = source.of.order;
  std::string text = announcement.fell_away ? "This deadline has fallen away.\n" : "";
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
  event.cancelled = announcement.fell_away;
  event.at = announcement.at;
  event.stamp = source.of.now;
  event.modified = source.changed;
  event.summary = heading(announcement) + ": " + title_of(order);
  event.description = description(source, announcement);
  event.category = to_string(announcement.kind);
  if (announcement.rings) event.alarms = source.alarms;
  return event;
}

}  // namespace aliprotect
