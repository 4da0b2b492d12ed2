#include "import/json_files.h"

#include <nlohmann/json.hpp>
#include <utility>

#include "import/bounded_input.h"
#include "import/json_fields.h"
#include "import/json_rows.h"
#include "import/json_values.h"

namespace aliprotect {
namespace {

using nlohmann::json;

constexpr auto too_long = "it is longer than 16 MiB, and no order is";

void take(const json& value, TreeGuard& guard, std::size_t element, JsonRows& rows) {
  try {
    guard.check();
    rows.take(value, {element, {}});
  } catch (const RowError& error) {
    rows.reject({element, {}}, error.what());
  }
}

}  // namespace

void read_json_values(std::istream& in, const Reading& reading, const RowSink& sink,
                      std::size_t line) {
  JsonRows rows(reading, sink);
  JsonValues values(in, line);
  for (FileRow row; values.next(row);) {
    if (values.is_cut()) {
      rows.reject(row, too_long);
    } else {
      rows.take_text(std::move(row));
    }
  }
  rows.finish();
}

void read_json(std::istream& in, const Reading& reading, const RowSink& sink) {
  JsonRows rows(reading, sink);
  std::size_t element = 0;
  bool in_array = false;
  TreeGuard guard;
  BoundedInput bounded(*in.rdbuf(), JsonValues::most_bytes);
  std::istream input(&bounded);
  const auto take_elements = [&](int depth, json::parse_event_t event, json& value) {
    if (depth == 0 && event == json::parse_event_t::array_start) in_array = true;
    const bool ended = event == json::parse_event_t::object_end ||
                       event == json::parse_event_t::array_end ||
                       event == json::parse_event_t::value;
    if (!in_array || depth != 1 || !ended) return guard.keeps(depth);
    take(value, guard, ++element, rows);
    bounded.begin_anew();
    return false;  // taken: no need to keep it
  };
  try {
    const json whole = json::parse(input, take_elements);
    if (!in_array) take(whole, guard, 1, rows);
  } catch (const BoundedInput::Passed&) {
    rows.reject({element + 1, {}}, std::string(too_long) + "; nothing behind it was read");
  } catch (const json::exception& error) {
    rows.reject({element + 1, {}}, reason_of(error));
  }
  rows.finish();
}

}  // namespace aliprotect
