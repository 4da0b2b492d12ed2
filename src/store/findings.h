#pragma once

#include <functional>
#include <string>
#include <utility>
#include <vector>

#include "aliprotect/store.h"
#include "store/issues.h"

namespace aliprotect::store {

/// Collects the findings of a check.
class Findings {
 public:
  explicit Findings(std::vector<Finding>& findings) : findings_(findings) {}
  Findings(const Findings&) = delete;
  Findings& operator=(const Findings&) = delete;
  virtual ~Findings() = default;

  void note(const char* about, std::string text, Finding::State state = Finding::State::ok,
            std::string remedy = {}) {
    findings_.push_back({state, about, std::move(text), std::move(remedy)});
  }
  /// Adds the issues, or `ok` if there are none.
  void add(const char* about, const Issues& issues, const char* ok, const std::string& remedy) {
    if (issues.empty()) note(about, ok);
    add(about, issues, remedy);
  }
  void add(const char* about, const Issues& issues, const std::string& remedy,
           Finding::State state = Finding::State::bad) {
    for (const std::string& text : issues.shown()) note(about, text, state, remedy);
    if (issues.omitted() > 0)
      note(about, "and " + std::to_string(issues.omitted()) + " more", state, remedy);
  }
  /// Runs a part of the check. A driver may add a failure of it as a finding.
  virtual void guard([[maybe_unused]] const char* about, const std::function<void()>& part) {
    part();
  }

 private:
  std::vector<Finding>& findings_;
};

}  // namespace aliprotect::store
