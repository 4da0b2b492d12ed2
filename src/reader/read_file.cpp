#include "reader/read_file.h"

#include <optional>

#include "import/foreign_file.h"
#include "reader/answer_file.h"
#include "reader/har_file.h"
#include "reader/mail_file.h"
#include "reader/page_file.h"
#include "reader/refusal.h"
#include "reader/workbook_file.h"

namespace aliprotect {
namespace {

/// Returns the requested format if the content allows it.
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

}  // namespace

void read_file(const GivenFile& file, FactWriter& writer, Counts& counts) {
  const auto form = form_of(file);
  if (!form) throw Refusal("it is not a known kind of mail, page, response or workbook");
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
      return read_text_file(descriptor, writer, counts);
    case ForeignForm::jsonp:
    case ForeignForm::answer:
      return read_answer_file(descriptor, writer, counts);
    case ForeignForm::har:
      return read_har_file(descriptor, writer, counts);
    case ForeignForm::workbook:
      return read_workbook_file(descriptor, writer, counts);
  }
}

}  // namespace aliprotect
