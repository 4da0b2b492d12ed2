#pragma once

#include <cstddef>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace aliprotect {

enum class FieldKind { text, flag, list };

/// A name that the tags of a template may have (docs/templates.md).
struct Field {
  std::string_view name;
  FieldKind kind;
  std::string_view list = {};  ///< the list in whose section alone it may stand; empty: anywhere
};

/// What the fields stand for in one message. An absent one is not there.
struct FieldValues {
  std::map<std::string, std::string> texts;
  std::set<std::string> flags;
  std::map<std::string, std::vector<FieldValues>> lists;
};

/// A text with tags of Mustache: `{{name}}`, `{{#name}}…{{/name}}`, `{{^name}}…{{/name}}`.
struct Template {
  std::string name;  ///< the file's, as errors say it
  std::string text;
};

/// The template with its values, which are taken literally: paragraphs in lines of at most `width`
/// columns, a blank line between them, control characters shown as escapes. Throws UserError that
/// names file and line where a tag is wrong, be it in a section that is left out.
std::string filled(const Template& from, const std::vector<Field>& fields,
                   const FieldValues& values, std::size_t width);

/// A page of HTML that the program carries: every value is shown as the text it is, on one line,
/// with control characters as escapes.
std::string filled_html(std::string_view page, const FieldValues& values);

}  // namespace aliprotect
