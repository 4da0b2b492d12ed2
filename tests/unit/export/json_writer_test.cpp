#include "export/json_writer.h"

#include <nlohmann/json.hpp>
#include <string>

#include "support/catch.h"

namespace aliprotect {
namespace {

std::string json_of(std::string_view text) {
  std::string out;
  JsonWriter(out).value(text);
  return out;
}

TEST_CASE("texts are escaped for JSON readers and terminals") {
  struct Row {
    const char* name;
    std::string text;
    std::string json;
  };
  const Row rows[] = {
      {"plain", "USB hub", R"("USB hub")"},
      {"empty", "", R"("")"},
      {"quote and backslash", R"(1/4" \ pipe)", R"("1/4\" \\ pipe")"},
      {"lines and tabs", "a\nb\r\tc", R"("a\nb\r\tc")"},
      {"escape sequence", "\x1b[31m", R"("\u001b[31m")"},
      {"delete", "a\x7f", R"("a\u007f")"},
      {"C1 control", "a\xC2\x9Bz", R"("a\u009bz")"},
      {"no-break space stays", "a\xC2\xA0z", "\"a\xC2\xA0z\""},
      {"right-to-left override", "a\xE2\x80\xAE", R"("a\u202e")"},
      {"isolate", "\xE2\x81\xA6z", R"("\u2066z")"},
      {"left-to-right mark", "a\xE2\x80\x8E", R"("a\u200e")"},
      {"line separator", "a\xE2\x80\xA8", R"("a\u2028")"},
      {"Arabic letter mark", "a\xD8\x9Cz", R"("a\u061cz")"},
      {"Arabic stays", "\xD8\xA7", "\"\xD8\xA7\""},
      {"dash stays", "a\xE2\x80\x94z", "\"a\xE2\x80\x94z\""},
      {"CJK and emoji stay", "雨伞☂", "\"雨伞☂\""},
      {"cut off character at the end", "a\xE2\x80", "\"a\xE2\x80\""},
  };
  for (const Row& row : rows) {
    INFO(row.name);
    CHECK(json_of(row.text) == row.json);
  }
}

TEST_CASE("escaped text can be parsed back") {
  for (const std::string text : {"1/4\" \\ \n\x01\x7f", "a\xC2\x9B\xE2\x80\xAE\xE2\x81\xA9z"}) {
    CHECK(nlohmann::json::parse(json_of(text)).get<std::string>() == text);
  }
}

TEST_CASE("commas separate values, but not brackets and lines") {
  std::string out;
  JsonWriter json(out);
  json.begin_object();
  json.key("a").value(std::int64_t{-1});
  json.key("b").begin_array();
  json.value(true);
  json.null();
  json.value("x");
  json.begin_object();
  json.end_object();
  json.end_array();
  json.key("c").begin_array();
  json.end_array();
  json.end_object();
  CHECK(out == R"({"a":-1,"b":[true,null,"x",{}],"c":[]})");
}

}  // namespace
}  // namespace aliprotect
