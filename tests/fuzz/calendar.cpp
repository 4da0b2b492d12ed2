// Calendars of orders with any text, parsed by libical.
#include <libical/ical.h>

#include <map>
#include <memory>
#include <tuple>

#include "fuzz/target.h"
#include "render/calendar_event.h"
#include "support/order_builder.h"

namespace aliprotect::fuzz {
namespace {

const Instant now = *from_rfc3339("2026-11-20T12:00:00Z");

std::optional<Instant> any_instant(Bytes& bytes) {
  if (bytes.coin()) return std::nullopt;
  if (bytes.coin()) return now + Days{static_cast<int>(bytes.below(90)) - 40};
  return Instant{Seconds{bytes.number(0, last_instant.time_since_epoch().count())}};
}

std::optional<std::string> any_text(Bytes& bytes) {
  if (bytes.coin()) return std::nullopt;
  return bytes.text(200);
}

Order any_order(Bytes& bytes) {
  Order order = testing::order().build();
  order.title = any_text(bytes);
  order.seller = any_text(bytes);
  order.ship_by = any_instant(bytes);
  order.days = Days{static_cast<int>(bytes.below(90))};
  order.closes = any_instant(bytes);
  order.pickup_by = any_instant(bytes);
  order.parcels.push_back({any_text(bytes), any_text(bytes), bytes.coin(), any_instant(bytes), {}});
  if (bytes.coin()) return order;
  Dispute dispute;
  dispute.opened_at = any_instant(bytes).value_or(now);
  dispute.evidence_due = any_instant(bytes);
  dispute.return_by = any_instant(bytes);
  order.disputes.push_back(dispute);
  return order;
}

/// Libical drops trailing blanks of a text.
std::string without_end_blanks(std::string text) {
  text.erase(text.find_last_not_of(' ') + 1);
  return text;
}

/// The parts of an event that a calendar program shows.
using Shown = std::tuple<std::string, std::string, std::string, std::int64_t, bool, std::size_t>;

Shown shown(const CalendarEvent& event) {
  return {without_end_blanks(event.summary),
          without_end_blanks(event.description),
          event.category,
          event.at.time_since_epoch().count(),
          event.cancelled,
          event.alarms.size()};
}

Shown read(icalcomponent* event) {
  const auto text = [](const char* words) { return std::string(words ? words : ""); };
  icalproperty* category = icalcomponent_get_first_property(event, ICAL_CATEGORIES_PROPERTY);
  return {without_end_blanks(text(icalcomponent_get_summary(event))),
          without_end_blanks(text(icalcomponent_get_description(event))),
          text(category ? icalproperty_get_categories(category) : nullptr),
          icaltime_as_timet(icalcomponent_get_dtstart(event)),
          icalcomponent_get_status(event) == ICAL_STATUS_CANCELLED,
          static_cast<std::size_t>(icalcomponent_count_components(event, ICAL_VALARM_COMPONENT))};
}

std::map<std::string, Shown> read_back(const std::string& calendar) {
  const std::unique_ptr<icalcomponent, void (*)(icalcomponent*)> parsed(
      icalparser_parse_string(calendar.c_str()), icalcomponent_free);
  expect(parsed != nullptr, "libical reads the calendar");
  expect(icalcomponent_count_errors(parsed.get()) == 0, "libical finds no errors in the calendar");
  std::map<std::string, Shown> events;
  for (auto* event = icalcomponent_get_first_component(parsed.get(), ICAL_VEVENT_COMPONENT); event;
       event = icalcomponent_get_next_component(parsed.get(), ICAL_VEVENT_COMPONENT)) {
    const char* uid = icalcomponent_get_uid(event);
    expect(uid && events.emplace(uid, read(event)).second, "each event has a unique UID");
  }
  return events;
}

void expect_short_lines(const std::string& calendar) {
  for (std::size_t at = 0, end = 0; at < calendar.size(); at = end + 2) {
    end = calendar.find("\r\n", at);
    expect(end != std::string::npos && end - at <= 75, "lines are folded and end with CR LF");
  }
}

}  // namespace

void try_input(std::string_view input) {
  static const Policy policies[] = {testing::policy_2016(), testing::policy_2023()};
  static const Zone zone = Zone::named("Europe/Berlin");
  static const std::vector<Seconds> alarms = {Days{7}, Days{1}};
  Bytes bytes(input);
  const Policy& policy = policies[bytes.below(2)];
  Announcements announcements;
  while (bytes.coin()) announcements.add_former_state(any_order(bytes), policy);
  const Order order = any_order(bytes);
  const AssessedOrder of{order, policy, now};
  const bool removed = bytes.below(4) == 3;

  std::string calendar;
  append_calendar_beginning(calendar);
  std::map<std::string, Shown> written;
  for (const Announcement& announcement :
       removed ? announcements.for_deleted(now) : announcements.of(of)) {
    const CalendarEvent event = calendar_event({of, removed, 7, now, zone, alarms}, announcement);
    expect(written.emplace(event.uid, shown(event)).second, "each deadline is written once");
    append_calendar_event(calendar, event);
  }
  append_calendar_end(calendar);
  expect_short_lines(calendar);
  expect(read_back(calendar) == written, "the parsed events equal the written ones");
}

}  // namespace aliprotect::fuzz
