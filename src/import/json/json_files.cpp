#include "import/json/json_files.h"

#include <nlohmann/json.hpp>
#include <string>
#include <utility>

#include "import/json/bounded_input.h"
#include "import/json/json_fields.h"
#include "import/json/json_rows.h"
#include "import/json/json_tree.h"
#include "import/json/json_values.h"

namespace aliprotect {
namespace {

using nlohmann::json;

}  // namespace

void read_json_values(std::istream& in, const Reading& reading, const RowSink& sink,
                      std::size_t line) {
  JsonRows rows(reading, sink);
  JsonValues values(in, line);
  for (FileRow row; values.next(row);) {
    if (values.is_cut()) {
      rows.reject(row, too_long_row);
    } else {
      rows.take_text(std::move(row));
    }
  }
  rows.finish();
}

void read_json(std::istream& in, const Reading& reading, const RowSink& sink) {
  JsonRows rows(reading, sink);
  std::size_t element = 0;
  BoundedInput bounded(*in.rdbuf(), longest_written_order);
  std::istream input(&bounded);
  TreeMaker maker(largest_order, [&](const json& tree, const std::string& skipped_values) {
    ++element;
    try {
      if (!skipped_values.empty()) throw RowError(skipped_values);
      rows.take(tree, {element, {}});
    } catch (const RowError& error) {
      rows.reject({element, {}}, error.what());
    }
    bounded.begin_anew();
  });
  try {
    json::sax_parse(input, &maker);
    if (!maker.trouble().empty()) rows.reject({element + 1, {}}, maker.trouble());
  } catch (const RowError& error) {
    rows.reject({element + 1, {}}, std::string(error.what()) + "; nothing after it was read");
  } catch (const json::exception& error) {
    rows.reject({element + 1, {}}, reason_of(error));
  }
  rows.finish();
}

}  // namespace aliprotect
