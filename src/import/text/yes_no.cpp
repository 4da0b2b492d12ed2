#include "import/text/yes_no.h"

#include <algorithm>
#include <iterator>

#include "core/text/scanner.h"
#include "import/text/page_text.h"

namespace aliprotect {
namespace {

constexpr std::string_view yes[] = {"yes", "true", "ja", "oui", "si", "sim", "tak", "да"};
constexpr std::string_view ticks[] = {"\u2713", "\u2714", "\u2705"};
constexpr std::string_view no[] = {
    "no",         "false",    "not yet",    "nein",        "noch nicht", "non",
    "pas encore", "aun no",   "todavia no", "nao",         "ainda nao",  "non ancora",
    "nee",        "nog niet", "nie",        "jeszcze nie", "нет",        "еще нет",
};

template <typename Words>
bool is_one_of(const Words& words, std::string_view cell) {
  return std::find(std::begin(words), std::end(words), cell) != std::end(words);
}

bool is_event(Role role) {
  return role == Role::shipped || role == Role::delivered || role == Role::delivery_date ||
         role == Role::confirmed || role == Role::cancelled;
}

}  // namespace

bool says_yes(std::string_view cell) {
  return is_one_of(yes, bare_words(cell)) || is_one_of(ticks, trimmed(cell));
}

bool says_no(std::string_view cell) { return is_one_of(no, bare_words(cell)); }

bool is_denied(Role role, std::string_view cell) { return is_event(role) && says_no(cell); }

}  // namespace aliprotect
