#include "platform/remove_on_signal.h"

#include <unistd.h>

#include <algorithm>
#include <array>
#include <climits>
#include <csignal>

namespace aliprotect {
namespace {

constexpr int ending_signals[] = {SIGINT, SIGTERM, SIGHUP};

/// The data of the signal handler: plain memory, written only while no handler is set.
std::array<char, PATH_MAX> file{}, journal{};

extern "C" void remove_and_end(int signal_number) {
  ::unlink(file.data());
  ::unlink(journal.data());
  std::signal(signal_number, SIG_DFL);
  ::raise(signal_number);  // takes effect when the handler returns
}

void set_handlers(void (*from)(int), void (*to)(int)) {
  for (const int number : ending_signals) {
    struct sigaction action {};
    if (::sigaction(number, nullptr, &action) != 0 || action.sa_handler != from) continue;
    action.sa_handler = to;
    ::sigaction(number, &action, nullptr);
  }
}

bool fits(const std::string& path) { return !path.empty() && path.size() < file.size(); }

}  // namespace

RemoveOnSignal::RemoveOnSignal(const std::string& path) {
  const std::string journal_path = path + "-journal";
  if (file.front() != '\0' || !fits(journal_path)) return;
  is_active_ = true;
  std::copy(path.begin(), path.end(), file.begin());
  std::copy(journal_path.begin(), journal_path.end(), journal.begin());
  set_handlers(SIG_DFL, remove_and_end);
}

RemoveOnSignal::~RemoveOnSignal() {
  if (!is_active_) return;
  set_handlers(remove_and_end, SIG_DFL);
  file.fill('\0');
  journal.fill('\0');
}

}  // namespace aliprotect
