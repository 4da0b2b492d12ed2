#include "reader/html_text.h"

#include <libxml/HTMLparser.h>

#include <algorithm>
#include <iterator>
#include <memory>

#include "core/text/scanner.h"
#include "core/text/split.h"
#include "reader/refusal.h"

namespace aliprotect {
namespace {

constexpr std::size_t most_text = std::size_t{16} * 1024 * 1024;
constexpr std::size_t most_links = 100'000;
constexpr std::size_t longest_line = 100'000;

/// Elements that do not end a line.
constexpr std::string_view inline_elements[] = {
    "a",    "abbr", "b",   "bdi",  "cite",  "code",   "em",   "font",   "i",   "img", "label",
    "mark", "nobr", "o:p", "q",    "s",     "small",  "span", "strong", "sub", "sup", "svg",
    "time", "u",    "wbr", "path", "tspan", "button", "ins",  "del",    "u"};
constexpr std::string_view unseen_elements[] = {"script",   "style", "template",
                                                "noscript", "title", "head"};
/// Elements without an end.
constexpr std::string_view void_elements[] = {"area", "base",  "br",   "col",  "embed",  "hr",
                                              "img",  "input", "link", "meta", "source", "wbr"};

struct MarkedClass {
  std::string_view name;
  TextMark mark;
};

constexpr MarkedClass marked_classes[] = {
    {"order-item-header-status-text", TextMark::status},
    {"order-item-store-name", TextMark::seller},
    {"order-item-content-info-name", TextMark::title},
    {"order-item-content-info-number", TextMark::quantity},
    {"order-item-content-opt-price-total", TextMark::total},
};

template <typename List>
bool is_among(std::string_view word, const List& list) {
  return std::find(std::begin(list), std::end(list), word) != std::end(list);
}

std::string_view view(const xmlChar* text) {
  return text ? std::string_view(reinterpret_cast<const char*>(text)) : std::string_view();
}

TextMark mark_of_classes(std::string_view classes) {
  TextMark mark = TextMark::none;
  for_each_part(classes, " ", [&](std::string_view name) {
    for (const MarkedClass& marked : marked_classes) {
      if (marked.name == name) mark = marked.mark;
    }
  });
  return mark;
}

bool is_hidden_style(std::string_view style) {
  std::string plain;
  for (const char c : style) {
    if (!is_blank(c)) plain += to_lower(c);
  }
  return plain.find("display:none") != std::string::npos;
}

struct Element {
  std::string name;
  TextMark mark = TextMark::none;  ///< its own, or inherited from an outer element
  bool is_unseen = false;
  std::string title;  ///< replaces its text
};

/// Appends text to lines, with one blank between words.
class LineWriter {
 public:
  void text(std::string_view piece, TextMark mark) {
    if (piece.find_first_not_of(" \t\r\n") != std::string_view::npos && mark != mark_) {
      end_line();
      mark_ = mark;
    }
    for (std::size_t i = 0; i < piece.size(); ++i) {
      const bool is_no_break = piece.substr(i).starts_with("\xC2\xA0");
      if (is_no_break) ++i;
      const char c = is_no_break ? ' ' : piece[i];
      if (c == ' ' || c == '\t' || c == '\n' || c == '\r') {
        wants_blank_ = !line_.empty();
        continue;
      }
      if (wants_blank_) line_ += ' ';
      wants_blank_ = false;
      line_ += c;
      if (line_.size() > longest_line && (static_cast<unsigned char>(c) & 0x80) == 0) end_line();
    }
  }

  void end_line() {
    wants_blank_ = false;
    if (line_.empty()) return;
    size_ += line_.size();
    if (size_ > most_text) throw Refusal("its text is larger than 16 MiB");
    seen_.lines.push_back({std::move(line_), mark_});
    line_.clear();
    mark_ = TextMark::none;
  }

  void link(std::string_view address) {
    if (address.size() > 8'192 || seen_.links.size() >= most_links) return;
    seen_.links.push_back({std::string(address), seen_.lines.size()});
  }

  VisibleText finish() {
    end_line();
    return std::move(seen_);
  }

 private:
  VisibleText seen_;
  std::string line_;
  TextMark mark_ = TextMark::none;
  bool wants_blank_ = false;
  std::size_t size_ = 0;
};

}  // namespace

struct HtmlText::State {
  htmlParserCtxtPtr parser = nullptr;
  LineWriter writer;
  std::vector<Element> open;
  std::string refusal;  ///< exceptions must not pass through the C library

  bool is_unseen() const { return !open.empty() && open.back().is_unseen; }
  TextMark mark() const { return open.empty() ? TextMark::none : open.back().mark; }

  void begin(std::string_view name, const xmlChar** attributes) {
    Element element{std::string(name), mark(), is_unseen(), {}};
    element.is_unseen = element.is_unseen || is_among(name, unseen_elements);
    for (const xmlChar** at = attributes; at && at[0]; at += 2)
      read(view(at[0]), view(at[1]), element);
    if (!is_among(name, inline_elements)) writer.end_line();
    if (!element.title.empty() && !element.is_unseen) {
      writer.text(element.title, element.mark);
      element.is_unseen = true;
    }
    if (!is_among(name, void_elements) && open.size() < 1'000) open.push_back(std::move(element));
  }

  void read(std::string_view name, std::string_view value, Element& element) {
    if (name == "class") {
      const TextMark mark = mark_of_classes(value);
      if (mark != TextMark::none) element.mark = mark;
    }
    if (name == "style" && is_hidden_style(value)) element.is_unseen = true;
    if (name == "href" && !element.is_unseen) writer.link(value);
    if (name == "title" && element.name == "span" && element.mark == TextMark::title)
      element.title = std::string(value);
  }

  void end(std::string_view name) {
    if (!is_among(name, inline_elements)) writer.end_line();
    const auto found = std::find_if(open.rbegin(), open.rend(),
                                    [&](const Element& element) { return element.name == name; });
    if (found != open.rend()) open.erase(std::prev(found.base()), open.end());
  }

  /// Calls `step`, and stops the parser if it is refused.
  template <typename Step>
  static void guarded(void* context, const Step& step) {
    auto* state = static_cast<State*>(context);
    if (!state->refusal.empty()) return;
    try {
      step(*state);
    } catch (const std::exception& error) {
      state->refusal = error.what();
      xmlStopParser(state->parser);
    }
  }
};

HtmlText::HtmlText() : state_(new State) {}

HtmlText::~HtmlText() {
  if (state_->parser) htmlFreeParserCtxt(state_->parser);
  delete state_;
}

void HtmlText::take(std::string_view piece, bool is_utf8) {
  if (!state_->parser) {
    xmlSAXHandler handler{};
    handler.startElement = [](void* context, const xmlChar* name, const xmlChar** attributes) {
      State::guarded(context, [&](State& state) { state.begin(view(name), attributes); });
    };
    handler.endElement = [](void* context, const xmlChar* name) {
      State::guarded(context, [&](State& state) { state.end(view(name)); });
    };
    handler.characters = [](void* context, const xmlChar* text, int size) {
      State::guarded(context, [&](State& state) {
        const std::string_view seen(reinterpret_cast<const char*>(text),
                                    static_cast<std::size_t>(size));
        if (!state.is_unseen()) state.writer.text(seen, state.mark());
      });
    };
    handler.ignorableWhitespace = handler.characters;
    state_->parser =
        htmlCreatePushParserCtxt(&handler, state_, nullptr, 0, nullptr,
                                 is_utf8 ? XML_CHAR_ENCODING_UTF8 : XML_CHAR_ENCODING_NONE);
    if (!state_->parser) throw std::bad_alloc();
    htmlCtxtUseOptions(state_->parser, HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING |
                                           HTML_PARSE_NONET | HTML_PARSE_RECOVER |
                                           (is_utf8 ? HTML_PARSE_IGNORE_ENC : 0));
  }
  constexpr std::size_t most_at_once = 64 * 1024;
  while (!piece.empty() && state_->refusal.empty()) {
    const std::string_view next = piece.substr(0, most_at_once);
    htmlParseChunk(state_->parser, next.data(), static_cast<int>(next.size()), 0);
    piece.remove_prefix(next.size());
  }
  if (!state_->refusal.empty()) throw Refusal(state_->refusal);
}

VisibleText HtmlText::finish() {
  if (state_->parser) htmlParseChunk(state_->parser, nullptr, 0, 1);
  if (!state_->refusal.empty()) throw Refusal(state_->refusal);
  return state_->writer.finish();
}

VisibleText visible_text_of_plain(std::string_view text) {
  LineWriter writer;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    const std::string_view line = text.substr(0, end);
    for (auto at = line.find("http"); at != std::string_view::npos; at = line.find("http", at + 4))
      writer.link(line.substr(at, line.find_first_of(" \t\r<>\"", at) - at));
    writer.text(line, TextMark::none);
    writer.end_line();
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return writer.finish();
}

}  // namespace aliprotect
