#pragma once

#include <cstddef>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace aliprotect {

enum class FieldKind { text, flag, list };

/// A field that a template may use; see docs/templates.md.
struct Field {
  std::string_view name;
  FieldKind kind;
  std::string_view list = {};  ///< the list whose section it can be used in; empty: anywhere
};

/// The values of the fields in one message, without absent ones.
struct FieldValues {
  std::map<std::string, std::string> texts;
  std::set<std::string> flags;
  std::map<std::string, std::vector<FieldValues>> lists;
};

/// A text with Mustache tags: `{{name}}`, `{{#name}}…{{/name}}`, `{{^name}}…{{/name}}`.
struct Template {
  std::string name;  ///< the file name for error messages
  std::string text;
};

/// Fills in a template. Values are inserted literally, with control characters escaped. Wraps
/// paragraphs at `width` columns and separates them with blank lines. Throws UserError with file
/// and line for an invalid tag, even in an omitted section.
std::string fill_template(const Template& from, const std::vector<Field>& fields,
                          const FieldValues& values, std::size_t width);

/// Fills in a built-in HTML page. Values are escaped, also their control characters, and stay on
/// one line.
std::string fill_html(std::string_view page, const FieldValues& values);

}  // namespace aliprotect
