#include "render/order_list.h"

#include <algorithm>

#include "core/csv_cell.h"
#include "render/text.h"

namespace aliprotect {
namespace {

/// What a narrow terminal goes without, the first of them first; the other formats have it all.
constexpr std::string_view why = "next_step.why";
constexpr std::string_view expendable[] = {why,      "number", "client",
                                           "seller", "price",  "next_step.by"};

int gives_way(std::string_view key) {
  const auto found = std::find(std::begin(expendable), std::end(expendable), key);
  return found == std::end(expendable) ? 0 : static_cast<int>(found - std::begin(expendable)) + 1;
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
  /// On a terminal control characters are shown, so that it does not obey them.
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
  OrderTable(std::vector<const Column*> columns, const Style& style,
             std::function<const Zone&()> zone, Output& out)
      : columns_(std::move(columns)), zone_(std::move(zone)), table_(headers(), style, out) {}

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
      headers.push_back({std::string(column->header), column->right, column->least,
                         gives_way(column->key), column->key == why});
    }
    return headers;
  }

  std::vector<const Column*> columns_;
  std::function<const Zone&()> zone_;
  Table table_;
};

}  // namespace

std::vector<const Column*> csv_columns(ListedFor what) {
  std::vector<const Column*> columns = columns_named({"id",
                                                      "number",
                                                      "title",
                                                      "seller",
                                                      "client",
                                                      "tags",
                                                      "price",
                                                      "sale_price",
                                                      "rules",
                                                      "ordered_at",
                                                      "ship_by",
                                                      "shipped_at",
                                                      "days",
                                                      "deadline",
                                                      "protection_days",
                                                      "closes_at",
                                                      "closes_source",
                                                      "pickup_by",
                                                      "delivered_at",
                                                      "inspection",
                                                      "confirmed_at",
                                                      "cancelled_at",
                                                      "parcels",
                                                      "extensions",
                                                      "disputes",
                                                      "notes",
                                                      "status",
                                                      "next_step.action",
                                                      "next_step.by",
                                                      "next_step.urgency",
                                                      "at_risk"});
  std::vector<const Column*> more;
  if (what != ListedFor::itself) more = columns_named({"due.kind", "due.at", "due.days_left"});
  columns.insert(columns.end(), more.begin(), more.end());
  if (what == ListedFor::alarm) columns.push_back(columns_named({"lead"}).front());
  return columns;
}

std::unique_ptr<OrderList> make_order_list(Format format, const ListLayout& layout,
                                           const Style& style, std::function<const Zone&()> zone,
                                           Output& out) {
  switch (format) {
    case Format::table:
      return std::make_unique<OrderTable>(layout.table, style, std::move(zone), out);
    case Format::json:
      return std::make_unique<JsonList>(out);
    case Format::jsonl:
      return std::make_unique<JsonLines>(out);
    case Format::csv:
      return std::make_unique<Csv>(layout.csv.value_or(csv_columns(ListedFor::itself)),
                                   style.terminal, out);
    case Format::ids:
      return std::make_unique<Ids>(out);
  }
  return nullptr;
}

}  // namespace aliprotect
