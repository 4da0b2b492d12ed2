// Rows of one order, anywhere in the file, make one order or none.
#include "import/merge/order_fold.h"

#include "support/catch.h"

using namespace aliprotect;

namespace {

using Texts = std::vector<std::string>;

/// Describes what a fold passes on.
class Folding {
 public:
  void item(std::size_t line, const std::string& number, const std::string& title,
            const char* price = nullptr) {
    fold_.add({line, title}, page(number, title, price));
  }
  void totals(std::size_t line, const char* price) {
    PageRow row;
    row.order.facts.price = Money{std::stoi(price), *Currency::from_code("USD")};
    fold_.add({line, "totals"}, std::move(row));
  }
  void bad(std::size_t line, const std::string& number, const std::string& reason) {
    fold_.reject({line, "bad"}, number, reason);
  }
  Texts finish() {
    fold_.finish();
    return std::move(told_);
  }
  void skipped(std::size_t line, const std::string& number, const std::string& field) {
    PageRow row = page(number, "", nullptr);
    row.skipped = {{field, "value", "reason"}};
    fold_.add({line, std::to_string(line)}, std::move(row));
  }
  const Texts& skipped() const { return skipped_; }
  std::size_t count() const { return told_.size(); }
  std::size_t rejected_orders() const { return rejected_orders_; }

 private:
  static PageRow page(const std::string& number, const std::string& title, const char* price) {
    PageRow row;
    row.order.facts.number = OrderNumber::read(number);
    row.order.titles = {title};
    if (price) {
      const std::string text = price;
      row.order.items =
          Money{std::stoi(text), *Currency::from_code(text.substr(text.find(' ') + 1))};
    }
    return row;
  }

  Texts told_;
  Texts skipped_;
  std::size_t rejected_orders_ = 0;
  Remarks remarks_;
  RowSink sink_{[](const Framing&) {},
                [this](ImportedOrder&& order) {
                  for (const SkippedValue& value : order.skipped)
                    skipped_.push_back(std::to_string(value.line) + " " + value.field);
                  const auto& price = order.facts.price;
                  told_.push_back(order.facts.number.text() + " " + order.facts.title.value_or("") +
                                  (price ? " " + to_text(*price) : "") + " of " +
                                  std::to_string(order.rows.size()));
                },
                [this](const FileRow& row, const std::string& reason) {
                  rejected_orders_ += row.is_further ? 0 : 1;
                  told_.push_back("line " + std::to_string(row.line) + ": " + reason);
                },
                remarks_};
  OrderFold fold_{sink_, Instant{}};
};

constexpr auto a = "3051000000011234";
constexpr auto b = "3051000000021234";

}  // namespace

TEST_CASE("fold: orders are passed on in the order of their first rows") {
  Folding folding;
  folding.item(1, a, "Pen", "100 USD");
  folding.item(2, b, "Cup");
  folding.item(3, a, "Ink", "50 USD");
  CHECK(folding.finish() ==
        Texts{"3051000000011234 Pen + Ink 1.50 USD of 2", "3051000000021234 Cup of 1"});
  CHECK(Folding().finish().empty());
}

TEST_CASE("fold: a repeated row counts once") {
  Folding folding;
  folding.item(1, a, "Pen", "100 USD");
  folding.item(2, a, "Pen", "100 USD");
  CHECK(folding.finish() == Texts{"3051000000011234 Pen 1.00 USD of 2"});
}

TEST_CASE("fold: totals without a number belong to the order above") {
  Folding folding;
  folding.item(1, a, "Pen", "100 USD");
  folding.item(2, b, "Cup", "100 USD");
  folding.totals(3, "700");
  CHECK(folding.finish() ==
        Texts{"3051000000011234 Pen 1.00 USD of 1", "3051000000021234 Cup 7.00 USD of 2"});
  Folding none;
  none.totals(1, "700");
  CHECK(none.finish() == Texts{"line 1: it is a totals row, but no order is above it"});
}

TEST_CASE("fold: a bad row rejects only its own order, in the order of the file") {
  Folding folding;
  folding.item(1, a, "Pen");
  folding.item(2, b, "Cup");
  folding.bad(3, a, "no date");
  folding.item(4, a, "Ink");
  folding.bad(5, "", "no number");
  folding.bad(6, a, "no price");
  CHECK(folding.finish() ==
        Texts{"line 1: its order was rejected because of line 3", "line 3: no date",
              "line 4: its order was rejected because of line 3", "line 6: no price",
              "3051000000021234 Cup of 1", "line 5: no number"});
}

TEST_CASE("fold: an order with prices in two currencies has no price") {
  Folding folding;
  folding.item(1, a, "Pen", "100 USD");
  folding.item(2, a, "Ink", "100 EUR");
  CHECK(folding.finish() == Texts{"3051000000011234 Pen + Ink of 2"});
  CHECK(folding.skipped() == Texts{"2 price"});
}

TEST_CASE("fold: totals below a row without a number belong to an unknown order") {
  Folding folding;
  folding.item(1, a, "Pen", "100 USD");
  folding.bad(2, "", "no number");
  folding.totals(3, "700");
  CHECK(folding.finish() == Texts{"3051000000011234 Pen 1.00 USD of 1", "line 2: no number",
                                  "line 3: it is a totals row, but no order is above it"});
}

TEST_CASE("fold: an order with too many rows is rejected, and no row is lost") {
  Folding folding;
  for (std::size_t line = 1; line <= 1'002; ++line) folding.item(line, a, std::to_string(line));
  const Texts told = folding.finish();
  CHECK(told.size() == 1'002);
  CHECK(told.front() == "line 1002: its order has more than 1000 rows");
  CHECK(told[1] == "line 1: its order was rejected because of line 1001");
  CHECK(told.back() == "line 1001: its order has more than 1000 rows");
}

TEST_CASE("fold: a few thousand orders are kept, and each is passed on once") {
  Folding folding;
  constexpr std::size_t waiting = 5'000;
  const auto number = [](std::size_t i) { return std::to_string(30'510'000'000'000 + i); };
  for (std::size_t i = 1; i <= waiting; ++i) folding.item(i, number(i), "x");
  CHECK(folding.count() == 0);
  folding.item(waiting + 1, number(1), "y");  // not passed on yet
  folding.item(waiting + 2, number(waiting + 1), "z");
  CHECK(folding.count() == 1);
  const Texts told = folding.finish();
  CHECK(told.size() == waiting + 1);
  CHECK(told.front() == number(1) + " x + y of 2");
}

TEST_CASE("fold: the first rejected row of an order is the reason for the others") {
  Folding folding;
  folding.item(1, a, "Pen");
  folding.item(2, b, "Cup");
  folding.bad(3, a, "no date");
  folding.bad(4, "", "no number");
  folding.bad(5, "", "no number");
  folding.item(6, b, "Mug");
  CHECK(folding.finish().size() == 5);
  CHECK(folding.rejected_orders() == 3);
}

TEST_CASE("fold: skipped values keep the lines of their rows") {
  Folding folding;
  folding.skipped(1, a, "price");
  folding.skipped(2, a, "status");
  folding.skipped(3, b, "shipped_at");
  CHECK(folding.finish().size() == 2);
  CHECK(folding.skipped() == Texts{"1 price", "2 status", "3 shipped_at"});
}
