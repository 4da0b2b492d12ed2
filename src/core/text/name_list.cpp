#include "core/text/name_list.h"

#include "core/text/quote.h"

namespace aliprotect {
namespace {

constexpr std::size_t most_kept = 1'000;
constexpr std::size_t most_listed = 20;
constexpr std::size_t longest_list = 600;  // bytes, more or less

}  // namespace

void NameList::add(std::string_view name) {
  is_full_ = names_.size() >= most_kept;
  if (!is_full_) names_.insert(excerpt(name));
}

std::string NameList::text() const {
  std::string text;
  std::size_t count = 0;
  for (const std::string& name : names_) {
    if (count == most_listed || text.size() > longest_list) {
      const char* const at_least = is_full_ ? "at least " : "";
      return text + " and " + at_least + std::to_string(names_.size() - count) + " more";
    }
    text += (count++ == 0 ? "" : ", ") + name;
  }
  return text;
}

}  // namespace aliprotect
