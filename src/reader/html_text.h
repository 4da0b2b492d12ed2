#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace aliprotect {

/// The kinds of text that the order list marks with CSS classes.
enum class TextMark { none, status, seller, title, quantity, total };

struct TextLine {
  std::string text;
  TextMark mark = TextMark::none;
};

struct Link {
  std::string address;
  std::size_t line = 0;  ///< index of the line that it begins in
};

/// The visible text of a page or mail, one block per line, and the targets of its links.
struct VisibleText {
  std::vector<TextLine> lines;  ///< none is blank
  std::vector<Link> links;
};

/// Collects the visible text of HTML that is passed in pieces. Scripts, styles and hidden elements
/// are left out. Throws Refusal if the text exceeds 16 MiB.
class HtmlText {
 public:
  HtmlText();
  ~HtmlText();
  HtmlText(const HtmlText&) = delete;
  HtmlText& operator=(const HtmlText&) = delete;

  /// Takes UTF-8 if `is_utf8`; otherwise the page itself states its encoding.
  void take(std::string_view piece, bool is_utf8);
  VisibleText finish();

 private:
  struct State;
  State* state_;
};

/// Returns the lines of plain text; its links are the addresses in it.
VisibleText visible_text_of_plain(std::string_view text);

}  // namespace aliprotect
