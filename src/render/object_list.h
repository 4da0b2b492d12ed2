#pragma once

#include <string>

#include "render/format.h"
#include "render/output.h"

namespace aliprotect {

/// Prints `values` as a JSON array or as JSON lines. `write(text, value)` appends one object.
template <typename Values, typename Write>
void print_objects(Format format, const Values& values, const Write& write, Output& out) {
  const bool lines = format == Format::jsonl;
  const char* before = lines ? "" : "[\n";
  for (const auto& value : values) {
    out.with([&](std::string& text) {
      text += before;
      write(text, value);
      if (lines) text += '\n';
    });
    if (!lines) before = ",\n";
  }
  if (!lines) out.write(values.empty() ? "[]\n" : "\n]\n");
}

}  // namespace aliprotect
