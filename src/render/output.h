#pragma once

#include <algorithm>
#include <cstddef>
#include <functional>
#include <string>
#include <string_view>
#include <utility>

namespace aliprotect {

/// The reader of the output has gone (`| head`): no error, but nothing more need be said.
struct OutputClosed {};

/// Where results go: text that is handed on in large pieces.
class Output {
 public:
  /// Takes the text on. Throws OutputClosed, or UserError where it cannot be written.
  using Sink = std::function<void(std::string_view)>;

  /// What is handed on in place of a line, which comes without its end.
  using Shape = std::function<std::string(std::string_view line)>;

  explicit Output(Sink sink) : sink_(std::move(sink)) {}

  /// From now on; none: lines are handed on as they are.
  void shape_lines(Shape shape) { shape_ = std::move(shape); }

  void write(std::string_view text) {
    buffer_ += text;
    hand_on_when_large();
  }
  /// For writers that append to a string: `append(buffer)` does.
  template <typename Append>
  void with(const Append& append) {
    append(buffer_);
    hand_on_when_large();
  }
  void flush() {
    const std::string text = std::exchange(buffer_, {});
    if (!text.empty()) sink_(shape_ ? shaped(text) : text);
  }

 private:
  void hand_on_when_large() {
    if (buffer_.size() < std::size_t{64} * 1024) return;
    const std::size_t whole = shape_ ? buffer_.rfind('\n') + 1 : buffer_.size();
    const std::string rest = buffer_.substr(whole);
    buffer_.resize(whole);
    flush();
    buffer_ = rest;
  }
  std::string shaped(std::string_view text) const {
    std::string shaped;
    while (!text.empty()) {
      const std::size_t end = std::min(text.find('\n'), text.size());
      shaped += shape_(text.substr(0, end));
      if (end < text.size()) shaped += '\n';
      text.remove_prefix(std::min(end + 1, text.size()));
    }
    return shaped;
  }

  Sink sink_;
  Shape shape_;
  std::string buffer_;
};

}  // namespace aliprotect
