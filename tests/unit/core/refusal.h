#pragma once

#include <string>
#include <string_view>

#include "aliprotect/error.h"
#include "support/catch.h"

namespace aliprotect::testing {

/// Returns the message of the usage error that `read` throws; fails the test if it throws none.
template <typename Read>
std::string refusal_of(Read read) {
  try {
    read();
  } catch (const UserError& error) {
    CHECK(error.code() == ExitCode::usage);
    return error.what();
  }
  FAIL("nothing was refused");
  return {};
}

inline bool says(std::string_view sentence, std::string_view part) {
  return sentence.find(part) != std::string_view::npos;
}

}  // namespace aliprotect::testing
