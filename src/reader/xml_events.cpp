#include "reader/xml_events.h"

#include <libxml/parser.h>

#include <algorithm>
#include <new>

#include "core/text/scanner.h"
#include "reader/refusal.h"

namespace aliprotect {
namespace {

std::string text_of(const xmlChar* text) {
  return text ? reinterpret_cast<const char*>(text) : std::string();
}

std::string text_between(const xmlChar* begin, const xmlChar* end) {
  return {reinterpret_cast<const char*>(begin), static_cast<std::size_t>(end - begin)};
}

/// libxml2 decodes all references in attributes except those to `&`.
std::string with_ampersands(std::string text) {
  constexpr std::string_view reference = "&#38;";
  for (auto at = text.find(reference); at != std::string::npos; at = text.find(reference, at + 1))
    text.replace(at, reference.size(), "&");
  return text;
}

constexpr int deepest = 100;

}  // namespace

struct XmlEvents::State {
  XmlHandler handler;
  xmlParserCtxtPtr parser = nullptr;
  std::string refusal;  ///< exceptions must not pass through the C library
  int depth = 0;

  template <typename Step>
  static void guarded(void* context, const Step& step) {
    auto* state = static_cast<State*>(context);
    if (!state->refusal.empty()) return;
    try {
      step(*state);
    } catch (const std::bad_alloc&) {
      state->refuse("reading it takes too much memory");
    } catch (const std::exception& error) {
      state->refuse(error.what());
    }
  }

  void refuse(const char* reason) {
    refusal = reason;
    xmlStopParser(parser);
  }

  /// libxml2 passes each attribute as five pointers: name, prefix, address, and the value's ends.
  void begin(const xmlChar* name, int count, const xmlChar** attributes) {
    if (++depth > deepest) throw Refusal("its XML is nested too deeply");
    XmlAttributes named;
    for (int i = 0; i < count; ++i) {
      const xmlChar** attribute = attributes + std::ptrdiff_t{5} * i;
      named[text_of(attribute[0])] = with_ampersands(text_between(attribute[3], attribute[4]));
    }
    handler.begin(text_of(name), named);
  }
};

std::string value_of(const XmlAttributes& attributes, std::string_view name) {
  const auto found = attributes.find(name);
  return found == attributes.end() ? std::string() : found->second;
}

std::size_t number_of(const XmlAttributes& attributes, std::string_view name,
                      std::size_t fallback) {
  const std::string text = value_of(attributes, name);
  if (text.empty() || text.size() > 9 || !std::all_of(text.begin(), text.end(), is_digit))
    return fallback;
  return std::stoul(text);
}

XmlEvents::XmlEvents(XmlHandler handler) : state_(new State{std::move(handler), nullptr, {}, 0}) {
  xmlSAXHandler sax{};
  sax.initialized = XML_SAX2_MAGIC;
  sax.startElementNs = [](void* context, const xmlChar* name, const xmlChar*, const xmlChar*, int,
                          const xmlChar**, int count, int, const xmlChar** attributes) {
    State::guarded(context, [&](State& state) { state.begin(name, count, attributes); });
  };
  sax.endElementNs = [](void* context, const xmlChar* name, const xmlChar*, const xmlChar*) {
    State::guarded(context, [&](State& state) {
      --state.depth;
      state.handler.end(text_of(name));
    });
  };
  sax.characters = [](void* context, const xmlChar* text, int size) {
    State::guarded(context,
                   [&](State& state) { state.handler.text(text_between(text, text + size)); });
  };
  sax.cdataBlock = sax.characters;
  sax.internalSubset = [](void* context, const xmlChar*, const xmlChar*, const xmlChar*) {
    State::guarded(context,
                   [&](State& state) { state.refuse("its XML declares a document type"); });
  };
  state_->parser = xmlCreatePushParserCtxt(&sax, state_, nullptr, 0, nullptr);
  if (!state_->parser) throw std::bad_alloc();
  xmlCtxtUseOptions(state_->parser, XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING);
}

XmlEvents::~XmlEvents() {
  if (state_->parser) xmlFreeParserCtxt(state_->parser);
  delete state_;
}

void XmlEvents::take(std::string_view piece) {
  const int error = xmlParseChunk(state_->parser, piece.data(), static_cast<int>(piece.size()), 0);
  if (!state_->refusal.empty()) throw Refusal(state_->refusal);
  if (error != 0) throw Refusal("it is a damaged workbook: its XML cannot be read");
}

void XmlEvents::finish() {
  const int error = xmlParseChunk(state_->parser, nullptr, 0, 1);
  if (!state_->refusal.empty()) throw Refusal(state_->refusal);
  if (error != 0) throw Refusal("it is a damaged workbook: its XML ends too early");
}

}  // namespace aliprotect
