#pragma once

#include <istream>
#include <optional>
#include <string_view>

#include "import/merge/row.h"
#include "import/reading.h"

namespace aliprotect {

/// The file formats; the layout is detected from the content.
enum class FileForm { csv, json, jsonl };

std::string_view to_string(FileForm form);
std::optional<FileForm> file_form_from_string(std::string_view word);

/// Reads a file of orders. Without `form`, the format is detected from its beginning. Calls the
/// sink for each row. Returns the format, or nothing if the file is empty. Throws UserError if the
/// layout is unknown.
std::optional<FileForm> read_orders(std::istream& in, std::optional<FileForm> form,
                                    const Reading& reading, const RowSink& sink);

}  // namespace aliprotect
