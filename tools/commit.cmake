# Writes OUTPUT: `const char* commit()`, the commit of the checkout SOURCE, with `-dirty` appended if files have
# changed since; empty if unknown. In an archive made by `git archive`, tools/commit.txt names the commit. The file is
# only written if its content changes.
cmake_minimum_required(VERSION 3.25)
file(READ ${SOURCE}/tools/commit.txt archived)
if(archived MATCHES "^[0-9a-f]+\n$")
  string(SUBSTRING ${archived} 0 12 commit)
else()
  execute_process(
    COMMAND git -c safe.directory=* -C ${SOURCE} describe --always --dirty --abbrev=12 --exclude=*
    OUTPUT_VARIABLE commit OUTPUT_STRIP_TRAILING_WHITESPACE ERROR_QUIET RESULT_VARIABLE failed)
  if(failed)
    set(commit "")
  endif()
endif()
file(CONFIGURE OUTPUT ${OUTPUT} CONTENT "#include \"cli/version.h\"

namespace aliprotect::cli {

const char* commit() { return \"@commit@\"; }

}  // namespace aliprotect::cli
" @ONLY)
