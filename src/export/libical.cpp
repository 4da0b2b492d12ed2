#include "export/libical.h"

#include <dlfcn.h>

#include <string>

#include "aliprotect/error.h"

namespace aliprotect {
namespace {

UserError not_usable() {
  const char* const reason = ::dlerror();
  return UserError(
      std::string("a calendar needs the library " ALIPROTECT_LIBICAL ", which cannot be used: ") +
      (reason ? reason : "unknown") + "; install libical 3");
}

template <typename Function>
void find(void* library, const char* name, Function& function) {
  function = reinterpret_cast<Function>(::dlsym(library, name));
  if (!function) throw not_usable();
}

Libical opened() {
  void* const library = ::dlopen(ALIPROTECT_LIBICAL, RTLD_NOW | RTLD_LOCAL);
  if (!library) throw not_usable();
  Libical ical{};
  find(library, "icalcomponent_new", ical.component_new);
  find(library, "icalcomponent_free", ical.component_free);
  find(library, "icalcomponent_add_component", ical.component_add_component);
  find(library, "icalcomponent_add_property", ical.component_add_property);
  find(library, "icalcomponent_as_ical_string_r", ical.component_as_ical_string_r);
  find(library, "icalproperty_new", ical.property_new);
  find(library, "icalproperty_set_value", ical.property_set_value);
  find(library, "icalproperty_set_x_name", ical.property_set_x_name);
  find(library, "icalvalue_new_datetime", ical.value_new_datetime);
  find(library, "icalvalue_new_duration", ical.value_new_duration);
  find(library, "icalvalue_new_from_string", ical.value_new_from_string);
  find(library, "icalvalue_new_integer", ical.value_new_integer);
  find(library, "icalvalue_new_text", ical.value_new_text);
  find(library, "icalvalue_new_trigger", ical.value_new_trigger);
  find(library, "icalvalue_new_x", ical.value_new_x);
  find(library, "icaldurationtype_from_int", ical.duration_from_int);
  find(library, "icaltime_from_timet_with_zone", ical.time_from_timet_with_zone);
  find(library, "icaltimezone_get_utc_timezone", ical.timezone_get_utc_timezone);
  find(library, "icalmemory_free_buffer", ical.memory_free_buffer);
  return ical;
}

}  // namespace

const Libical& libical() {
  static const Libical ical = opened();
  return ical;
}

}  // namespace aliprotect
