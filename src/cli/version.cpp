#include "cli/version.h"

#include "aliprotect/store.h"

namespace aliprotect::cli {

std::string version_text() {
  std::string text = "aliprotect " ALIPROTECT_VERSION "\n";
  if (*commit() != '\0') text.append("commit ").append(commit()).append("\n");
  return text + Store::engine() + "\n" ALIPROTECT_LIBRARIES "\n";
}

}  // namespace aliprotect::cli
