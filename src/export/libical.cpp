#include "export/libical.h"

#include <dlfcn.h>

#include <string>

#include "aliprotect/error.h"

namespace aliprotect {
namespace {

UserError not_usable() {
  const char* const reason = ::dlerror();
  return UserError(std::string("cannot load " ALIPROTECT_LIBICAL ", which calendars need: ") +
                   (reason ? reason : "unknown error") + "; install libical 3");
}

void* opened() {
  void* const library = ::dlopen(ALIPROTECT_LIBICAL, RTLD_NOW | RTLD_LOCAL);
  if (!library) throw not_usable();
  return library;
}

}  // namespace

Libical::Symbol Libical::found(const char* name) {
  static void* const library = opened();
  void* const address = ::dlsym(library, name);
  if (!address) throw not_usable();
  return {address};
}

const Libical& libical() {
  static const Libical ical;
  return ical;
}

}  // namespace aliprotect
