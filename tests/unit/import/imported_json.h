#pragma once

#include <sstream>
#include <string>
#include <vector>

#include "import/order_file.h"
#include "support/catch.h"

namespace aliprotect::testing {

struct RejectedRow {
  std::size_t line;
  std::string text;
  std::string reason;
};

/// The results of an import: each order as recorded in an empty store.
struct ImportedFile {
  std::vector<Order> orders;
  std::vector<std::vector<FileRow>> rows;  ///< the rows of each order
  std::vector<RejectedRow> rejected;
  SkippedValues skipped;
  Remarks remarks;
};

inline const Instant now_of_import = from_rfc3339("2026-11-20T12:00:00Z").value();

inline Reading reading_in_utc() {
  Reading reading;
  reading.now = now_of_import;
  reading.users_zone = [] { return Zone::utc(); };
  return reading;
}

inline ImportedFile import_text(const std::string& text,
                                const Reading& reading = reading_in_utc()) {
  ImportedFile file;
  std::istringstream in(text);
  read_orders(in, std::nullopt, reading,
              {[](const Framing&) {},
               [&](ImportedOrder&& imported) {
                 Order& order = file.orders.emplace_back();
                 order.number = imported.facts.number;
                 apply_patch(imported.facts, order);
                 file.rows.push_back(std::move(imported.rows));
                 for (SkippedValue& value : imported.skipped)
                   file.skipped.push_back(std::move(value));
               },
               [&](const FileRow& row, const std::string& reason) {
                 file.rejected.push_back({row.line, row.text, reason});
               },
               file.remarks, true});
  return file;
}

/// Returns the only order in the text.
inline Order import_order(const std::string& text, const Reading& reading = reading_in_utc()) {
  const ImportedFile file = import_text(text, reading);
  for (const RejectedRow& row : file.rejected) UNSCOPED_INFO(row.reason);
  REQUIRE(file.orders.size() == 1);
  CHECK(file.rejected.empty());
  return file.orders.front();
}

/// Returns why the only row of the text is rejected.
inline std::string import_refusal(const std::string& text) {
  const ImportedFile file = import_text(text);
  if (!file.orders.empty()) return "it was read";
  REQUIRE(file.rejected.size() == 1);
  return file.rejected.front().reason;
}

inline std::string in_utc(std::optional<Instant> at) { return at ? to_rfc3339(*at) : "-"; }
inline std::string shown(const std::optional<Money>& money) {
  return money ? to_text(*money) : "-";
}

/// `tracking carrier shipped delivered` of each parcel.
inline std::string parcels_of(const Order& order) {
  std::string text;
  for (const Parcel& parcel : order.parcels) {
    text += (text.empty() ? "" : "; ") + parcel.tracking.value_or("-") + " " +
            parcel.carrier.value_or("-") + " " + in_utc(parcel.shipped_at) + " " +
            in_utc(parcel.delivered_at);
  }
  return text;
}

}  // namespace aliprotect::testing
