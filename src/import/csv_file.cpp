#include "import/csv_file.h"

#include <utility>

#include "aliprotect/error.h"
#include "core/scanner.h"
#include "import/csv_records.h"
#include "import/csv_repair.h"
#include "import/order_fold.h"
#include "import/own_csv.h"
#include "import/page_cells.h"
#include "import/utf8.h"

namespace aliprotect {
namespace {

/// What begins a table: its header, and how its cells are told apart.
struct Header {
  std::string text;  ///< all that stands before the first row
  std::vector<std::string> cells;
  Dialect dialect;
};

/// `sep=;`, by which spreadsheets are told the delimiter.
std::optional<char> named_delimiter(std::string_view line) {
  const std::string_view text = trimmed(line);
  if (text.size() != 5 || !same_word(text.substr(0, 4), "sep=")) return std::nullopt;
  return text[4];
}

Header read_header(Lines& lines) {
  Header header;
  std::optional<char> delimiter;
  for (std::string line; lines.next(line);) {
    header.text += line;
    if (trimmed(line).empty()) continue;
    if (!delimiter && (delimiter = named_delimiter(line))) continue;
    header.dialect = delimiter ? Dialect{*delimiter} : dialect_of(line);
    header.cells = split_cells(line, header.dialect);
    break;
  }
  if (!header.text.empty() && !header.text.ends_with('\n') && !header.text.ends_with('\r'))
    header.text += '\n';
  return header;
}

void refuse_other_encodings(std::string_view beginning) {
  if (beginning.starts_with("PK\x03\x04")) {
    throw UserError(
        "it is a workbook of a spreadsheet program: open it there and save the sheet with the "
        "orders as CSV (UTF-8)");
  }
  if (beginning.starts_with("\xFF\xFE") || beginning.starts_with("\xFE\xFF"))
    throw UserError("it is UTF-16: save it as CSV (UTF-8)");
  if (beginning.find('\0') != std::string_view::npos)
    throw UserError("it is no text: a table of orders is CSV, JSON or JSONL");
}

/// Our own rows: each is an order.
class OwnRows {
 public:
  OwnRows(OwnColumns columns, const CellReading& reading, const RowSink& sink)
      : columns_(std::move(columns)), reading_(reading), sink_(sink) {}

  void take(Record&& record) {
    try {
      StatedFacts facts = read_own_row(record.cells, columns_, reading_);
      ImportedOrder order;
      order.rows.push_back(std::move(record.row));
      order.facts = std::move(facts);
      sink_.order(std::move(order));
    } catch (const RowError& error) {
      sink_.rejected(record.row, error.what());
    }
  }
  void finish() {}

 private:
  OwnColumns columns_;
  const CellReading& reading_;
  const RowSink& sink_;
};

/// The rows of other programs: several can be one order.
class PageRows {
 public:
  PageRows(TableShape shape, const CellReading& reading, Instant now, const RowSink& sink)
      : shape_(std::move(shape)), reading_(reading), fold_(sink, now) {}

  void take(Record&& record) {
    try {
      PageRow page = read_page_row(record.cells, shape_, reading_);
      fold_.add(std::move(record.row), std::move(page));
    } catch (const RowError& error) {
      fold_.reject(std::move(record.row), number_of_row(record.cells, shape_), error.what());
    }
  }
  void finish() { fold_.finish(); }

 private:
  TableShape shape_;
  const CellReading& reading_;
  OrderFold fold_;
};

void refuse_unreadable(const Record& record) {
  if (record.row.text.find('\0') != std::string::npos)
    throw RowError("it has a NUL character, which cannot be recorded");
  if (!is_utf8(record.row.text)) throw RowError("it is not UTF-8: save the file as CSV (UTF-8)");
}

template <typename Rows>
void read_rows(Lines& lines, const Header& header, const Repair& repair, const RowSink& sink,
               Rows& rows) {
  CsvRecords records(lines, header.dialect);
  for (Record record; records.next(record);) {
    for (Record& whole : repaired(std::move(record), repair)) {
      try {
        refuse_unreadable(whole);
        refuse_misfit(whole, repair);
      } catch (const RowError& error) {
        sink.rejected(whole.row, error.what());
        continue;
      }
      rows.take(std::move(whole));
    }
    record = Record();
  }
  rows.finish();
}

void note_unknown(const std::vector<std::string>& columns, const RowSink& sink) {
  sink.remarks.unknown_columns.insert(columns.begin(), columns.end());
}

std::optional<TableShape> shape_of(const Header& header, const Reading& reading) {
  if (reading.map.empty()) {
    if (auto shape = known_shape(header.cells)) return shape;
  }
  return guessed_shape(header.cells, reading.map);
}

[[noreturn]] void refuse_header(const Header& header) {
  const std::string trouble = trouble_with_header(header.cells);
  if (!trouble.empty()) throw UserError(trouble);
  throw UserError(
      "none of its columns is known to hold order numbers; name it with --map number=COLUMN");
}

}  // namespace

void read_csv(std::istream& in, const Reading& reading, const RowSink& sink, std::size_t line) {
  Lines lines(in, line);
  refuse_other_encodings(lines.beginning());
  const Header header = read_header(lines);
  if (header.cells.empty()) return;

  auto own = reading.map.empty() ? own_columns(header.cells) : std::nullopt;
  auto shape = own ? std::nullopt : shape_of(header, reading);
  if (!own && !shape) refuse_header(header);
  const Zone zone = zone_of(reading, shape ? shape->clock : Clock::users);
  const DateOrder named = shape ? shape->dates : DateOrder::unknown;
  const CellReading cells{{zone, reading.dates == DateOrder::unknown ? named : reading.dates},
                          reading.currency};
  sink.begin({header.text, "", ""});
  if (own) {
    note_unknown(own->unknown_columns, sink);
    OwnRows rows(*std::move(own), cells, sink);
    read_rows(lines, header, {header.dialect, header.cells.size(), std::nullopt}, sink, rows);
  } else {
    note_unknown(shape->unknown_columns, sink);
    const Repair repair{header.dialect, header.cells.size(), loose_column(*shape)};
    PageRows rows(*std::move(shape), cells, reading.now, sink);
    read_rows(lines, header, repair, sink, rows);
  }
}

}  // namespace aliprotect
