# The libraries of the program. An executable with the property ALIPROTECT_STATIC contains their archives; every other
# executable shares them.

# Makes the target NAME_library from libNAME.so and libNAME.a.
function(aliprotect_find_library name)
  string(TOUPPER ${name} variable)
  find_library(${variable}_LIBRARY ${name} REQUIRED)
  find_library(${variable}_ARCHIVE lib${name}.a)
  if(ALIPROTECT_STATIC AND NOT ${variable}_ARCHIVE)
    message(FATAL_ERROR "lib${name}.a not found; install it, or link shared libraries: -D ALIPROTECT_STATIC=OFF")
  endif()
  add_library(${name}_library INTERFACE)
  target_link_libraries(${name}_library INTERFACE
    $<IF:$<BOOL:$<TARGET_PROPERTY:ALIPROTECT_STATIC>>,${${variable}_ARCHIVE},${${variable}_LIBRARY}>)
endfunction()

foreach(name csv nettle sqlite3 utf8proc)
  aliprotect_find_library(${name})
endforeach()

# Always archives: shared, Abseil's time zones are nine libraries, and every start would load them.
foreach(name absl_time absl_time_zone absl_int128)
  string(TOUPPER ${name}_LIBRARY variable)
  find_library(${variable} NAMES lib${name}.a ${name} REQUIRED)
  list(APPEND absl_time_libraries ${${variable}})
endforeach()

find_package(absl REQUIRED)
find_package(CLI11 REQUIRED)
find_package(date REQUIRED)
find_package(fmt REQUIRED)
find_package(nlohmann_json REQUIRED)
find_package(SQLiteCpp REQUIRED)
find_package(Threads REQUIRED)
find_library(ICAL_LIBRARY ical REQUIRED)
find_package(PkgConfig REQUIRED)
# Those of the reader process alone, which always shares them.
pkg_check_modules(GMIME REQUIRED IMPORTED_TARGET gmime-3.0)
pkg_check_modules(LIBPQ REQUIRED libpq)
pkg_check_modules(LIBARCHIVE REQUIRED IMPORTED_TARGET libarchive)
pkg_check_modules(LIBXML REQUIRED IMPORTED_TARGET libxml-2.0)
pkg_check_modules(SECCOMP REQUIRED IMPORTED_TARGET libseccomp)
# Both options would keep the reader's files from using the precompiled header. GMime asks for -pthread, which glibc does
# not need, and in Debian 13 for a macro that glibc defines for every C++ program.
foreach(package GMIME LIBARCHIVE LIBXML SECCOMP)
  get_target_property(options PkgConfig::${package} INTERFACE_COMPILE_OPTIONS)
  if(options)
    list(REMOVE_ITEM options -pthread -D_LARGEFILE64_SOURCE)
    set_target_properties(PkgConfig::${package} PROPERTIES INTERFACE_COMPILE_OPTIONS "${options}")
  endif()
endforeach()
find_path(MUSTACHE_INCLUDE_DIR kainjow/mustache.hpp REQUIRED)
set_target_properties(SQLiteCpp PROPERTIES INTERFACE_LINK_LIBRARIES "sqlite3_library;m;${CMAKE_DL_LIBS}")
