// Where each JSON value ends in a file with several, one per line or pretty-printed.
#include "import/json/json_values.h"

#include <sstream>
#include <string>
#include <vector>

#include "support/catch.h"

using namespace aliprotect;

namespace {

/// Returns `1: text` for each value.
std::vector<std::string> values_of(const std::string& text) {
  std::istringstream in(text);
  JsonValues values(in, 1);
  std::vector<std::string> found;
  for (FileRow row; values.next(row);) found.push_back(std::to_string(row.line) + ": " + row.text);
  return found;
}

using Values = std::vector<std::string>;

}  // namespace

TEST_CASE("json values: the end of each value") {
  struct Row {
    const char* name;
    const char* text;
    Values values;
  };
  const Row rows[] = {
      {"nothing", "", {}},
      {"blank lines", " \n\t\r\n\n", {}},
      {"one a line", "{\"a\":1}\n{\"a\":2}", {"1: {\"a\":1}", "2: {\"a\":2}"}},
      {"blank lines between", "\n{}\n\n[]\n", {"2: {}", "4: []"}},
      {"over several lines", "{\n \"a\": [\n  1\n ]\n}\n", {"1: {\n \"a\": [\n  1\n ]\n}"}},
      {"several of them", "{\n}\n[\n{}\n]\n{}", {"1: {\n}", "3: [\n{}\n]", "6: {}"}},
      {"an end at a line's beginning",
       "{\"a\":\n{\"b\":1}}\n{}",
       {"1: {\"a\":\n{\"b\":1}}", "3: {}"}},
      {"CR LF", "{\r\n}\r\n{}\r\n", {"1: {\r\n}", "3: {}\r"}},
      {"brackets in texts",
       "{\"a\":\"[{\"}\n{\"a\":\"\\\"{\"}",
       {"1: {\"a\":\"[{\"}", "2: {\"a\":\"\\\"{\"}"}},
      {"a bad line", "{bad\n{}\n", {"1: {bad", "2: {}"}},
      {"a line cut off", "{\"a\":\n{\"b\":1}\n{}\n", {"1: {\"a\":", "2: {\"b\":1}", "3: {}"}},
      {"a line cut off in a text", "{\"a\":\"x\n{}\n", {"1: {\"a\":\"x", "2: {}"}},
      {"the last line cut off", "{}\n{\"a\":", {"1: {}", "2: {\"a\":"}},
      {"two cut off", "{\"a\":[\n{\"a\":[\n{}", {"1: {\"a\":[", "2: {\"a\":[", "3: {}"}},
      {"more closed than open", "{}}\n{}", {"1: {}}", "2: {}"}},
      {"words", "rubbish\nmore of it\n{}", {"1: rubbish", "2: more of it", "3: {}"}},
      {"scalars", "7\n\"x\"\nnull", {"1: 7", "2: \"x\"", "3: null"}},
      {"a broken one over several lines",
       "{\n \"a\" 1,\n \"b\": {}\n}\n{}",
       {"1: {\n \"a\" 1,\n \"b\": {}\n}", "5: {}"}},
      {"a broken one at the end", "{}\n{\n \"a\": 1,\n", {"1: {}", "2: {\n \"a\": 1,"}},
      {"one more behind it on the line", "{\n}{}\n{}", {"1: {\n}{}", "3: {}"}},
  };
  for (const Row& row : rows) {
    INFO(row.name);
    CHECK(values_of(row.text) == row.values);
  }
}

TEST_CASE("json values: lines that only open brackets are soon given up") {
  std::string text;
  for (int i = 0; i < 10'000; ++i) text += "{\"a\":[\n";
  CHECK(values_of(text).size() == 10'000);
}
