#pragma once

#include <optional>
#include <string>
#include <vector>

#include "import/text/page_label.h"
#include "reader/html_text.h"

namespace aliprotect {

/// A line of a page, or a part of one between `·`.
struct PageLine {
  std::string text;
  TextMark mark = TextMark::none;
  std::optional<LabelledText> label;  ///< if data/import knows it
  bool is_status = false;
};

std::vector<PageLine> page_lines(const VisibleText& page);

/// Returns labels of dates that data/import does not know, such as `Money back after`: the words
/// before a date, or the line above one if it ends with a colon. Digits and addresses are replaced
/// by `#`.
std::vector<std::string> unknown_labels(const std::vector<PageLine>& lines);

}  // namespace aliprotect
