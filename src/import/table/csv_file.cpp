#include "import/table/csv_file.h"

#include <algorithm>
#include <utility>

#include "import/merge/order_fold.h"
#include "import/table/csv_records.h"
#include "import/table/own_csv.h"
#include "import/table/page_cells.h"
#include "import/table/row_recovery.h"
#include "import/table/table_header.h"
#include "import/table/unsupported_file.h"

namespace aliprotect {
namespace {

/// Reads rows of our own CSV: each is an order.
class OwnRows {
 public:
  OwnRows(OwnColumns columns, const CellReading& reading, const RowSink& sink)
      : columns_(std::move(columns)), reading_(reading), sink_(sink) {}

  void take(Record&& record, const Repair& repair) {
    try {
      OwnRow row = read(record, repair);
      ImportedOrder order;
      order.rows.push_back(std::move(record.row));
      order.facts = std::move(row.facts);
      order.skipped = std::move(row.skipped);
      for (SkippedValue& value : order.skipped) value.line = order.rows.front().line;
      sink_.order(std::move(order));
    } catch (const RowError& error) {
      sink_.rejected(record.row, error.what());
    }
  }
  void finish() {}

 private:
  OwnRow read(const Record& record, const Repair& repair) const {
    refuse_too_long(record);
    const std::string misfit = misfit_of(record, repair);
    if (!misfit.empty()) return read_own_number(record.cells, columns_, misfit);
    return read_own_row(record.cells, columns_, reading_, sink_.remarks.unknown_columns);
  }

  OwnColumns columns_;
  const CellReading& reading_;
  const RowSink& sink_;
};

/// Reads rows of other programs: several can belong to one order.
class PageRows {
 public:
  PageRows(TableShape shape, const CellReading& reading, Instant now, const RowSink& sink)
      : shape_(std::move(shape)), reading_(reading), fold_(sink, now) {}

  void take(Record&& record, const Repair& repair) {
    try {
      PageRow page = read(record, repair);
      fold_.add(std::move(record.row), std::move(page));
    } catch (const RowError& error) {
      fold_.reject(std::move(record.row), {}, error.what());
    }
  }
  void finish() { fold_.finish(); }

 private:
  PageRow read(const Record& record, const Repair& repair) const {
    refuse_too_long(record);
    const std::string misfit = misfit_of(record, repair);
    if (!misfit.empty()) return read_number_alone(record.cells, shape_, misfit);
    return read_page_row(record.cells, shape_, reading_);
  }

  TableShape shape_;
  const CellReading& reading_;
  OrderFold fold_;
};

using Cells = std::vector<std::string>;

/// Reads the rows below a header up to the next header, which it returns.
template <typename Rows>
std::optional<TableHeader> read_rows(Lines& lines, const Cells& header, const Repair& repair,
                                     const ColumnMap& map, Rows& rows) {
  CsvRecords records(lines, repair.dialect);
  for (Record record; records.next(record); record = Record()) {
    if (auto other = header_within(record.row.text, map)) {
      rows.finish();
      if (other->cells != header) return other;
      continue;
    }
    for (Record& whole : repaired(std::move(record), repair)) rows.take(std::move(whole), repair);
  }
  rows.finish();
  return std::nullopt;
}

CellReading cell_reading(const Zone& zone, const std::optional<TableShape>& shape,
                         const Reading& reading) {
  const DateOrder named = shape ? shape->dates : DateOrder::unknown;
  const bool is_of_aliexpress = shape && shape->is_of_aliexpress;
  return {{zone, reading.dates == DateOrder::unknown ? named : reading.dates, reading.written()},
          reading.currency,
          reading.now,
          is_of_aliexpress ? Currency::from_code("USD") : std::nullopt};
}

std::optional<TableHeader> read_table(Lines& lines, const TableHeader& header,
                                      const Reading& reading, const RowSink& sink) {
  const auto& unknown = header.own ? header.own->unknown_columns : header.shape->unknown_columns;
  for (const std::string& name : unknown) sink.remarks.unknown_columns.add(name);
  const Zone zone = zone_of(reading, header.shape ? header.shape->clock : Clock::users);
  const CellReading cells = cell_reading(zone, header.shape, reading);
  sink.begin({header.text, "", ""});
  Repair repair{header.dialect, header.cells.size(), std::nullopt, lines.ends()};
  if (header.own) {
    OwnRows rows(*header.own, cells, sink);
    return read_rows(lines, header.cells, repair, reading.map, rows);
  }
  repair.loose_column = loose_column(*header.shape);
  PageRows rows(*header.shape, cells, reading.now, sink);
  return read_rows(lines, header.cells, repair, reading.map, rows);
}

}  // namespace

void read_csv(std::istream& in, const Reading& reading, const RowSink& sink, std::size_t line) {
  Lines lines(in, line);
  refuse_unsupported_file(lines.beginning());
  auto header = read_header(lines, reading.map);
  while (header) {
    auto other = read_table(lines, *header, reading, sink);
    header.swap(other);
  }
}

}  // namespace aliprotect
