#include "render/fold.h"

#include <algorithm>
#include <vector>

#include "render/cluster.h"
#include "render/text.h"

namespace aliprotect {
namespace {

/// A cluster, or an escape sequence, which has no width.
struct Sign {
  std::string_view bytes;
  std::size_t width;

  bool is_blank() const { return bytes == " "; }
};

std::size_t length_of_escape(std::string_view text) {
  if (!text.starts_with("\x1b[")) return 0;
  const std::size_t end = text.find('m');
  return end == std::string_view::npos ? 0 : end + 1;
}

std::vector<Sign> signs_of(std::string_view line) {
  std::vector<Sign> signs;
  while (!line.empty()) {
    if (const std::size_t length = length_of_escape(line)) {
      signs.push_back({line.substr(0, length), 0});
      line.remove_prefix(length);
      continue;
    }
    const std::string_view plain = line.substr(0, line.find('\x1b', 1));
    each_cluster(plain, [&](const Cluster& cluster) {
      signs.push_back({cluster.bytes, cluster.width});
      return true;
    });
    line.remove_prefix(plain.size());
  }
  return signs;
}

/// Returns the indentation of continuation lines.
std::size_t hang_of(const std::vector<Sign>& signs, std::size_t width) {
  std::size_t column = 0;
  std::size_t blanks = 0;
  std::size_t indent = 0;
  std::size_t hang = 0;
  for (const Sign& sign : signs) {
    if (sign.is_blank()) {
      ++blanks;
    } else if (sign.width > 0) {
      if (blanks == column) indent = column;
      if (blanks >= 2 && column > blanks && column <= width / 2) hang = column;
      blanks = 0;
    }
    column += sign.width;
  }
  return hang > 0 ? hang : std::min(indent + 2, width / 2);
}

class Fold {
 public:
  Fold(const std::vector<Sign>& signs, std::size_t width)
      : signs_(signs), width_(width), hang_(hang_of(signs, width)) {}

  std::string text() {
    for (std::size_t at = 0; at < signs_.size();) {
      const std::size_t end = end_of_unit(at);
      add(at, end);
      at = end;
    }
    return text_;
  }

 private:
  std::string word_from(std::size_t at) const {
    std::string word;
    for (; at < signs_.size() && !signs_[at].is_blank(); ++at) {
      if (signs_[at].width > 0) word += signs_[at].bytes;
    }
    return word;
  }
  std::size_t end_of_word(std::size_t at) const {
    while (at < signs_.size() && !signs_[at].is_blank()) ++at;
    return at;
  }
  /// Returns the end of the next unbreakable part: blanks, or a word with its unit.
  std::size_t end_of_unit(std::size_t at) const {
    if (signs_[at].is_blank()) {
      while (at < signs_.size() && signs_[at].is_blank()) ++at;
      return at;
    }
    std::size_t end = end_of_word(at);
    while (end + 1 < signs_.size() && !signs_[end + 1].is_blank() &&
           is_unit(word_from(at), word_from(end + 1))) {
      at = end + 1;
      end = end_of_word(at);
    }
    return end;
  }

  std::size_t width_of(std::size_t begin, std::size_t end) const {
    std::size_t wide = 0;
    for (std::size_t i = begin; i < end; ++i) wide += signs_[i].width;
    return wide;
  }
  /// Whether a text that does not fit beside its label begins here, and would be narrow there.
  bool is_after_long_label(std::size_t at) const {
    const std::size_t column = column_ + owed_;
    return owed_ >= 2 && column > width_ / 2 && column + width_of(at, signs_.size()) > width_;
  }

  void add(std::size_t begin, std::size_t end) {
    if (signs_[begin].is_blank()) {
      owed_ = end - begin;
      return;
    }
    const bool is_too_wide = column_ + owed_ + width_of(begin, end) > width_;
    if (column_ > 0 && !fresh_ && (is_too_wide || is_after_long_label(begin))) {
      new_line();
    } else {
      text_.append(owed_, ' ');
      column_ += owed_;
    }
    owed_ = 0;
    for (std::size_t i = begin; i < end; ++i) {
      if (column_ + signs_[i].width > width_ && !fresh_) new_line();
      text_ += signs_[i].bytes;
      column_ += signs_[i].width;
      if (signs_[i].width > 0) fresh_ = false;
    }
  }

  void new_line() {
    text_ += '\n';
    text_.append(hang_, ' ');
    column_ = hang_;
    fresh_ = true;
  }

  const std::vector<Sign>& signs_;
  std::size_t width_;
  std::size_t hang_;
  std::string text_;
  std::size_t column_ = 0;
  std::size_t owed_ = 0;  ///< blanks to print before the next word
  bool fresh_ = true;     ///< the line is empty
};

}  // namespace

std::string folded(std::string_view line, std::size_t width) {
  if (line.size() <= width) return std::string(line);
  const std::vector<Sign> signs = signs_of(line);
  std::size_t wide = 0;
  for (const Sign& sign : signs) wide += sign.width;
  return wide <= width ? std::string(line) : Fold(signs, width).text();
}

}  // namespace aliprotect
