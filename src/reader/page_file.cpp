#include "reader/page_file.h"

#include <unistd.h>

#include <string>

#include "core/text/utf8.h"
#include "reader/given_file.h"
#include "reader/page_facts.h"
#include "reader/refusal.h"

namespace aliprotect {
namespace {

constexpr std::size_t most_bytes_of_page = std::size_t{256} * 1024 * 1024;
constexpr std::size_t most_unknown_labels = 1'000;
constexpr std::size_t most_bytes_of_text = std::size_t{16} * 1024 * 1024;

}  // namespace

void write_page(const VisibleText& page, FactWriter& writer, Counts& counts) {
  const std::vector<PageLine> lines = page_lines(page);
  const std::vector<OrderFacts> orders = read_page(lines, page.links);
  if (orders.empty())
    throw Refusal("no order found; save or copy your order list, or the page of an order");
  ++counts.read["pages"];
  for (const std::string& label : unknown_labels(lines)) {
    if (counts.unknown_labels.size() < most_unknown_labels) ++counts.unknown_labels[label];
  }
  for (const OrderFacts& facts : orders) writer.facts("page", facts, {});
}

void read_html_file(int descriptor, FactWriter& writer, Counts& counts) {
  HtmlText html;
  std::string block(64 * 1024, '\0');
  std::size_t size = 0;
  for (bool is_first = true, is_utf8 = false;; is_first = false) {
    const ssize_t read = ::read(descriptor, block.data(), block.size());
    if (read <= 0) break;
    size += static_cast<std::size_t>(read);
    if (size > most_bytes_of_page) throw Refusal("it is larger than 256 MiB");
    const std::string_view piece(block.data(), static_cast<std::size_t>(read));
    if (is_first) is_utf8 = piece.starts_with(byte_order_mark);
    html.take(piece, is_utf8);
  }
  write_page(html.finish(), writer, counts);
}

void read_text_file(int descriptor, FactWriter& writer, Counts& counts) {
  write_page(visible_text_of_plain(whole_content(descriptor, most_bytes_of_text)), writer, counts);
}

}  // namespace aliprotect
