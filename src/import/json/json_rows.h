#pragma once

#include <nlohmann/json_fwd.hpp>
#include <optional>
#include <string>

#include "import/merge/order_fold.h"
#include "import/reading.h"

namespace aliprotect {

class JsonMembers;
enum class JsonShape;

/// Takes what stands in a JSON file, a line or an element at a time: an order, or something that
/// holds orders, such as the whole answer of an interface.
class JsonRows {
 public:
  JsonRows(const Reading& reading, const RowSink& sink)
      : reading_(reading), sink_(sink), fold_(sink, reading.now) {}

  /// `row.text` is how the value is written, or empty where that has to be made.
  void take(const nlohmann::json& value, FileRow row);
  /// Parses the row's text first.
  void take_text(FileRow row);
  void reject(const FileRow& row, const std::string& reason) { sink_.rejected(row, reason); }
  /// Hands on what still waits.
  void finish() { fold_.finish(); }

 private:
  /// Reads the orders within; tells whether there is one.
  bool take_within(const nlohmann::json& value, std::size_t line);
  void take_own(const nlohmann::json& object, FileRow row);
  void take_page(const JsonMembers& members, FileRow row, bool is_within,
                 PageRow (*read)(const JsonMembers& members, const CellReading& reading));
  void take_line(const JsonMembers& members, FileRow row);
  void take_order(const nlohmann::json& object, JsonShape shape, FileRow row, bool is_within);
  void keep_text(const nlohmann::json& value, bool wanted, FileRow& row) const;
  CellReading cells();

  const Reading& reading_;
  const RowSink& sink_;
  OrderFold fold_;
  std::optional<Zone> zone_;
};

}  // namespace aliprotect
