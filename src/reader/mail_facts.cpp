#include "reader/mail_facts.h"

#include <algorithm>
#include <optional>

#include "core/distinct.h"
#include "core/text/scanner.h"
#include "core/text/split.h"
#include "import/text/mail_subject.h"
#include "import/text/page_label.h"
#include "import/text/page_text.h"
#include "reader/anonymous_text.h"
#include "reader/item_line.h"
#include "reader/order_links.h"

namespace aliprotect {
namespace {

/// `transaction_at_notice_aliexpress_com_x1y2@privaterelay.appleid.com` hides
/// `transaction@notice.aliexpress.com`.
std::string without_relay(const std::string& address) {
  constexpr std::string_view relay = "@privaterelay.appleid.com";
  if (!address.ends_with(relay)) return address;
  std::string name = address.substr(0, address.size() - relay.size());
  const auto at = name.find("_at_");
  const auto end = name.find("aliexpress_com");
  if (at == std::string::npos || end == std::string::npos || end < at) return address;
  std::string host = name.substr(at + 4, end + std::string_view("aliexpress_com").size() - at - 4);
  std::replace(host.begin(), host.end(), '_', '.');
  return name.substr(0, at) + "@" + host;
}

/// Returns the original sender, as stated in the body of a forwarded mail.
std::optional<Sender> forwarded_sender(const VisibleText& body) {
  std::size_t lines = 0;
  for (const TextLine& line : body.lines) {
    if (++lines > 60) break;
    const std::string text = in_small_letters(line.text);
    for (auto at = text.find('@'); at != std::string::npos; at = text.find('@', at + 1)) {
      constexpr std::string_view signs = "<>()[]\"', \t:;*";
      const auto before = text.find_last_of(signs, at);
      const auto begin = before == std::string::npos ? 0 : before + 1;
      const auto end = std::min(text.find_first_of(signs, at), text.size());
      const Sender sender = sender_of(text.substr(begin, end - begin));
      if (sender != Sender::other) return sender;
    }
  }
  return std::nullopt;
}

/// A date and the number of lines up to it.
struct PrintedDate {
  std::string text;
  std::size_t lines = 0;
};

/// `Date:`, `Gesendet:`, `Envoyé :` of a forwarded mail's header, as it is printed.
PrintedDate inner_date(const VisibleText& body) {
  constexpr std::string_view names[] = {"date",    "sent",    "datum",     "gesendet", "envoye",
                                        "fecha",   "enviado", "data",      "inviato",  "verzonden",
                                        "wyslano", "дата",    "отправлено"};
  std::size_t lines = 0;
  for (const TextLine& line : body.lines) {
    if (++lines > 60) break;
    const auto colon = line.text.find(':');
    if (colon == std::string::npos || colon > 40) continue;
    const std::string name = bare_words(line.text.substr(0, colon));
    if (std::find(std::begin(names), std::end(names), name) == std::end(names)) continue;
    const std::string_view value = trimmed(std::string_view(line.text).substr(colon + 1));
    if (std::any_of(value.begin(), value.end(), is_digit))
      return {std::string(value.substr(value.find_first_not_of("* "))), lines};
  }
  return {};
}

/// Returns the order number in a line, if it is one of `orders`. A mail about several orders prints
/// a running number directly before it.
std::optional<std::size_t> order_in(std::string_view line, const std::vector<std::string>& orders) {
  for (std::size_t i = 0; i < line.size();) {
    if (!is_digit(line[i])) {
      ++i;
      continue;
    }
    std::size_t end = i;
    while (end < line.size() && is_digit(line[end])) ++end;
    const std::string_view digits = line.substr(i, end - i);
    for (std::size_t order = 0; order < orders.size(); ++order) {
      if (digits.ends_with(orders[order]) && digits.size() <= orders[order].size() + 3)
        return order;
    }
    i = end;
  }
  return std::nullopt;
}

/// Returns the numbers after `Order No.`; used only if no link contains an order number.
std::vector<std::string> labelled_orders(const VisibleText& body) {
  std::vector<std::string> orders;
  for (std::size_t i = 0; i < body.lines.size(); ++i) {
    const std::string& line = body.lines[i].text;
    const auto label = read_label(line);
    if (!label || label->role != Role::number) continue;
    const std::string_view next = i + 1 < body.lines.size() ? body.lines[i + 1].text : "";
    const std::string_view value = label->value.empty() ? next : std::string_view(label->value);
    const std::string_view digits = Scanner(value).take_digits();
    if (is_order_number(digits)) add_distinct(orders, {std::string(digits)});
  }
  return orders;
}

/// The facts about one order in the body.
struct Details {
  std::string ordered;
  std::string total;
  std::string tracking;
  std::vector<Item> items;
};

/// Reads the body from top to bottom, beginning with line `first`. Facts belong to the last order
/// number above them.
class BodyReader {
 public:
  BodyReader(const VisibleText& body, std::size_t first, const std::vector<std::string>& orders)
      : body_(body), first_(first), orders_(orders), details_(orders.size()) {}

  std::vector<Details> read() {
    if (orders_.size() == 1) current_ = 0;
    for (std::size_t i = first_; i < body_.lines.size(); ++i) {
      const std::string& line = body_.lines[i].text;
      if (orders_.size() > 1) {
        if (const auto named = order_in(line, orders_)) current_ = named;
      }
      if (current_) read_line(i, details_[*current_]);
    }
    return std::move(details_);
  }

 private:
  void read_line(std::size_t i, Details& details) {
    const std::string& line = body_.lines[i].text;
    if (auto price = price_times_quantity(line)) {
      add_item(i, std::move(*price), details);
      return;
    }
    const auto label = read_label(line);
    if (!label) return;
    const std::string value = !label->value.empty()        ? label->value
                              : i + 1 < body_.lines.size() ? body_.lines[i + 1].text
                                                           : std::string();
    if (label->role == Role::ordered && details.ordered.empty()) details.ordered = value;
    if (label->role == Role::tracking && details.tracking.empty())
      details.tracking = first_word_with_digits(value);
    const bool is_total = label->role == Role::price || label->role == Role::plain_amount ||
                          label->role == Role::plain_price;
    if (is_total && details.total.empty() && is_price(value)) details.total = value;
  }

  /// The title of an item is on the line before its price, or on the same one.
  void add_item(std::size_t i, Item item, Details& details) {
    if (item.title.empty() && i > 0 && !read_label(body_.lines[i - 1].text) &&
        !price_times_quantity(body_.lines[i - 1].text) && !is_price(body_.lines[i - 1].text))
      item.title = without_ellipsis(body_.lines[i - 1].text);
    details.items.push_back(std::move(item));
  }

  static std::string first_word_with_digits(std::string_view value) {
    std::string found;
    for_each_part(value, " ,;.", [&](std::string_view word) {
      const auto digits = std::count_if(word.begin(), word.end(), is_digit);
      if (found.empty() && word.size() >= 8 && digits >= 6) found = word;
    });
    std::transform(found.begin(), found.end(), found.begin(),
                   [](char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 32) : c; });
    return found;
  }

  const VisibleText& body_;
  std::size_t first_;
  const std::vector<std::string>& orders_;
  std::vector<Details> details_;
  std::optional<std::size_t> current_;
};

std::vector<NamedCells> rows_of(const Details& details, std::optional<MailKind> kind) {
  std::vector<NamedCells> rows(std::max<std::size_t>(1, details.items.size()));
  // A shipment may contain only part of the order, so only the confirmation states the price of the
  // order.
  const bool has_part = kind == MailKind::partially_shipped;
  if (kind == MailKind::confirmed) rows[0].emplace_back("ordered", details.ordered);
  if (!has_part) rows[0].emplace_back("price", details.total);
  for (std::size_t i = 0; i < details.items.size(); ++i) {
    rows[i].emplace_back("title", details.items[i].title);
    if (has_part) continue;
    rows[i].emplace_back("item-price", details.items[i].price);
    rows[i].emplace_back("quantity", details.items[i].quantity);
  }
  for (NamedCells& row : rows)
    std::erase_if(row, [](const auto& cell) { return cell.second.empty(); });
  std::erase_if(rows, [](const NamedCells& row) { return row.empty(); });
  return rows;
}

}  // namespace

Sender sender_of(std::string_view address) {
  const std::string plain = without_relay(in_small_letters(std::string(address)));
  const auto at = plain.find('@');
  if (at == std::string::npos) return Sender::other;
  const std::string host = plain.substr(at + 1);
  const std::string name = plain.substr(0, at);
  if (host != "aliexpress.com" && !host.ends_with(".aliexpress.com")) return Sender::other;
  if (host == "notice.aliexpress.com") return Sender::orders;
  return name == "transaction" || name == "account" ? Sender::orders : Sender::offers;
}

bool may_be_forwarded(const Mail& mail) {
  const MailSubject subject = read_mail_subject(mail.subject);
  return subject.is_forward || (subject.kind && !subject.orders.empty());
}

MailReading read_mail(const Mail& mail) {
  MailReading reading;
  const bool is_forward = sender_of(mail.from) == Sender::other;
  if (is_forward) {
    reading.is_from_aliexpress = forwarded_sender(mail.body) == Sender::orders;
    if (!reading.is_from_aliexpress) return reading;
  }
  const MailSubject subject = read_mail_subject(mail.subject);
  if (!subject.kind) reading.unknown_subject = anonymous_text(mail.subject, mail.people);
  LinkedNumbers linked;
  for (const Link& link : mail.body.links) add_linked_numbers(link.address, linked);
  for (const TextLine& line : mail.body.lines) add_linked_numbers(line.text, linked);
  std::vector<std::string> orders = subject.orders;
  add_distinct(orders, linked.orders);
  if (orders.empty()) orders = labelled_orders(mail.body);

  // The forwarded header's own date must not be taken for the date of the order.
  const PrintedDate inner = is_forward ? inner_date(mail.body) : PrintedDate();
  std::vector<std::string> tracking = subject.tracking;
  add_distinct(tracking, linked.tracking);
  const std::vector<Details> details = BodyReader(mail.body, inner.lines, orders).read();
  const auto add = [&](const std::string& number, const Details& of_order) {
    OrderFacts facts{.number = number, .rows = {}, .event = {}, .at = {}, .tracking = tracking};
    if (subject.kind) facts.event = to_string(*subject.kind);
    facts.at = inner.text.empty() ? mail.date : inner.text;
    facts.rows = rows_of(of_order, subject.kind);
    if (facts.tracking.empty() && !of_order.tracking.empty()) facts.tracking = {of_order.tracking};
    reading.facts.push_back(std::move(facts));
  };
  for (std::size_t i = 0; i < orders.size(); ++i) add(orders[i], details[i]);
  if (orders.empty() && !tracking.empty()) add({}, {});
  return reading;
}

}  // namespace aliprotect
