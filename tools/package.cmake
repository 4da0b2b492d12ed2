# Builds the Debian packages of a release build with cpack: aliprotect, and aliprotect-readers with aliprotect-read,
# whose libraries the program itself does not need.
set(CPACK_GENERATOR DEB)
set(CPACK_PACKAGE_NAME aliprotect)
set(CPACK_PACKAGE_CONTACT "The aliprotect authors <aliprotect@example.org>")
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "tracker of order-protection deadlines")
set(CPACK_PACKAGE_DESCRIPTION
"aliprotect tracks the deadlines of AliExpress order protection. When an
order's protection ends without a dispute, the order closes and the money goes
to the seller. aliprotect shows which orders need attention, what to do next
and why, and sends reminders from cron or a systemd timer. It records
shipments, extensions and disputes, and drafts messages to the seller.
.
Orders are kept in one local SQLite file. They can be typed, or imported from
the exports of browser extensions and of AliExpress itself, and exported as
JSON, CSV or a calendar.")
set(CPACK_STRIP_FILES ON)
set(CPACK_INSTALL_DEFAULT_DIRECTORY_PERMISSIONS
  OWNER_READ OWNER_WRITE OWNER_EXECUTE GROUP_READ GROUP_EXECUTE WORLD_READ WORLD_EXECUTE)
set(CPACK_ALIPROTECT_SOURCE ${PROJECT_SOURCE_DIR})
set(CPACK_ALIPROTECT_BUILD ${PROJECT_BINARY_DIR})
set(CPACK_ALIPROTECT_STATIC ${ALIPROTECT_STATIC})
set(CPACK_PRE_BUILD_SCRIPTS ${PROJECT_SOURCE_DIR}/tools/debian_package.cmake)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
# An upgrade of Debian also upgrades the package: 1~deb12u1 comes before 1~deb13u1.
set(CPACK_DEBIAN_PACKAGE_RELEASE 1)
cmake_host_system_information(RESULT system QUERY DISTRIB_INFO)
if("${system_ID}" STREQUAL debian AND system_VERSION_ID)
  string(APPEND CPACK_DEBIAN_PACKAGE_RELEASE "~deb${system_VERSION_ID}u1")
endif()
set(CPACK_DEBIAN_PACKAGE_SECTION utils)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
set(CPACK_DEBIAN_PACKAGE_CONTROL_STRICT_PERMISSION ON)
set(CPACK_DEB_COMPONENT_INSTALL ON)
set(CPACK_COMPONENTS_GROUPING IGNORE)
set(CPACK_DEBIAN_UNSPECIFIED_PACKAGE_NAME aliprotect)
set(CPACK_COMPONENT_UNSPECIFIED_DESCRIPTION "${CPACK_PACKAGE_DESCRIPTION}")
set(CPACK_DEBIAN_UNSPECIFIED_PACKAGE_RECOMMENDS aliprotect-readers)
set(CPACK_DEBIAN_UNSPECIFIED_PACKAGE_SUGGESTS "bash-completion, cron, libnotify-bin, libpq5, msmtp")
set(CPACK_DEBIAN_READERS_PACKAGE_NAME aliprotect-readers)
set(CPACK_COMPONENT_READERS_DESCRIPTION
"aliprotect tracks the deadlines of AliExpress order protection. This package
lets it import mails, saved order pages, HAR files and workbooks. They are
parsed by a process of its own, which can open no file and no connection.")
set(CPACK_DEBIAN_READERS_PACKAGE_DEPENDS "aliprotect (= ${PROJECT_VERSION}-${CPACK_DEBIAN_PACKAGE_RELEASE})")

# Dependencies that the linker does not see, because the program opens them at run time: libical and the time zones.
file(REAL_PATH ${ICAL_LIBRARY} ical_file)
execute_process(COMMAND dpkg-query --search ${ical_file}
  OUTPUT_VARIABLE ical_package RESULT_VARIABLE ical_unknown ERROR_QUIET)
if(NOT ical_unknown)
  string(REGEX REPLACE ":.*" "" ical_package ${ical_package})
  set(CPACK_DEBIAN_UNSPECIFIED_PACKAGE_DEPENDS "${ical_package}, tzdata")
endif()
include(CPack)
