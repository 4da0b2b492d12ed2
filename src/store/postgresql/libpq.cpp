#include "store/postgresql/libpq.h"

#include <dlfcn.h>

#include <string>

#include "aliprotect/error.h"

namespace aliprotect::store {
namespace {

constexpr auto file_name = "libpq.so.5";

StoreError not_usable() {
  const char* const reason = ::dlerror();
  return StoreError("cannot load " + std::string(file_name) +
                    ", which a store on a PostgreSQL server needs: " +
                    (reason ? reason : "unknown error") + "; install libpq5");
}

void* opened() {
  void* const library = ::dlopen(file_name, RTLD_NOW | RTLD_LOCAL);
  if (!library) throw not_usable();
  return library;
}

}  // namespace

Libpq::Symbol Libpq::found(const char* name) {
  static void* const library = opened();
  void* const address = ::dlsym(library, name);
  if (!address) throw not_usable();
  return {address};
}

const Libpq& libpq() {
  static const Libpq functions;
  return functions;
}

}  // namespace aliprotect::store
