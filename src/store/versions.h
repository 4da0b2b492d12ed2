#pragma once

#include <string>

#include "aliprotect/error.h"

namespace aliprotect::store {

/// Returns the error for a store whose schema is newer than this program.
inline StoreError newer_version(const std::string& name) {
  return StoreError(name + " was created by a newer version of aliprotect: update this program");
}

}  // namespace aliprotect::store
