# cpack makes a Debian package of a release build.
set(CPACK_GENERATOR DEB)
set(CPACK_PACKAGE_NAME aliprotect)
set(CPACK_PACKAGE_CONTACT "The aliprotect authors <aliprotect@example.org>")
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "tracker of order-protection deadlines")
set(CPACK_PACKAGE_DESCRIPTION
"Every order on AliExpress is protected until a day that nobody reminds the
buyer of: who does nothing by then loses the money. aliprotect counts these
days, from shipment over extensions and disputes to the end, says what to do
next and why, and reminds of it from cron or by a timer.
.
Orders are kept in one local SQLite file; they can be typed, or imported from
the exports of browser extensions and of AliExpress itself, and exported as
JSON, CSV or a calendar.")
set(CPACK_STRIP_FILES ON)
set(CPACK_INSTALL_DEFAULT_DIRECTORY_PERMISSIONS
  OWNER_READ OWNER_WRITE OWNER_EXECUTE GROUP_READ GROUP_EXECUTE WORLD_READ WORLD_EXECUTE)
set(CPACK_ALIPROTECT_SOURCE ${PROJECT_SOURCE_DIR})
set(CPACK_PRE_BUILD_SCRIPTS ${PROJECT_SOURCE_DIR}/tools/debian_package.cmake)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_RELEASE 1)
set(CPACK_DEBIAN_PACKAGE_SECTION utils)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
set(CPACK_DEBIAN_PACKAGE_CONTROL_STRICT_PERMISSION ON)
set(CPACK_DEBIAN_PACKAGE_SUGGESTS "bash-completion, cron, libnotify-bin, msmtp")

# What the program opens by itself, so that no linker can tell: libical, and the zones.
file(REAL_PATH ${ICAL_LIBRARY} ical_file)
execute_process(COMMAND dpkg-query --search ${ical_file}
  OUTPUT_VARIABLE ical_package RESULT_VARIABLE ical_unknown ERROR_QUIET)
if(NOT ical_unknown)
  string(REGEX REPLACE ":.*" "" ical_package ${ical_package})
  set(CPACK_DEBIAN_PACKAGE_DEPENDS "${ical_package}, tzdata")
endif()
include(CPack)
