#include "import/layout.h"

#include <sstream>
#include <string>

#include "aliprotect/error.h"
#include "import/json_files.h"

namespace aliprotect {
namespace {

void skip_byte_order_mark(std::istream& in) {
  for (const int expected : {0xEF, 0xBB, 0xBF}) {
    if (in.peek() != expected) return;
    in.get();
  }
}

/// Passes over blanks; tells how many lines they are.
std::size_t skip_blanks(std::istream& in) {
  std::size_t lines = 0;
  for (;; in.get()) {
    if (in.peek() == '\n') ++lines;
    if (in.peek() != ' ' && in.peek() != '\t' && in.peek() != '\r' && in.peek() != '\n')
      return lines;
  }
}

/// Objects one a line, or one object whose first line is its bracket alone.
void read_objects(std::istream& in, const RowSink& sink, std::size_t line) {
  std::string first;
  std::getline(in, first);
  const bool bracket_alone = first.find_first_not_of("{ \t\r") == std::string::npos;
  if (bracket_alone) {
    std::ostringstream rest;
    if (in) rest << in.rdbuf();
    std::istringstream whole(first + "\n" + rest.str());
    return read_json(whole, sink);
  }
  std::istringstream begun(first);
  read_jsonl(begun, sink, line);
  read_jsonl(in, sink, line + 1);
}

}  // namespace

std::string_view to_string(Layout layout) {
  switch (layout) {
    case Layout::json:
      return "json";
    case Layout::jsonl:
      return "jsonl";
  }
  return {};
}

std::optional<Layout> layout_from_string(std::string_view word) {
  for (const Layout layout : {Layout::json, Layout::jsonl}) {
    if (to_string(layout) == word) return layout;
  }
  return std::nullopt;
}

void read_orders(std::istream& in, std::optional<Layout> layout, const RowSink& sink) {
  skip_byte_order_mark(in);
  if (layout == Layout::jsonl) return read_jsonl(in, sink);
  if (layout == Layout::json) return read_json(in, sink);
  const std::size_t line = 1 + skip_blanks(in);
  switch (in.peek()) {
    case std::char_traits<char>::eof():
      return;
    case '[':
      return read_json(in, sink);
    case '{':
      return read_objects(in, sink, line);
    default:
      throw UserError("its layout is not known; the tracker's own JSON and JSONL can be imported");
  }
}

}  // namespace aliprotect
