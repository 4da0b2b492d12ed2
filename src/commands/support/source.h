#pragma once

#include <optional>
#include <string>
#include <vector>

namespace aliprotect {

/// A source of orders for `sync`, from a section `[sources.NAME]` of the config file.
struct Source {
  std::string name;
  std::optional<std::string> path;     ///< of a file, an mbox, a Maildir or another folder
  std::optional<std::string> command;  ///< instead of `path`: its output is read
  std::optional<std::string> form;     ///< `as`
  std::optional<std::string> zone, currency, rules;
  std::vector<std::string> tags;
};

}  // namespace aliprotect
