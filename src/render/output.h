#pragma once

#include <algorithm>
#include <cstddef>
#include <functional>
#include <string>
#include <string_view>
#include <utility>

namespace aliprotect {

/// Thrown when the reader has closed the pipe (`| head`), which is not an error.
struct OutputClosed {};

/// Buffers results and writes them in large pieces.
class Output {
 public:
  /// Writes the text. Throws OutputClosed, or UserError if writing fails.
  using Sink = std::function<void(std::string_view)>;

  /// Returns the replacement for a line, which has no line end.
  using Shape = std::function<std::string(std::string_view line)>;

  explicit Output(Sink sink) : sink_(std::move(sink)) {}

  /// Sets the function that replaces each line from now on; none: lines stay unchanged.
  void shape_lines(Shape shape) { shape_ = std::move(shape); }

  void write(std::string_view text) {
    buffer_ += text;
    flush_when_large();
  }
  /// Calls `append(buffer)`, for functions that append to a string.
  template <typename Append>
  void with(const Append& append) {
    append(buffer_);
    flush_when_large();
  }
  void flush() {
    const std::string text = std::exchange(buffer_, {});
    if (!text.empty()) sink_(shape_ ? shaped(text) : text);
  }

 private:
  void flush_when_large() {
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
