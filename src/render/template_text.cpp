#include "render/template_text.h"

#include <algorithm>
#include <cctype>
#include <kainjow/mustache.hpp>
#include <sstream>

#include "aliprotect/error.h"
#include "core/text/quote.h"
#include "core/text/suggestions.h"
#include "render/text.h"

namespace aliprotect {
namespace {

namespace mustache = kainjow::mustache;
using Component = mustache::component<std::string>;
using mustache::tag_type;

UserError error_at(const Template& in, std::size_t position, const std::string& sentence) {
  const auto end = in.text.begin() + static_cast<std::ptrdiff_t>(position);
  const auto line = std::count(in.text.begin(), end, '\n') + 1;
  return UserError(in.name + ":" + std::to_string(line) + ": " + sentence);
}

/// Converts the parser's message `Unclosed section "x" at 12`, whose position is in bytes.
UserError syntax_error(const Template& in, const std::string& complaint) {
  constexpr std::string_view at = " at ";
  const std::size_t end = complaint.rfind(at);
  constexpr std::size_t longest_complaint = 200;  // the message contains the complete name
  std::string sentence = without_middle(complaint.substr(0, end), longest_complaint);
  sentence.front() = static_cast<char>(std::tolower(static_cast<unsigned char>(sentence.front())));
  return error_at(in, std::stoul(complaint.substr(end + at.size())),
                  sentence + "; write a value as {{name}}, a section as {{#name}}…{{/name}}");
}

/// Limits the nesting of sections, because the Mustache parser is recursive.
void refuse_depth(const Template& from) {
  constexpr int deepest = 20;
  int depth = 0;
  for (std::size_t at = from.text.find("{{"); at != std::string::npos;
       at = from.text.find("{{", at + 2)) {
    const std::size_t sign = from.text.find_first_not_of(" \t", at + 2);
    const char kind = sign == std::string::npos ? ' ' : from.text[sign];
    if (kind == '#' || kind == '^') ++depth;
    if (kind == '/') --depth;
    if (depth > deepest) throw error_at(from, at, "sections are nested too deeply");
  }
}

Component parsed(const Template& from) {
  refuse_depth(from);
  const mustache::data nothing;
  mustache::context<std::string> outer(&nothing);
  mustache::context_internal<std::string> context(outer);
  Component root;
  std::string complaint;
  mustache::parser<std::string>(from.text, context, root, complaint);
  if (!complaint.empty()) throw syntax_error(from, complaint);
  return root;
}

/// Checks every tag of a template against the fields.
class TagCheck {
 public:
  TagCheck(const Template& of, const std::vector<Field>& fields) : of_(of), fields_(fields) {}

  void check(const Component& parent) {
    for (const Component& part : parent.children) check_part(part);
  }

 private:
  void check_part(const Component& part) {
    switch (part.tag.type) {
      case tag_type::text:
      case tag_type::comment:
      case tag_type::section_end:
        return;
      case tag_type::variable:
      case tag_type::unescaped_variable:
        return check_value(part);
      case tag_type::section_begin:
      case tag_type::section_begin_inverted:
        return check_section(part);
      case tag_type::partial:
      case tag_type::set_delimiter:
        throw error_at(of_, part.position, "tags with > or = are not supported");
    }
  }

  void check_value(const Component& part) {
    const Field& field = named(part);
    if (field.kind == FieldKind::text) return;
    throw error_at(of_, part.position,
                   "`" + part.tag.name + "` has no text; use it as a section, {{#" + part.tag.name +
                       "}}…{{/" + part.tag.name + "}}");
  }

  void check_section(const Component& part) {
    const Field& field = named(part);
    const bool enters = field.kind == FieldKind::list && part.tag.type == tag_type::section_begin;
    if (enters && !lists_.empty()) {
      throw error_at(of_, part.position,
                     "{{#" + part.tag.name + "}} is inside another list, {{#" +
                         std::string(lists_.back()) + "}}; close that one first");
    }
    if (enters) lists_.push_back(field.name);
    check(part);
    if (enters) lists_.pop_back();
  }

  bool is_within(std::string_view list) const {
    return list.empty() || std::find(lists_.begin(), lists_.end(), list) != lists_.end();
  }

  const Field& named(const Component& part) const {
    const auto found = std::find_if(fields_.begin(), fields_.end(), [&](const Field& field) {
      return field.name == part.tag.name;
    });
    if (found == fields_.end()) throw unknown(part);
    if (is_within(found->list)) return *found;
    const std::string list(found->list);
    throw error_at(
        of_, part.position,
        "`" + part.tag.name + "` can be used only inside {{#" + list + "}}…{{/" + list + "}}");
  }

  UserError unknown(const Component& part) const {
    std::vector<std::string> names;
    for (const Field& field : fields_) {
      if (is_within(field.list)) names.emplace_back(field.name);
    }
    const std::string near = closest_match(part.tag.name, names);
    std::string way_out = "did you mean `" + near + "`?";
    if (near.empty()) {
      way_out = "choose from " + join_with_or(names);
    }
    return error_at(of_, part.position,
                    "unknown field `" + excerpt(part.tag.name) + "`; " + way_out);
  }

  const Template& of_;
  const std::vector<Field>& fields_;
  std::vector<std::string_view> lists_;  ///< lists whose sections are open
};

/// Marks an empty line of the template. Lines that are empty only because of omitted sections do
/// not separate paragraphs.
constexpr char paragraph_mark = '\f';

bool is_white(char c) { return c == ' ' || c == '\t' || c == '\r' || c == '\n'; }

std::string with_marks(const std::string& text) {
  std::string marked;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find('\n', at), text.size() - 1) + 1;
    const std::string line = text.substr(at, end - at);
    marked += std::all_of(line.begin(), line.end(), is_white) ? paragraph_mark + line : line;
    at = end;
  }
  return marked;
}

/// Keeps each value within its paragraph.
std::string as_one_line(std::string text) {
  std::replace_if(text.begin(), text.end(), is_white, ' ');
  const std::size_t begin = std::min(text.find_first_not_of(' '), text.size());
  return printable(text.substr(begin, text.find_last_not_of(' ') + 1 - begin));
}

mustache::data data_of(const FieldValues& values) {
  mustache::data data;
  for (const auto& [name, text] : values.texts) data.set(name, as_one_line(text));
  for (const std::string& name : values.flags) data.set(name, true);
  for (const auto& [name, items] : values.lists) {
    mustache::data list(mustache::data::type::list);
    for (const FieldValues& item : items) list.push_back(data_of(item));
    data.set(name, list);
  }
  return data;
}

/// Appends the wrapped paragraph, after a blank line unless it is the first.
void append_paragraph(std::string& text, std::string paragraph, std::size_t width) {
  std::replace_if(paragraph.begin(), paragraph.end(), is_white, ' ');
  const std::vector<std::string> lines = wrapped(printable(paragraph), width);
  if (!text.empty() && !lines.empty()) text += "\n\n";
  for (std::size_t i = 0; i < lines.size(); ++i) text += (i == 0 ? "" : "\n") + lines[i];
}

}  // namespace

std::string fill_template(const Template& from, const std::vector<Field>& fields,
                          const FieldValues& values, std::size_t width) {
  TagCheck(from, fields).check(parsed(from));
  mustache::mustache mustache(with_marks(from.text));
  mustache.set_custom_escape([](const std::string& text) { return text; });
  std::istringstream rendered(mustache.render(data_of(values)));
  std::string text;
  for (std::string paragraph; std::getline(rendered, paragraph, paragraph_mark);) {
    append_paragraph(text, paragraph, width);
  }
  return text;
}

std::string fill_html(std::string_view page, const FieldValues& values) {
  mustache::mustache mustache{std::string(page)};
  return mustache.render(data_of(values));
}

}  // namespace aliprotect
