# Makes what `cmake --install` lays down a Debian package: run by cpack in the folder that it is about to pack.
set(root ${CPACK_TEMPORARY_INSTALL_DIRECTORY}/usr)
set(doc ${root}/share/doc/aliprotect)
set(source ${CPACK_ALIPROTECT_SOURCE})

# Debian's zsh looks there, not in site-functions.
file(MAKE_DIRECTORY ${root}/share/zsh)
file(RENAME ${root}/share/zsh/site-functions ${root}/share/zsh/vendor-completions)

file(REMOVE ${doc}/LICENSE)
file(COPY ${source}/data/debian/copyright DESTINATION ${doc})
file(RENAME ${doc}/CHANGELOG.md ${doc}/changelog)
string(TIMESTAMP now "%a, %d %b %Y %H:%M:%S +0000" UTC)
file(WRITE ${doc}/changelog.Debian "aliprotect (${CPACK_PACKAGE_VERSION}-${CPACK_DEBIAN_PACKAGE_RELEASE}) unstable; urgency=medium

  * What is new in this version stands in changelog.gz.

 -- ${CPACK_PACKAGE_CONTACT}  ${now}
")

# Pages that lead to others are links to them where they are compressed.
file(GLOB pages ${root}/share/man/man*/*)
set(compressed ${doc}/changelog ${doc}/changelog.Debian)
foreach(page IN LISTS pages)
  file(READ ${page} text LIMIT 100)
  if(text MATCHES "^\\.so man[0-9]/([^\n]+)")
    file(REMOVE ${page})
    file(CREATE_LINK ${CMAKE_MATCH_1}.gz ${page}.gz SYMBOLIC)
  else()
    list(APPEND compressed ${page})
  endif()
endforeach()
execute_process(COMMAND gzip -9n ${compressed} COMMAND_ERROR_IS_FATAL ANY)
