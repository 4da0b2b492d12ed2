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

void take(const json& object, bool too_deep, FileRow row, const RowSink& sink) {
  try {
    if (too_deep) throw RowError("it is nested too deep for an order");
    ImportedOrder order;
    order.facts = read_order_json(object, sink.remarks.unknown_columns);
    order.rows.push_back(std::move(row));
    sink.order(std::move(order));
  } catch (const RowError& error) {
    sink.rejected(row, error.what());
  }
}

void take_line(FileRow row, const RowSink& sink) {
  if (is_blank(row.text)) return;
  DepthGuard guard;
  json object;
  try {
    object = json::parse(row.text,
                         [&](int depth, json::parse_event_t, json&) { return guard.keep(depth); });
  } catch (const json::exception& error) {
    return sink.rejected(row, reason_of(error));
  }
  take(object, guard.passed, std::move(row), sink);
}

std::string text_of(const json& element, const RowSink& sink) {
  if (!sink.keeps_text) return {};
  return element.dump(-1, ' ', false, json::error_handler_t::replace);
}

}  // namespace

void read_jsonl(std::istream& in, const RowSink& sink, std::size_t line) {
  for (std::string text; std::getline(in, text); ++line) take_line({line, text}, sink);
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
    FileRow row{++element, text_of(value, sink)};
    take(value, std::exchange(guard.passed, false), std::move(row), sink);
    return false;  // taken: no need to keep it
  };
  try {
    const json whole = json::parse(in, take_elements);
    if (!in_array) take(whole, guard.passed, {1, text_of(whole, sink)}, sink);
  } catch (const json::exception& error) {
    sink.rejected({element + 1, {}}, reason_of(error));
  }
}

}  // namespace aliprotect
