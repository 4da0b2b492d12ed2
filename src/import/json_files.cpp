#include "import/json_files.h"

#include <nlohmann/json.hpp>
#include <string>
#include <utility>

#include "import/json_fields.h"
#include "import/order_json.h"

namespace aliprotect {
namespace {

using nlohmann::json;

/// An order object is 5 levels deep at most; what is far deeper is no order, and trees of any depth
/// are not safe to walk.
constexpr int deepest = 32;

/// Leaves out what lies too deep, and remembers that it did.
struct DepthGuard {
  bool passed = false;

  bool keep(int depth) {
    passed = passed || depth > deepest;
    return depth <= deepest;
  }
};

void take(json object, bool too_deep, std::size_t line, const RowSink& sink) {
  try {
    if (too_deep) throw RowError("it is nested too deep for an order");
    sink.row(read_order_json(std::move(object), line, *sink.unknown_columns));
  } catch (const RowError& error) {
    sink.rejected(line, error.what());
  }
}

void take_line(const std::string& text, std::size_t line, const RowSink& sink) {
  if (text.find_first_not_of(" \t\r") == std::string::npos) return;
  DepthGuard guard;
  json object;
  try {
    object =
        json::parse(text, [&](int depth, json::parse_event_t, json&) { return guard.keep(depth); });
  } catch (const json::exception& error) {
    return sink.rejected(line, reason_of(error));
  }
  take(std::move(object), guard.passed, line, sink);
}

}  // namespace

void read_jsonl(std::istream& in, const RowSink& sink, std::size_t line) {
  for (std::string text; std::getline(in, text); ++line) take_line(text, line, sink);
}

void read_json(std::istream& in, const RowSink& sink) {
  std::size_t element = 0;
  bool in_array = false;
  DepthGuard guard;
  const auto take_elements = [&](int depth, json::parse_event_t event, json& value) {
    if (depth == 0 && event == json::parse_event_t::array_start) in_array = true;
    const bool ended = event == json::parse_event_t::object_end ||
                       event == json::parse_event_t::array_end ||
                       event == json::parse_event_t::value;
    if (!in_array || depth != 1 || !ended) return guard.keep(depth);
    take(std::move(value), std::exchange(guard.passed, false), ++element, sink);
    return false;  // taken: no need to keep it
  };
  try {
    json whole = json::parse(in, take_elements);
    if (!in_array) take(std::move(whole), guard.passed, 1, sink);
  } catch (const json::exception& error) {
    sink.rejected(element + 1, reason_of(error));
  }
}

}  // namespace aliprotect
