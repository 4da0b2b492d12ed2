#include "render/order_list.h"

#include <algorithm>

#include "core/order_fields.h"
#include "core/text/csv_cell.h"
#include "render/text.h"

namespace aliprotect {
namespace {

constexpr std::string_view why = "next_step.why";

/// The columns that a narrow terminal leaves out first and last, in this order. All others go
/// between them. Title and id are never left out.
constexpr std::string_view dropped_first[] = {why,     "number", "client",  "seller",
                                              "price", "status", "due.kind"};
constexpr std::string_view dropped_last[] = {"next_step.urgency", "next_step.by", "next_step",
                                             "deadline",          "closes_at",    "due"};
constexpr std::string_view never_dropped[] = {"id", "title"};

/// Columns that need no label when they are printed below their row.
constexpr std::string_view self_evident[] = {
    why,     "number",  "client", "seller",    "title",
    "price", "status",  "tags",   "next_step", "next_step.urgency",
    "due",   "due.kind"};

template <std::size_t size>
std::size_t place_of(std::string_view key, const std::string_view (&keys)[size]) {
  return static_cast<std::size_t>(std::find(std::begin(keys), std::end(keys), key) -
                                  std::begin(keys));
}
template <std::size_t size>
bool is_among(std::string_view key, const std::string_view (&keys)[size]) {
  return place_of(key, keys) < size;
}

int drop_rank(std::string_view key) {
  constexpr std::size_t between = std::size(dropped_first) + 1;
  if (is_among(key, never_dropped)) return 0;
  if (is_among(key, dropped_first)) return static_cast<int>(place_of(key, dropped_first)) + 1;
  return static_cast<int>(between +
                          (is_among(key, dropped_last) ? place_of(key, dropped_last) + 1 : 0));
}

std::string label_of(const Column& column) {
  return is_among(column.key, self_evident) ? std::string() : std::string(column.label);
}

std::string header_of(const Column& column) {
  std::string header(column.label);
  for (char& c : header) c = c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
  return header;
}

class JsonList : public OrderList {
 public:
  explicit JsonList(Output& out) : out_(out) {}

  void add(const AssessedOrder& order) override {
    out_.with([&](std::string& text) {
      text += empty_ ? "[\n" : ",\n";
      write_order_json(text, order);
    });
    empty_ = false;
  }
  void end() override { out_.write(empty_ ? "[]\n" : "\n]\n"); }

 private:
  Output& out_;
  bool empty_ = true;
};

class JsonLines : public OrderList {
 public:
  explicit JsonLines(Output& out) : out_(out) {}

  void add(const AssessedOrder& order) override {
    out_.with([&](std::string& text) {
      write_order_json(text, order);
      text += '\n';
    });
  }
  void end() override {}

 private:
  Output& out_;
};

class Ids : public OrderList {
 public:
  explicit Ids(Output& out) : out_(out) {}

  void add(const AssessedOrder& order) override {
    out_.write(std::to_string(order.order.id.value) + "\n");
  }
  void end() override {}

 private:
  Output& out_;
};

class Csv : public OrderList {
 public:
  /// On a terminal, control characters are escaped.
  Csv(std::vector<const Column*> columns, bool on_terminal, Output& out)
      : columns_(std::move(columns)), on_terminal_(on_terminal), out_(out) {
    line([](const Column& column) { return std::string(column.key); });
  }

  void add(const AssessedOrder& order) override {
    line([&](const Column& column) { return column.raw(order); });
  }
  void end() override {}

 private:
  template <typename Value>
  void line(const Value& value) {
    out_.with([&](std::string& text) {
      bool first = true;
      for (const Column* column : columns_) {
        if (!first) text += ',';
        const std::string cell = value(*column);
        append_csv_cell(text, on_terminal_ ? printable(cell) : cell);
        first = false;
      }
      text += '\n';
    });
  }

  std::vector<const Column*> columns_;
  bool on_terminal_;
  Output& out_;
};

class OrderTable : public OrderList {
 public:
  OrderTable(const ListLayout& layout, const Style& style, std::function<const Zone&()> zone,
             Output& out)
      : columns_(layout.table),
        chosen_(layout.chosen),
        zone_(std::move(zone)),
        table_(headers(), style, out) {}

  void add(const AssessedOrder& order) override {
    std::vector<Cell> row;
    for (const Column* column : columns_) {
      row.push_back(column->shown ? column->shown(order, zone_())
                                  : Cell{printable(column->raw(order))});
    }
    table_.add(std::move(row));
  }
  void end() override { table_.end(); }

 private:
  std::vector<TableColumn> headers() const {
    std::vector<TableColumn> headers;
    for (const Column* column : columns_) {
      headers.push_back({header_of(*column), column->right, column->min_width,
                         drop_rank(column->key), wraps_below(column->key), label_of(*column),
                         column->key == "title"});
    }
    return headers;
  }

  /// Columns chosen by the user and those about the next step are always shown. The price is
  /// printed with the reason below the row.
  bool wraps_below(std::string_view key) const {
    const bool has_reason = std::any_of(columns_.begin(), columns_.end(),
                                        [](const Column* column) { return column->key == why; });
    return chosen_ || is_among(key, dropped_last) || key == why || key == "due.kind" ||
           (has_reason && key == "price");
  }

  std::vector<const Column*> columns_;
  bool chosen_;
  std::function<const Zone&()> zone_;
  Table table_;
};

}  // namespace

std::vector<const Column*> csv_columns(ListedFor what) {
  std::vector<std::string> keys(order_keys.begin(), order_keys.end());
  keys.insert(keys.end(),
              {"status", "next_step.action", "next_step.by", "next_step.urgency", "at_risk"});
  if (what != ListedFor::order) keys.insert(keys.end(), {"due.kind", "due.at", "due.days_left"});
  if (what == ListedFor::reminder) keys.emplace_back("lead");
  return columns_named(keys);
}

std::unique_ptr<OrderList> make_order_list(Format format, const ListLayout& layout,
                                           const Style& style, std::function<const Zone&()> zone,
                                           Output& out) {
  switch (format) {
    case Format::table:
      return std::make_unique<OrderTable>(layout, style, std::move(zone), out);
    case Format::json:
      return std::make_unique<JsonList>(out);
    case Format::jsonl:
      return std::make_unique<JsonLines>(out);
    case Format::csv:
      return std::make_unique<Csv>(layout.csv.value_or(csv_columns(ListedFor::order)),
                                   style.terminal, out);
    case Format::ids:
      return std::make_unique<Ids>(out);
  }
  return nullptr;
}

}  // namespace aliprotect
