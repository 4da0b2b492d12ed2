#include "export/calendar.h"

#include <memory>
#include <new>
#include <string_view>

#include "export/libical.h"

namespace aliprotect {
namespace {

constexpr std::string_view calendar_end = "END:VCALENDAR\r\n";

template <typename Pointer>
Pointer checked(Pointer made) {
  if (!made) throw std::bad_alloc();
  return made;
}

/// Builds a component from properties and nested components.
class Component {
 public:
  explicit Component(icalcomponent_kind kind)
      : component_(checked(ical_.component_new(kind)), ical_.component_free) {}

  void text(icalproperty_kind kind, const std::string& text) {
    add(kind, ical_.value_new_text(text.c_str()));
  }
  /// Adds a property whose value is one of a fixed set of words.
  void word(icalproperty_kind property, icalvalue_kind kind, const char* word) {
    add(property, ical_.value_new_from_string(kind, word));
  }
  void instant(icalproperty_kind kind, Instant at) {
    add(kind, ical_.value_new_datetime(ical_.time_from_timet_with_zone(
                  at.time_since_epoch().count(), 0, ical_.timezone_get_utc_timezone())));
  }
  void length(icalproperty_kind kind, Seconds length) {
    add(kind, ical_.value_new_duration(duration(length)));
  }
  void number(icalproperty_kind kind, std::int64_t number) {
    add(kind, ical_.value_new_integer(static_cast<int>(number)));
  }
  void trigger_before(Seconds lead) {
    icaltriggertype trigger{};
    trigger.duration = duration(-lead);
    add(ICAL_TRIGGER_PROPERTY, ical_.value_new_trigger(trigger));
  }
  /// Adds a property whose `text` is written unchanged.
  void extension(const char* name, const char* text) {
    ical_.property_set_x_name(add(ICAL_X_PROPERTY, ical_.value_new_x(text)), name);
  }
  void component(Component part) {
    ical_.component_add_component(component_.get(), part.component_.release());
  }

  std::string written() const {
    const std::unique_ptr<char, void (*)(void*)> text(
        checked(ical_.component_as_ical_string_r(component_.get())), ical_.memory_free_buffer);
    return text.get();
  }

 private:
  icaldurationtype duration(Seconds length) const {
    return ical_.duration_from_int(static_cast<int>(length.count()));
  }
  icalproperty* add(icalproperty_kind kind, icalvalue* value) {
    icalproperty* const property = checked(ical_.property_new(kind));
    ical_.component_add_property(component_.get(), property);
    ical_.property_set_value(property, checked(value));
    return property;
  }

  const Libical& ical_ = libical();
  std::unique_ptr<icalcomponent, void (*)(icalcomponent*)> component_;
};

Component alarm(const CalendarEvent& event, Seconds lead) {
  Component alarm(ICAL_VALARM_COMPONENT);
  alarm.word(ICAL_ACTION_PROPERTY, ICAL_ACTION_VALUE, "DISPLAY");
  alarm.trigger_before(lead);
  alarm.text(ICAL_DESCRIPTION_PROPERTY, event.summary);
  return alarm;
}

}  // namespace

void append_calendar_beginning(std::string& out) {
  Component calendar(ICAL_VCALENDAR_COMPONENT);
  calendar.text(ICAL_VERSION_PROPERTY, "2.0");
  calendar.text(ICAL_PRODID_PROPERTY, "-//aliprotect//deadlines of orders//EN");
  calendar.word(ICAL_METHOD_PROPERTY, ICAL_METHOD_VALUE, "PUBLISH");
  calendar.extension("X-WR-CALNAME", "Order protection");
  const std::string empty = calendar.written();
  out.append(empty, 0, empty.size() - calendar_end.size());
}

void append_calendar_event(std::string& out, const CalendarEvent& event) {
  Component written(ICAL_VEVENT_COMPONENT);
  written.text(ICAL_UID_PROPERTY, event.uid);
  written.number(ICAL_SEQUENCE_PROPERTY, event.revision);
  written.instant(ICAL_DTSTAMP_PROPERTY, event.stamp);
  written.instant(ICAL_LASTMODIFIED_PROPERTY, event.modified);
  written.word(ICAL_STATUS_PROPERTY, ICAL_STATUS_VALUE,
               event.cancelled ? "CANCELLED" : "CONFIRMED");
  written.instant(ICAL_DTSTART_PROPERTY, event.at);
  // Without an end after the start, khal would show an hour instead of a point in time.
  written.length(ICAL_DURATION_PROPERTY, Seconds{1});
  written.text(ICAL_SUMMARY_PROPERTY, event.summary);
  written.text(ICAL_DESCRIPTION_PROPERTY, event.description);
  written.text(ICAL_CATEGORIES_PROPERTY, event.category);
  written.word(ICAL_TRANSP_PROPERTY, ICAL_TRANSP_VALUE, "TRANSPARENT");
  for (const Seconds lead : event.alarms) written.component(alarm(event, lead));
  out += written.written();
}

void append_calendar_end(std::string& out) { out += calendar_end; }

}  // namespace aliprotect
