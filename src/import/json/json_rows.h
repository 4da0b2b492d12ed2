#pragma once

#include <nlohmann/json_fwd.hpp>
#include <optional>
#include <string>

#include "import/merge/order_fold.h"
#include "import/reading.h"

namespace aliprotect {

class JsonMembers;
enum class JsonShape;

/// Takes the values of a JSON file, one line or element at a time. A value is an order or contains
/// orders, such as a whole response of an interface.
class JsonRows {
 public:
  JsonRows(const Reading& reading, const RowSink& sink)
      : reading_(reading), sink_(sink), fold_(sink, reading.now) {}

  /// `row.text` is the value as in the file; if it is empty, the text is written from the value.
  void take(const nlohmann::json& value, FileRow row);
  /// Parses the row's text first.
  void take_text(FileRow row);
  void reject(const FileRow& row, const std::string& reason) { sink_.rejected(row, reason); }
  /// Passes on all remaining orders.
  void finish() { fold_.finish(); }

 private:
  /// Reads the orders inside a value; returns whether it has any.
  bool take_within(const nlohmann::json& value, std::size_t line);
  void take_own(const nlohmann::json& object, FileRow row);
  void take_page(const JsonMembers& members, FileRow row,
                 PageRow (*read)(const JsonMembers& members, const CellReading& reading));
  /// The interface omits the number if it was part of the request.
  void take_interface_order(const nlohmann::json& object, FileRow row);
  void take_line(const JsonMembers& members, FileRow row);
  void take_order(const nlohmann::json& object, JsonShape shape, FileRow row);
  void keep_text(const nlohmann::json& value, bool wanted, FileRow& row) const;
  CellReading cells();

  const Reading& reading_;
  const RowSink& sink_;
  OrderFold fold_;
  bool is_order_used_ = false;    ///< whether the order of `--order` was found
  std::optional<Zone> zone_;      ///< the zone of AliExpress's responses
  std::optional<Zone> own_zone_;  ///< the zone of our own orders
};

}  // namespace aliprotect
