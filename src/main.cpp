#include "cli/run.h"

int main(int argc, char** argv) {
  const std::vector<std::string> arguments(argv + (argc > 0 ? 1 : 0), argv + argc);
  return static_cast<int>(aliprotect::cli::run(arguments, aliprotect::cli::process_environment()));
}
