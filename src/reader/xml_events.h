#pragma once

#include <cstddef>
#include <functional>
#include <map>
#include <string>
#include <string_view>

namespace aliprotect {

/// The attributes of an element by local name.
using XmlAttributes = std::map<std::string, std::string, std::less<>>;

/// Returns the value of an attribute; empty if it is missing.
std::string value_of(const XmlAttributes& attributes, std::string_view name);
/// Returns the value of an attribute as a whole number of up to nine digits, or `fallback` for any
/// other value.
std::size_t number_of(const XmlAttributes& attributes, std::string_view name, std::size_t fallback);

/// The events of an XML parser. Names are local: without a prefix.
struct XmlHandler {
  std::function<void(const std::string& name, const XmlAttributes& attributes)> begin;
  std::function<void(const std::string& name)> end;
  std::function<void(std::string_view text)> text;
};

/// Parses XML in pieces. Entities are never expanded: a document that declares any is refused.
/// Throws Refusal.
class XmlEvents {
 public:
  explicit XmlEvents(XmlHandler handler);
  ~XmlEvents();
  XmlEvents(const XmlEvents&) = delete;
  XmlEvents& operator=(const XmlEvents&) = delete;

  void take(std::string_view piece);
  void finish();

 private:
  struct State;
  State* state_;
};

}  // namespace aliprotect
