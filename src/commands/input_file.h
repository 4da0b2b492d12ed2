#pragma once

#include <fstream>
#include <string>

namespace aliprotect {

/// Opens a file that the command line names. Throws UserError where it cannot be read.
std::ifstream open_input(const std::string& file);

/// The whole of a rule set or a template, which has some hundred bytes. Throws UserError where it
/// cannot be read to its end, or is far longer; `name` says where it stands.
std::string read_short_text(std::istream& in, const std::string& name);

}  // namespace aliprotect
