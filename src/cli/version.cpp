#include "cli/version.h"

#include "aliprotect/store.h"

namespace aliprotect::cli {

const char* version_number() { return ALIPROTECT_VERSION; }

std::string version_text() {
  std::string text = std::string("aliprotect ") + version_number() + "\n";
  if (*commit() != '\0') text.append("commit ").append(commit()).append("\n");
  return text + Store::engine() + "\n" ALIPROTECT_LIBRARIES "\n";
}

}  // namespace aliprotect::cli
