#pragma once

#include <istream>
#include <optional>
#include <string_view>

#include "import/merge/row.h"
#include "import/reading.h"

namespace aliprotect {

/// The forms of files that can be read; the layout of each is told by what stands in it.
enum class FileForm { csv, json, jsonl };

std::string_view to_string(FileForm form);
std::optional<FileForm> file_form_from_string(std::string_view word);

/// Reads a file of orders; without `form` its beginning tells which one it is. Calls the sink for
/// each row. Throws UserError where the file is of no known layout.
void read_orders(std::istream& in, std::optional<FileForm> form, const Reading& reading,
                 const RowSink& sink);

}  // namespace aliprotect
