#include "import/order_file.h"

#include <string>

#include "core/text/utf8.h"
#include "import/json/json_files.h"
#include "import/table/csv_file.h"

namespace aliprotect {
namespace {

void skip_byte_order_mark(std::istream& in) {
  for (const char expected : byte_order_mark) {
    if (in.peek() != static_cast<unsigned char>(expected)) return;
    in.get();
  }
}

/// Skips blanks and returns how many lines they span.
std::size_t skip_blanks(std::istream& in) {
  std::size_t lines = 0;
  for (;; in.get()) {
    if (in.peek() == '\n') ++lines;
    if (in.peek() != ' ' && in.peek() != '\t' && in.peek() != '\r' && in.peek() != '\n')
      return lines;
  }
}

constexpr FileForm all_forms[] = {FileForm::csv, FileForm::json, FileForm::jsonl};

const Framing lines_alone{};
const Framing array_of_elements{"[\n", ",\n", "\n]\n"};

/// Returns the format of a file with this first character.
FileForm form_begun_with(int letter) {
  if (letter == '[') return FileForm::json;
  return letter == '{' ? FileForm::jsonl : FileForm::csv;
}

}  // namespace

std::string_view to_string(FileForm form) {
  switch (form) {
    case FileForm::csv:
      return "csv";
    case FileForm::json:
      return "json";
    case FileForm::jsonl:
      return "jsonl";
  }
  return {};
}

std::optional<FileForm> file_form_from_string(std::string_view word) {
  for (const FileForm form : all_forms) {
    if (to_string(form) == word) return form;
  }
  return std::nullopt;
}

std::optional<FileForm> read_orders(std::istream& in, std::optional<FileForm> form,
                                    const Reading& reading, const RowSink& sink) {
  if (form == FileForm::csv) {
    read_csv(in, reading, sink);
    return form;
  }
  skip_byte_order_mark(in);
  const std::size_t line = 1 + skip_blanks(in);
  if (in.peek() == std::char_traits<char>::eof()) return std::nullopt;
  const FileForm begun = form_begun_with(in.peek());
  const FileForm found =
      form == FileForm::json && begun == FileForm::jsonl ? begun : form.value_or(begun);
  switch (found) {
    case FileForm::csv:
      read_csv(in, reading, sink, line);
      break;
    case FileForm::json:
      sink.begin(array_of_elements);
      read_json(in, reading, sink);
      break;
    case FileForm::jsonl:
      sink.begin(lines_alone);
      read_json_values(in, reading, sink, line);
      break;
  }
  return found;
}

}  // namespace aliprotect
