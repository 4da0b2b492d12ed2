#include "reader/read_file.h"

#include <unistd.h>

#include <optional>

#include "core/text/utf8.h"
#include "import/foreign_file.h"
#include "reader/answer_file.h"
#include "reader/html_text.h"
#include "reader/mail_file.h"
#include "reader/page_facts.h"
#include "reader/refusal.h"
#include "reader/workbook_file.h"

namespace aliprotect {
namespace {

constexpr std::size_t most_bytes_of_page = std::size_t{256} * 1024 * 1024;
constexpr std::size_t most_bytes_of_text = std::size_t{16} * 1024 * 1024;

/// The form that the file was said to have, as far as its content allows it.
std::optional<ForeignForm> form_of(const GivenFile& file) {
  const std::string beginning = beginning_of(file.descriptor, bytes_that_tell_form);
  const auto found = foreign_form(beginning);
  if (file.form == "mail")
    return found == ForeignForm::mbox || found == ForeignForm::mhtml ? found : ForeignForm::mail;
  if (file.form == "page" && found != ForeignForm::mhtml) return ForeignForm::html;
  if (file.form == "text") return ForeignForm::text;
  if (file.form == "har" && found != ForeignForm::jsonp) return ForeignForm::har;
  if (file.form == "workbook") return ForeignForm::workbook;
  return found;
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

}  // namespace

void read_file(const GivenFile& file, FactWriter& writer, Counts& counts) {
  const auto form = form_of(file);
  if (!form) throw Refusal("it is not a mail, page, answer or workbook that is known");
  const int descriptor = file.descriptor;
  switch (*form) {
    case ForeignForm::mail:
      return read_mail_file(descriptor, false, writer, counts);
    case ForeignForm::mbox:
      return read_mail_file(descriptor, true, writer, counts);
    case ForeignForm::mhtml:
      return read_mhtml_file(descriptor, writer, counts);
    case ForeignForm::html:
      return read_html_file(descriptor, writer, counts);
    case ForeignForm::text:
      return write_page(visible_text_of_plain(whole_content(descriptor, most_bytes_of_text)),
                        writer, counts);
    case ForeignForm::jsonp:
      return read_jsonp_file(descriptor, writer, counts);
    case ForeignForm::har:
      return read_har_file(descriptor, writer, counts);
    case ForeignForm::workbook:
      return read_workbook_file(descriptor, writer, counts);
  }
}

}  // namespace aliprotect
