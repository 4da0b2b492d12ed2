#include "reader/page_facts.h"

#include <algorithm>
#include <optional>

#include "core/text/scanner.h"
#include "core/text/split.h"
#include "import/text/page_status.h"
#include "import/text/page_text.h"
#include "reader/item_line.h"
#include "reader/order_links.h"

namespace aliprotect {
namespace {

/// Returns the number at the beginning of `0001Copy`: the text of a button may follow it.
std::string leading_number(std::string_view text) {
  const std::string_view digits = Scanner(trimmed(text)).take_digits();
  return is_order_number(digits) ? std::string(digits) : std::string();
}

/// Finds an order number in `lines` by its label.
struct NumberedLine {
  std::size_t line = 0;
  std::string number;
};

std::vector<NumberedLine> numbers_in(const std::vector<PageLine>& lines) {
  std::vector<NumberedLine> numbers;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (!lines[i].label || lines[i].label->role != Role::number) continue;
    std::string number = leading_number(lines[i].label->value);
    if (number.empty() && lines[i].label->value.empty() && i + 1 < lines.size())
      number = leading_number(lines[i + 1].text);
    if (number.empty()) continue;
    if (!numbers.empty() && numbers.back().number == number) continue;
    numbers.push_back({i, std::move(number)});
  }
  return numbers;
}

/// How many lines an order's status can be above its number: the date is between them.
constexpr std::size_t lines_of_head = 6;

/// Returns the first line of an order's block: its status, or else its number.
std::size_t head_of(const std::vector<PageLine>& lines, std::size_t number, std::size_t from) {
  const std::size_t first = number > from + lines_of_head ? number - lines_of_head : from;
  for (std::size_t i = number; i > first; --i) {
    if (lines[i - 1].is_status) return i - 1;
  }
  for (std::size_t i = number; i > first; --i) {
    if (!lines[i - 1].label) return i;
  }
  return first;
}

/// Returns the status in the lines if there is only one.
std::string only_status(const std::vector<PageLine>& lines, std::size_t begin, std::size_t end) {
  std::string found;
  for (std::size_t i = begin; i < end; ++i) {
    if (!lines[i].is_status) continue;
    if (!found.empty() && page_status(found) != page_status(lines[i].text)) return {};
    found = lines[i].text;
  }
  return found;
}

/// Returns the column that a label of a page fills; nullopt for labels that are read elsewhere.
std::optional<std::string_view> column_of(Role role) {
  switch (role) {
    case Role::ordered:
      return "ordered";
    case Role::shipped:
      return "shipped";
    case Role::deadline:
      return "deadline";
    case Role::closes:
      return "closes";
    case Role::ship_by:
      return "ship-by";
    case Role::pickup_by:
      return "pickup-by";
    case Role::price:
    case Role::plain_price:
    case Role::plain_amount:
      return "price";
    case Role::tracking:
      return "tracking";
    case Role::carrier:
      return "carrier";
    case Role::seller:
      return "seller";
    default:
      return std::nullopt;
  }
}

bool is_date_column(std::string_view column) {
  return column == "ordered" || column == "shipped" || column == "deadline" || column == "closes" ||
         column == "ship-by" || column == "pickup-by";
}

bool has_digit(std::string_view text) { return std::any_of(text.begin(), text.end(), is_digit); }

/// Reads the lines of one order.
class BlockReader {
 public:
  BlockReader(const std::vector<PageLine>& lines, std::size_t begin, std::size_t end,
              std::string number)
      : lines_(lines), begin_(begin), end_(end) {
    facts_.number = std::move(number);
    facts_.rows.emplace_back();
  }

  OrderFacts read(const std::string& status) {
    put("status", status);
    for (std::size_t i = begin_; i < end_; ++i) read_line(i);
    for (std::size_t i = 0; i < items_.size(); ++i) {
      if (i > 0) facts_.rows.emplace_back();
      NamedCells& row = facts_.rows.back();
      row.emplace_back("title", items_[i].title);
      row.emplace_back("item-price", items_[i].price);
      row.emplace_back("quantity", items_[i].quantity);
    }
    return std::move(facts_);
  }

 private:
  void put(std::string_view column, std::string_view value) {
    NamedCells& cells = facts_.rows.front();
    const bool is_known = std::any_of(cells.begin(), cells.end(),
                                      [&](const auto& cell) { return cell.first == column; });
    if (!value.empty() && !is_known) cells.emplace_back(column, value);
  }

  void read_line(std::size_t i) {
    const PageLine& line = lines_[i];
    if (line.mark == TextMark::seller) return put("seller", line.text);
    if (line.mark == TextMark::title) {
      title_ = line.text;
      return;
    }
    if (auto item = price_times_quantity(line.text)) return add_item(i, std::move(*item));
    if (line.label) read_label_at(i);
  }

  void read_label_at(std::size_t i) {
    const LabelledText& label = *lines_[i].label;
    const auto column = column_of(label.role);
    if (!column) return;
    if (is_coupon_promise(label)) put("late-credit", lines_[i].text);
    const bool is_alone = label.value.empty();
    const std::string value =
        is_alone && i + 1 < end_ && !lines_[i + 1].label ? lines_[i + 1].text : label.value;
    const bool needs_digits = is_date_column(*column) || *column == "tracking";
    if (*column == "price" ? is_price(value) : !needs_digits || has_digit(value))
      put(*column, value);
  }

  /// Copied text has the store, then for each item its title, its variant and its price.
  void add_item(std::size_t i, Item item) {
    if (item.title.empty()) item.title = title_.empty() ? title_above(i) : title_;
    title_.clear();
    after_item_ = i + 1;
    if (!item.title.empty()) items_.push_back(std::move(item));
  }

  std::string title_above(std::size_t i) {
    std::size_t first = after_item_;
    if (first == 0) {
      first = first_free_line(begin_, i);
      const bool has_store = i - first >= 2;
      if (has_store) {
        put("seller", lines_[first].text);
        ++first;
      }
    }
    return first < i ? without_ellipsis(lines_[first].text) : std::string();
  }

  /// Returns the first line after the labels and buttons at the top of a block.
  std::size_t first_free_line(std::size_t from, std::size_t to) const {
    std::size_t last_of_head = from;
    for (std::size_t k = from; k < to; ++k) {
      if (lines_[k].label || lines_[k].is_status || is_button(lines_[k].text)) last_of_head = k + 1;
    }
    return last_of_head;
  }

  /// `Copy` and `Order details` in the nine languages.
  static bool is_button(std::string_view text) {
    constexpr std::string_view buttons[] = {"copy",
                                            "order details",
                                            "kopieren",
                                            "bestelldetails",
                                            "details",
                                            "copier",
                                            "details commande",
                                            "copiar",
                                            "detalles pedido",
                                            "detalhes pedido",
                                            "copia",
                                            "dettagli ordine",
                                            "kopieren",
                                            "bestelgegevens",
                                            "kopiuj",
                                            "szczegoly zamowienia",
                                            "скопировать",
                                            "подробности заказа",
                                            "детали заказа",
                                            "копировать"};
    const std::string words = terse_words(text);
    return std::find(std::begin(buttons), std::end(buttons), words) != std::end(buttons);
  }

  const std::vector<PageLine>& lines_;
  std::size_t begin_;
  std::size_t end_;
  OrderFacts facts_;
  std::vector<Item> items_;
  std::string title_;
  std::size_t after_item_ = 0;
};

/// Adds the orders that a page mentions only in links, without other facts.
std::vector<OrderFacts> linked_orders(const std::vector<Link>& links) {
  LinkedNumbers linked;
  for (const Link& link : links) add_linked_numbers(link.address, linked);
  std::vector<OrderFacts> all;
  for (const std::string& number : linked.orders) {
    OrderFacts& facts = all.emplace_back();
    facts.number = number;
    facts.rows = {{}};
  }
  return all;
}

}  // namespace

std::vector<OrderFacts> read_page(const std::vector<PageLine>& lines,
                                  const std::vector<Link>& links) {
  const std::vector<NumberedLine> numbers = numbers_in(lines);
  if (numbers.empty()) return linked_orders(links);
  std::vector<std::size_t> heads;
  for (std::size_t k = 0; k < numbers.size(); ++k)
    heads.push_back(head_of(lines, numbers[k].line, k == 0 ? 0 : numbers[k - 1].line + 1));
  std::vector<OrderFacts> all;
  for (std::size_t k = 0; k < numbers.size(); ++k) {
    const bool is_alone = numbers.size() == 1;
    const std::size_t begin = is_alone ? 0 : heads[k];
    const std::size_t end = k + 1 < numbers.size() ? heads[k + 1] : lines.size();
    const bool has_own_status = lines[heads[k]].is_status;
    const std::string status = has_own_status ? lines[heads[k]].text
                               : is_alone     ? only_status(lines, 0, numbers[k].line)
                                              : std::string();
    const std::size_t first = is_alone && has_own_status ? heads[k] : begin;
    all.push_back(BlockReader(lines, first, end, numbers[k].number).read(status));
  }
  return all;
}

}  // namespace aliprotect
