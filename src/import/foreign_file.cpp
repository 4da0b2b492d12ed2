#include "import/foreign_file.h"

#include <algorithm>
#include <string>

#include "core/text/scanner.h"
#include "core/text/utf8.h"
#include "import/text/page_label.h"
#include "import/text/page_text.h"

namespace aliprotect {
namespace {

bool contains(std::string_view text, std::string_view part) {
  const auto found = std::search(text.begin(), text.end(), part.begin(), part.end(),
                                 [](char a, char b) { return to_lower(a) == to_lower(b); });
  return found != text.end();
}

bool begins(std::string_view text, std::string_view part) {
  return text.size() >= part.size() && same_word(text.substr(0, part.size()), part);
}

std::string_view take_line(std::string_view& text) {
  const auto end = std::min(text.find('\n'), text.size());
  const std::string_view line = text.substr(0, end);
  text.remove_prefix(std::min(end + 1, text.size()));
  return line.ends_with('\r') ? line.substr(0, line.size() - 1) : line;
}

/// `Message-ID: …`
bool is_header(std::string_view line) {
  const auto colon = line.find(':');
  if (colon == std::string_view::npos || colon == 0 || colon > 70) return false;
  return std::all_of(line.begin(), line.begin() + static_cast<std::ptrdiff_t>(colon),
                     [](char c) { return is_letter(c) || is_digit(c) || c == '-'; });
}

/// Whether the text begins with a mail header: fields that every mail has, before the first blank
/// line.
bool is_mail(std::string_view text) {
  constexpr std::string_view fields[] = {
      "from:",       "to:",           "date:",        "subject:",      "received:",
      "message-id:", "mime-version:", "return-path:", "delivered-to:", "content-type:"};
  std::size_t known = 0;
  for (bool is_first = true; !text.empty(); is_first = false) {
    const std::string_view line = take_line(text);
    if (line.empty()) break;
    if (is_blank(line.front()) && !is_first) continue;
    if (!is_header(line)) return false;
    known += std::any_of(std::begin(fields), std::end(fields),
                         [&](std::string_view field) { return begins(line, field); });
  }
  return known >= 3;
}

std::string_view header_of(std::string_view mail) {
  return mail.substr(0, std::min(mail.find("\n\n"), mail.find("\r\n\r\n")));
}

bool is_html(std::string_view text) {
  if (begins(text, "<!doctype html") || begins(text, "<html")) return true;
  return begins(text, "<") && (contains(text, "<html") || contains(text, "<body") ||
                               contains(text, "<div") || contains(text, "<table"));
}

bool is_workbook(std::string_view text) {
  if (!text.starts_with("PK\x03\x04")) return false;
  return contains(text, "mimetypeapplication/vnd.oasis.opendocument.spreadsheet") ||
         contains(text, "content.xml") || contains(text, "[Content_Types].xml") ||
         contains(text, "xl/") || contains(text, "_rels/.rels");
}

/// `mtopjsonp2({`, perhaps after an empty comment
bool is_jsonp(std::string_view text) {
  constexpr std::string_view comment = "/**/";
  if (text.starts_with(comment)) text = trimmed(text.substr(comment.size()));
  Scanner scanner(text);
  if (scanner.take_letters().empty()) return false;
  while (!scanner.done() && scanner.rest().front() != '(') {
    const char c = scanner.rest().front();
    if (!is_letter(c) && !is_digit(c) && c != '_' && c != '$' && c != '.') return false;
    scanner.take(c);
  }
  if (!scanner.take('(')) return false;
  const std::string_view value = trimmed(scanner.rest());
  return value.starts_with('{') || value.starts_with('[');
}

/// `{"log": {… "entries": [`
bool is_har(std::string_view text) {
  if (!text.starts_with('{')) return false;
  const std::string_view first = trimmed(text.substr(1));
  return first.starts_with("\"log\"") &&
         (contains(text, "\"entries\"") || contains(text, "\"creator\""));
}

/// The site's responses with the page of an order, the tracking of parcels or a list of refunds.
bool is_answer(std::string_view text) {
  if (!text.starts_with('{') && !text.starts_with('[')) return false;
  constexpr std::string_view names[] = {"\"detail_simple_order_info_component",
                                        "\"detail_order_status_block",
                                        "\"trackingDetailLineList\"",
                                        "\"tracking_detail_line_list\"",
                                        "\"detail_node_list\"",
                                        "\"trackingPrimaryCode\"",
                                        "\"reverseOrderLines\"",
                                        "\"mtop.ae.ld.querydetail\"",
                                        "\"mtop.aliexpress.trade.buyer.order.detail\""};
  return std::any_of(std::begin(names), std::end(names), [&](std::string_view name) {
    return text.find(name) != std::string_view::npos;
  });
}

/// `Order ID: 8190000000030001` on a line of its own.
bool is_copied_page(std::string_view text) {
  if (text.starts_with('{') || text.starts_with('[')) return false;
  while (!text.empty()) {
    const std::string plain = in_plain_signs(take_line(text));
    const std::string_view line = trimmed(plain);
    const auto digit = line.find_first_of("0123456789");
    if (line.size() > 120 || digit == 0 || digit == std::string_view::npos) continue;
    const std::string_view digits = Scanner(line.substr(digit)).take_digits();
    if (digits.size() < 14 || digits.size() > 16) continue;
    const std::string_view before = trimmed(line.substr(0, digit));
    const bool has_colon = before.ends_with(':') || before.ends_with("\uFF1A");
    const bool is_last = line.size() - digit - digits.size() <= 20 &&
                         line.find_first_of(",;\t|\"", digit) == std::string_view::npos;
    if (!has_colon || !is_last) continue;
    const auto label = read_label(line);
    if (label && label->role == Role::number) return true;
  }
  return false;
}

}  // namespace

std::optional<ForeignForm> foreign_form(std::string_view beginning) {
  if (is_workbook(beginning)) return ForeignForm::workbook;
  const std::string_view text = trimmed(without_byte_order_mark(beginning));
  if (begins(text, "From ") && is_mail(text.substr(std::min(text.find('\n'), text.size() - 1) + 1)))
    return ForeignForm::mbox;
  if (is_mail(text)) {
    const std::string_view header = header_of(text);
    const bool is_page =
        contains(header, "multipart/related") &&
        (contains(header, "snapshot-content-location") || contains(header, "saved by blink") ||
         contains(header, "produced by microsoft mhtml"));
    return is_page ? ForeignForm::mhtml : ForeignForm::mail;
  }
  if (is_html(text)) return ForeignForm::html;
  if (is_har(text)) return ForeignForm::har;
  if (is_jsonp(text)) return ForeignForm::jsonp;
  if (is_answer(text)) return ForeignForm::answer;
  if (is_copied_page(text)) return ForeignForm::text;
  return std::nullopt;
}

}  // namespace aliprotect
