#pragma once

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

  explicit Output(Sink sink) : sink_(std::move(sink)) {}

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
    if (!text.empty()) sink_(text);
  }

 private:
  void hand_on_when_large() {
    if (buffer_.size() < std::size_t{64} * 1024) return;
    sink_(buffer_);
    buffer_.clear();
  }

  Sink sink_;
  std::string buffer_;
};

}  // namespace aliprotect
