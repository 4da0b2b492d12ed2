#pragma once

#include <libical/ical.h>

namespace aliprotect {

/// The functions of libical, which is loaded on first use: linking it would load ICU in every run
/// and make starting a third slower.
class Libical {
  /// A function of the library, which converts to any function pointer.
  struct Symbol {
    void* address;
    template <typename Function>
    operator Function*() const {  // NOLINT(google-explicit-constructor)
      return reinterpret_cast<Function*>(address);
    }
  };
  static Symbol found(const char* name);

 public:
  decltype(&::icalcomponent_new) component_new = found("icalcomponent_new");
  decltype(&::icalcomponent_free) component_free = found("icalcomponent_free");
  decltype(&::icalcomponent_add_component) component_add_component =
      found("icalcomponent_add_component");
  decltype(&::icalcomponent_add_property) component_add_property =
      found("icalcomponent_add_property");
  decltype(&::icalcomponent_as_ical_string_r) component_as_ical_string_r =
      found("icalcomponent_as_ical_string_r");
  decltype(&::icalproperty_new) property_new = found("icalproperty_new");
  decltype(&::icalproperty_set_value) property_set_value = found("icalproperty_set_value");
  decltype(&::icalproperty_set_x_name) property_set_x_name = found("icalproperty_set_x_name");
  decltype(&::icalvalue_new_datetime) value_new_datetime = found("icalvalue_new_datetime");
  decltype(&::icalvalue_new_duration) value_new_duration = found("icalvalue_new_duration");
  decltype(&::icalvalue_new_from_string) value_new_from_string = found("icalvalue_new_from_string");
  decltype(&::icalvalue_new_integer) value_new_integer = found("icalvalue_new_integer");
  decltype(&::icalvalue_new_text) value_new_text = found("icalvalue_new_text");
  decltype(&::icalvalue_new_trigger) value_new_trigger = found("icalvalue_new_trigger");
  decltype(&::icalvalue_new_x) value_new_x = found("icalvalue_new_x");
  decltype(&::icaldurationtype_from_int) duration_from_int = found("icaldurationtype_from_int");
  decltype(&::icaltime_from_timet_with_zone) time_from_timet_with_zone =
      found("icaltime_from_timet_with_zone");
  decltype(&::icaltimezone_get_utc_timezone) timezone_get_utc_timezone =
      found("icaltimezone_get_utc_timezone");
  decltype(&::icalmemory_free_buffer) memory_free_buffer = found("icalmemory_free_buffer");
};

/// Loads the library. Throws UserError if it is not installed.
const Libical& libical();

}  // namespace aliprotect
