#pragma once

#include <rapidcheck.h>

#include "support/recording_commands.h"

namespace aliprotect::testing {

inline Command any_command() {
  return command_by([](std::size_t count) { return *rc::gen::inRange<std::size_t>(0, count); });
}

}  // namespace aliprotect::testing
