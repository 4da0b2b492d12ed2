#pragma once

#include <fstream>
#include <string>

namespace aliprotect {

/// Opens a file that the command line names. Throws UserError where it cannot be read.
std::ifstream open_input(const std::string& file);

}  // namespace aliprotect
