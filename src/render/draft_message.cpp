#include "render/draft_message.h"

#include <algorithm>
#include <span>

#include "core/embedded.h"
#include "render/draft_fields.h"

namespace aliprotect {

std::span<const EmbeddedFile> template_files();

std::string template_file(Draft kind) {
  std::string name(to_string(kind));
  std::replace(name.begin(), name.end(), '_', '-');
  return name + ".txt";
}

Template built_in_template(Draft kind) {
  const std::string name = template_file(kind);
  const auto files = template_files();
  const auto file = std::find_if(files.begin(), files.end(),
                                 [&](const EmbeddedFile& each) { return each.name == name; });
  return {"built-in " + name, std::string(file->text)};
}

std::string draft_message(const Template& from, const AssessedOrder& of, const Zone& zone,
                          std::size_t width) {
  return fill_template(from, draft_fields(), draft_values(of, zone), width);
}

}  // namespace aliprotect
