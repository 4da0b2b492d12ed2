#include "import/table/csv_records.h"

#include <csv.h>

#include <algorithm>
#include <new>
#include <sstream>
#include <string_view>

#include "core/text/scanner.h"

namespace aliprotect {

/// How many bytes libcsv adds when a cell's buffer is full. With its default of 128, a cell of a
/// few megabytes would be copied tens of thousands of times.
constexpr std::size_t step_of_growth = 65'536;

/// Owns a parser of libcsv: takes lines, and returns cells and the ends of records.
struct CsvRecords::Parser {
  explicit Parser(Dialect dialect_of_file) : dialect(dialect_of_file) { open(); }
  Parser(const Parser&) = delete;
  Parser& operator=(const Parser&) = delete;
  ~Parser() { csv_free(&parser); }

  void feed(std::string_view text, std::vector<std::string>& into) {
    cells = &into;
    if (csv_parse(&parser, text.data(), text.size(), take_cell, take_end, this) != text.size())
      throw std::bad_alloc();
  }

  void start_anew() {
    csv_free(&parser);
    open();
  }

  csv_parser parser;
  Dialect dialect;
  std::vector<std::string>* cells = nullptr;
  bool has_ended = false;

 private:
  void open() {
    if (csv_init(&parser, 0) != 0) throw std::bad_alloc();
    csv_set_blk_size(&parser, step_of_growth);
    csv_set_delim(&parser, static_cast<unsigned char>(dialect.delimiter));
    if (!dialect.quoted) csv_set_quote(&parser, '\0');
  }

  static void take_cell(void* text, std::size_t size, void* self) {
    static_cast<Parser*>(self)->cells->emplace_back(static_cast<const char*>(text), size);
  }
  static void take_end(int, void* self) { static_cast<Parser*>(self)->has_ended = true; }
};

namespace {

bool are_blank(const std::vector<std::string>& cells) {
  return std::all_of(cells.begin(), cells.end(),
                     [](const std::string& cell) { return trimmed(cell).empty(); });
}

/// Whether a line has only delimiters and blanks.
bool has_no_letters(std::string_view line, char delimiter) {
  return std::all_of(line.begin(), line.end(), [delimiter](char c) {
    return c == delimiter || std::string_view(" \t\r\n\"").find(c) != std::string_view::npos;
  });
}

std::string_view without_end(std::string_view line) {
  while (line.ends_with('\n') || line.ends_with('\r')) line.remove_suffix(1);
  return line;
}

/// Splits a line in which quotes are not doubled.
struct LooseLine {
  char delimiter;
  bool is_all_quoted;  ///< every cell is quoted

  /// Returns the end of a cell that begins with a quote: the next quote before a delimiter, which
  /// must be followed by another quote if all cells are quoted.
  std::size_t closing_quote(std::string_view text) const {
    for (std::size_t at = text.find('"', 1); at != std::string_view::npos;
         at = text.find('"', at + 1)) {
      const std::string_view rest = text.substr(at + 1);
      if (trimmed(rest).empty()) return at;
      const bool before_delimiter = rest.front() == delimiter;
      if (before_delimiter && (!is_all_quoted || rest.substr(1, 1) == "\"")) return at;
    }
    return std::string_view::npos;
  }
};

}  // namespace

CsvRecords::CsvRecords(Lines& lines, Dialect dialect)
    : lines_(lines), parser_(std::make_unique<Parser>(dialect)) {}
CsvRecords::~CsvRecords() = default;

bool CsvRecords::next(Record& record) {
  std::string line;
  record.row.text.clear();
  record.cells.clear();
  record.is_whole = true;
  while (lines_.next(line)) {
    if (record.row.text.empty()) {
      if (trimmed(line).empty() && parser_->dialect.delimiter != '\t') continue;
      record.row.line = lines_.number();
    }
    record.row.text += line;
    record.is_whole = record.is_whole && !lines_.is_cut();
    const std::size_t lines = lines_.number() - record.row.line + 1;
    if (record.row.text.size() >= most_bytes || lines > most_lines) break;
    parser_->has_ended = false;
    parser_->feed(line, record.cells);
    if (!line.ends_with('\n') && !line.ends_with('\r')) parser_->feed("\n", record.cells);
    if (!parser_->has_ended) continue;
    if (!are_blank(record.cells)) return true;
    // A stray CR ended the record before the line.
    if (!has_no_letters(record.row.text, parser_->dialect.delimiter)) break;
    record.row.text.clear();
    record.cells.clear();
  }
  if (record.row.text.empty()) return false;
  record.is_whole = false;
  parser_->start_anew();
  return true;
}

std::vector<std::string> split_cells(const std::string& line, Dialect dialect) {
  std::istringstream in(line);
  Lines lines(in);
  Record record;
  CsvRecords(lines, dialect).next(record);
  return record.cells;
}

std::vector<std::string> split_loosely(const std::string& line, Dialect dialect) {
  std::vector<std::string> cells;
  std::string_view rest = without_end(line);
  const LooseLine loose{dialect.delimiter, rest.starts_with('"') && rest.ends_with('"')};
  for (;;) {
    const bool opens = dialect.quoted && rest.starts_with('"');
    const std::size_t close = opens ? loose.closing_quote(rest) : std::string_view::npos;
    const bool quoted = close != std::string_view::npos;
    const std::size_t end = rest.find(dialect.delimiter, quoted ? close : 0);
    cells.emplace_back(quoted ? rest.substr(1, close - 1) : rest.substr(0, end));
    if (end == std::string_view::npos) return cells;
    rest.remove_prefix(end + 1);
  }
}

}  // namespace aliprotect
