#include "render/style.h"

namespace aliprotect {
namespace {

std::string_view sgr(Tint tint) {
  switch (tint) {
    case Tint::plain:
      return "";
    case Tint::strong:
      return "1";
    case Tint::faint:
      return "2";
    case Tint::red:
      return "1;31";
    case Tint::yellow:
      return "33";
  }
  return "";
}

}  // namespace

std::string Style::paint(std::string_view text, Tint tint) const {
  if (!color || tint == Tint::plain || text.empty()) return std::string(text);
  return "\x1b[" + std::string(sgr(tint)) + "m" + std::string(text) + "\x1b[0m";
}

Tint tint_of(Urgency urgency) {
  switch (urgency) {
    case Urgency::critical:
      return Tint::red;
    case Urgency::soon:
      return Tint::yellow;
    case Urgency::routine:
    case Urgency::none:
      return Tint::plain;
  }
  return Tint::plain;
}

}  // namespace aliprotect
