#pragma once

#include <stdexcept>

namespace aliprotect {

/// Why a file or a part of it cannot be read: a clause such as `it is larger than 64 MiB`.
class Refusal : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

}  // namespace aliprotect
