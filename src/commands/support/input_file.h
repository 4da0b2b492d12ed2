#pragma once

#include <fstream>
#include <optional>
#include <string>

namespace aliprotect {

/// Throws UserError (usage) if the name of a file is empty; `from` says where it was given
/// (`--output`, `import`).
void refuse_empty_name(const std::string& from, const std::string& file);

/// Opens a file that the command line names. Throws UserError where it cannot be read.
std::ifstream open_input(const std::string& file);

/// Whether there is anything at `path`: a symbolic link to nowhere counts, as does what cannot be
/// reached. Only a path that is certainly free may be treated as if no file had been meant.
bool is_taken(const std::string& path);

/// The whole of a short file of the config folder; nothing if the path is free. Throws UserError if
/// there is something that cannot be read.
std::optional<std::string> read_config_file(const std::string& path);

/// The whole of a rule set or a template, which has some hundred bytes. Throws UserError where it
/// cannot be read to its end, or is far longer; `name` says where it stands.
std::string read_short_text(std::istream& in, const std::string& name);

}  // namespace aliprotect
