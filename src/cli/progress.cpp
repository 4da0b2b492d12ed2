#include "cli/progress.h"

#include <ostream>

namespace aliprotect::cli {
namespace {

using std::chrono::milliseconds;

constexpr milliseconds first_delay{1'000};
constexpr milliseconds update_interval{200};
constexpr auto clear_line = "\r\x1b[K";

}  // namespace

void Progress::show(const std::string& how_far) {
  if (!is_wanted_) return;
  if (how_far.empty()) {
    if (is_shown_) environment_.errors.get() << clear_line << std::flush;
    is_shown_ = false;
    return;
  }
  const milliseconds now = environment_.stopwatch();
  if (!next_) next_ = now + first_delay;
  if (now < *next_) return;
  environment_.errors.get() << clear_line << how_far << std::flush;
  is_shown_ = true;
  next_ = now + update_interval;
}

}  // namespace aliprotect::cli
