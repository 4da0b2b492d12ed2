#pragma once

#include <string>

#include "commands/context.h"

namespace aliprotect {

/// For a command whose answer is one object: whether it is wanted as JSON. Refuses --format csv and
/// ids; where they are but the settings file's, they are for lists.
inline bool answers_in_json(const Context& context, const std::string& command) {
  if (context.format == Format::json || context.format == Format::jsonl) return true;
  if (context.format == Format::table || !context.format_is_named) return false;
  throw usage_error(command + ": --format is table, json or jsonl");
}

}  // namespace aliprotect
