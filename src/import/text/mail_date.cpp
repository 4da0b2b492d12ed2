#include "import/text/mail_date.h"

namespace aliprotect {
namespace {

struct NamedOffset {
  std::string_view name;
  std::string_view offset;
};

/// The abbreviations of European time zones that mail programs print.
constexpr NamedOffset named_offsets[] = {{"BST", "+01:00"},  {"CEST", "+02:00"}, {"CET", "+01:00"},
                                         {"EEST", "+03:00"}, {"EET", "+02:00"},  {"MESZ", "+02:00"},
                                         {"MEZ", "+01:00"},  {"MSK", "+03:00"},  {"WEST", "+01:00"},
                                         {"WET", "+00:00"}};

/// `17:00 CEST` becomes `17:00 +02:00`.
std::string with_offset(const std::string& text) {
  for (const auto& [name, offset] : named_offsets) {
    if (!text.ends_with(" " + std::string(name))) continue;
    return text.substr(0, text.size() - name.size()) + std::string(offset);
  }
  return text;
}

}  // namespace

Instant read_mail_date(const std::string& text, const PageClock& clock) {
  return read_page_date(with_offset(text), Bound::begin, clock);
}

}  // namespace aliprotect
