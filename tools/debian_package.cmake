# Adjusts the installed files to Debian's rules. cpack runs it in the folder that becomes the Debian package.
set(root ${CPACK_TEMPORARY_INSTALL_DIRECTORY}/Unspecified/usr)
set(readers_doc ${CPACK_TEMPORARY_INSTALL_DIRECTORY}/readers/usr/share/doc/aliprotect-readers)
set(doc ${root}/share/doc/aliprotect)
set(source ${CPACK_ALIPROTECT_SOURCE})

# Debian fixes each library in one place, so lintian refuses a program that contains SQLite.
if(CPACK_ALIPROTECT_STATIC)
  execute_process(COMMAND ${CMAKE_COMMAND} --build ${CPACK_ALIPROTECT_BUILD} --target aliprotect_shared
    OUTPUT_QUIET COMMAND_ERROR_IS_FATAL ANY)
  execute_process(COMMAND strip -o ${root}/bin/aliprotect ${CPACK_ALIPROTECT_BUILD}/src/aliprotect_shared
    COMMAND_ERROR_IS_FATAL ANY)
endif()

# Debian's zsh looks for completion scripts in vendor-completions.
file(MAKE_DIRECTORY ${root}/share/zsh)
file(RENAME ${root}/share/zsh/site-functions ${root}/share/zsh/vendor-completions)

file(REMOVE ${doc}/LICENSE)
file(COPY ${source}/data/debian/copyright DESTINATION ${doc} NO_SOURCE_PERMISSIONS)
file(RENAME ${doc}/CHANGELOG.md ${doc}/changelog)
string(TIMESTAMP now "%a, %d %b %Y %H:%M:%S +0000" UTC)
file(WRITE ${doc}/changelog.Debian "aliprotect (${CPACK_PACKAGE_VERSION}-${CPACK_DEBIAN_PACKAGE_RELEASE}) unstable; urgency=medium

  * See changelog.gz for the changes in this version.

 -- ${CPACK_PACKAGE_CONTACT}  ${now}
")

# The package contains templates and archives of other projects, although it shares most of their libraries.
execute_process(COMMAND ${source}/tools/third-party ${CPACK_ALIPROTECT_BUILD} OUTPUT_FILE ${doc}/THIRD-PARTY.txt
  COMMAND_ERROR_IS_FATAL ANY)

# Man pages that only include another page become symbolic links, because the pages are compressed.
file(GLOB pages ${root}/share/man/man*/*)
set(compressed ${doc}/changelog ${doc}/changelog.Debian ${doc}/THIRD-PARTY.txt)
foreach(page IN LISTS pages)
  file(READ ${page} text LIMIT 100)
  if(text MATCHES "^\\.so man[0-9]/([^\n]+)")
    file(REMOVE ${page})
    file(CREATE_LINK ${CMAKE_MATCH_1}.gz ${page}.gz SYMBOLIC)
  else()
    list(APPEND compressed ${page})
  endif()
endforeach()
file(MAKE_DIRECTORY ${readers_doc})
file(COPY ${source}/data/debian/copyright ${doc}/changelog ${doc}/changelog.Debian DESTINATION ${readers_doc}
  NO_SOURCE_PERMISSIONS)
file(READ ${readers_doc}/changelog.Debian entry)
string(REGEX REPLACE "^aliprotect " "aliprotect-readers " entry "${entry}")
file(WRITE ${readers_doc}/changelog.Debian "${entry}")
list(APPEND compressed ${readers_doc}/changelog ${readers_doc}/changelog.Debian)
execute_process(COMMAND gzip -9n ${compressed} COMMAND_ERROR_IS_FATAL ANY)
