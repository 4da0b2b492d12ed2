#pragma once

#include <string>

namespace aliprotect {

/// Joins the lines that a command printed: `msmtp: cannot connect; msmtp: could not send mail`.
inline std::string on_one_line(const std::string& text) {
  std::string line;
  for (const char c : text) {
    if (c != '\n') {
      line += c;
    } else if (!line.ends_with("; ")) {
      line += "; ";
    }
  }
  while (line.ends_with(' ') || line.ends_with(';')) line.pop_back();
  return line;
}

}  // namespace aliprotect
