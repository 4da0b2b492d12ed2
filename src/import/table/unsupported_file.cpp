#include "import/table/unsupported_file.h"

#include <algorithm>
#include <string>

#include "aliprotect/error.h"
#include "core/text/scanner.h"
#include "core/text/utf8.h"

namespace aliprotect {
namespace {

constexpr std::string_view utf_16 = "UTF-16 text: save it as UTF-8";
constexpr std::string_view archive = "an archive: unpack it, and import the files with the orders";
constexpr std::string_view image =
    "an image: copy the text of the order page instead, or save the page";

/// How a kind of file begins, what it appears to be, and what to do.
struct Kind {
  std::string_view beginning;
  std::string_view advice;
  std::size_t offset = 0;
};

constexpr Kind kinds[] = {
    {"PK\x03\x04", archive},
    {"PK\x05\x06", "an empty archive: export the orders again"},
    {"\xD0\xCF\x11\xE0",
     "a document of an old office program: open it there, and save the sheet with the orders as "
     ".xlsx or CSV (UTF-8)"},
    {"\xFF\xFE", utf_16},
    {"\xFE\xFF", utf_16},
    {"\x1F\x8B", "a compressed file: unpack it with gunzip first"},
    {"BZh", "a compressed file: unpack it with bunzip2 first"},
    {"\xFD"
     "7zXZ",
     "a compressed file: unpack it with unxz first"},
    {"\x28\xB5\x2F\xFD", "a compressed file: unpack it with unzstd first"},
    {"7z\xBC\xAF", archive},
    {"Rar!", archive},
    {"ustar", archive, 257},
    {"\x89PNG", image},
    {"\xFF\xD8\xFF", image},
    {"GIF8", image},
    {"WEBP", image, 8},
    {"ftyp", "an image or a video: copy the text of the order page instead, or save the page", 4},
    {"%PDF", "a PDF: save the order page itself, copy its text, or export the orders as CSV"},
    {"SQLite format 3",
     "a database: if it is a store of aliprotect, use `aliprotect --db FILE export`; otherwise "
     "export its orders as CSV"},
    {"BEGIN:VCALENDAR", "a calendar, which cannot be imported: use the file it was made from"},
    {"<", "a web page or XML: save the order page itself, or copy its text"},
};

bool is_utf_16(std::string_view beginning) {
  const auto nuls = static_cast<std::size_t>(std::count(beginning.begin(), beginning.end(), '\0'));
  return nuls * 3 > beginning.size() && nuls * 2 <= beginning.size();
}

bool is_binary(std::string_view beginning) {
  const auto nuls = static_cast<std::size_t>(std::count(beginning.begin(), beginning.end(), '\0'));
  return nuls * 10 > beginning.size();
}

[[noreturn]] void refuse(std::string_view advice) {
  throw UserError("it appears to be " + std::string(advice));
}

}  // namespace

void refuse_unsupported_file(std::string_view beginning) {
  const std::string_view text = trimmed(without_byte_order_mark(beginning));
  for (const Kind& kind : kinds) {
    if (text.size() > kind.offset && text.substr(kind.offset).starts_with(kind.beginning))
      refuse(kind.advice);
  }
  if (is_utf_16(beginning)) refuse(utf_16);
  if (is_binary(beginning))
    refuse("a binary file: import CSV, JSON, a mail, a saved page or its text");
}

}  // namespace aliprotect
