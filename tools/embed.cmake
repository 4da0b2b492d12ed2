# Writes OUTPUT: `std::span<const EmbeddedFile> NAME()`, which returns the name and text of each of FILES.
set(rows "")
foreach(file IN LISTS FILES)
  get_filename_component(name ${file} NAME)
  file(READ ${file} text)
  string(APPEND rows "    {\"${name}\", R\"~embedded~(${text})~embedded~\"},\n")
endforeach()
file(WRITE ${OUTPUT} "#include <array>

#include \"core/embedded.h\"

namespace aliprotect {

std::span<const EmbeddedFile> ${NAME}() {
  static const auto files = std::to_array<EmbeddedFile>({
${rows}  });
  return files;
}

}  // namespace aliprotect
")
