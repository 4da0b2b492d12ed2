#include "store/nul_check.h"

#include "aliprotect/error.h"
#include "store/texts.h"

namespace aliprotect::store {
namespace {

bool has_nul(const auto& facts) {
  bool found = false;
  for_each_text(facts, [&](std::string_view, const std::string& text) {
    found = found || text.find('\0') != std::string::npos;
  });
  return found;
}

}  // namespace

void refuse_nul(const Order& order) {
  if (!has_nul(order)) return;
  throw UserError("order " + order.number.text() + ": a text contains a NUL character; remove it");
}

void refuse_nul(const Policy& policy) {
  if (!has_nul(policy)) return;
  throw UserError("rule set " + policy.name + ": a text contains a NUL character; remove it");
}

}  // namespace aliprotect::store
