#include <algorithm>
#include <sstream>
#include <string>
#include <vector>

#include "aliprotect/error.h"
#include "import/order_file.h"
#include "support/catch.h"

namespace aliprotect {
namespace {

struct Read {
  std::vector<std::string> numbers;
  std::vector<std::size_t> rejected;
  std::vector<std::string> reasons;
};

Read read(const std::string& text, std::optional<FileForm> form = std::nullopt) {
  Read found;
  Remarks remarks;
  std::istringstream in(text);
  Reading reading;
  reading.users_zone = [] { return Zone::utc(); };
  read_orders(in, form, reading,
              {[](const Framing&) {},
               [&](ImportedOrder&& order) { found.numbers.push_back(order.facts.number.text()); },
               [&](const FileRow& row, const std::string& reason) {
                 found.rejected.push_back(row.line);
                 found.reasons.push_back(reason);
               },
               remarks});
  return found;
}

const std::string first = R"({"number":"3051000000011234"})";
const std::string second = R"({"number":"3051000000021234"})";
const std::vector<std::string> both = {"3051000000011234", "3051000000021234"};

TEST_CASE("the layout is detected from the beginning of a file") {
  CHECK(read(first + "\n" + second + "\n").numbers == both);
  CHECK(read(first + "\r\n\r\n" + second).numbers == both);
  CHECK(read("[" + first + ",\n" + second + "]").numbers == both);
  CHECK(read("\xEF\xBB\xBF \n[" + first + "," + second + "]").numbers == both);
  CHECK(read("{\n  \"number\":\n\"3051000000011234\"}").numbers.size() == 1);
  CHECK(read("").numbers.empty());
  CHECK(read(" \n ").numbers.empty());
  CHECK(read("[]").numbers.empty());
  CHECK_THROWS_AS(read("colour,size\n1,2\n"), UserError);
}

std::string refusal_of(const std::string& text) {
  try {
    read(text);
  } catch (const UserError& error) {
    return error.what();
  }
  return "it was read";
}

TEST_CASE("files that are not text are refused with advice") {
  struct Row {
    const char* name;
    std::string text;
    const char* reason;
  };
  const Row rows[] = {
      {"gzip", "\x1F\x8B\x08", "unpack it with gunzip first"},
      {"bzip2", "BZh91AY&SY", "unpack it with bunzip2 first"},
      {"xz",
       std::string("\xFD"
                   "7zXZ\0\0\4",
                   8),
       "unpack it with unxz first"},
      {"zstd", "\x28\xB5\x2F\xFD\x24", "unpack it with unzstd first"},
      {"7z", "7z\xBC\xAF\x27\x1C", "it appears to be an archive"},
      {"zip", "PK\x03\x04", "it appears to be an archive"},
      {"an image", "\x89PNG\r\n\x1A\n", "it appears to be an image"},
      {"a photo", "\xFF\xD8\xFF\xE0", "it appears to be an image"},
      {"a PDF", "%PDF-1.7", "it appears to be a PDF"},
      {"a database", "SQLite format 3", "it appears to be a database"},
  };
  for (const Row& row : rows) {
    INFO(row.name);
    CHECK(refusal_of(row.text).find(row.reason) != std::string::npos);
  }
  CHECK(refusal_of("7zip,Order ID\n") == "it was read");
  CHECK(refusal_of("(Order ID)\n") == "it was read");
}

/// Returns `text` with a NUL instead of each `@`.
std::string with_nul(std::string text) {
  std::replace(text.begin(), text.end(), '@', '\0');
  return text;
}

TEST_CASE("a NUL is reported wherever it is, and never counts as the end of the file") {
  struct Row {
    const char* name;
    std::string text;
    std::size_t read;
    std::vector<std::size_t> rejected;
  };
  const std::string number = "3051000000031234";
  const Row rows[] = {
      {"behind an array", "[" + first + "]@", 1, {2}},
      {"behind an array, and more", "[" + first + "]\n@[" + second + "]", 1, {2}},
      {"between elements", "[" + first + ",@" + second + "]", 1, {2}},
      {"within an element", "[" + first + ",{\"number@\":1}]", 1, {2}},
      {"behind a line", first + "@\n" + second, 1, {1}},
      {"behind a line, and more", first + "@rubbish\n" + second, 1, {1}},
      {"between lines", first + "\n@\n" + second, 2, {2}},
      {"behind a value of several lines",
       "{\n\"number\":\"" + number + "\"\n}@\n" + second,
       1,
       {1}},
      {"at the end of lines", first + "\n" + second + "\n@", 2, {3}},
      {"in a row of a table", "number,title\n" + number + ",x@\n3051000000021234,y", 2, {}},
      {"in a list of a table", "number,tags\n" + number + ",\"[\"\"x@\"\"]\"", 1, {}},
      {"behind the last row of a table", "number,title\n" + number + ",x\n@", 1, {3}},
      {"in a number", "number,title\n305100000002@1234,x\n" + number + ",y", 1, {2}},
  };
  for (const Row& row : rows) {
    INFO(row.name);
    const Read found = read(with_nul(row.text));
    CHECK(found.numbers.size() == row.read);
    CHECK(found.rejected == row.rejected);
    for (const std::string& reason : found.reasons)
      CHECK(reason.find("a NUL") != std::string::npos);
  }
  CHECK(read(with_nul("@" + first + "\n" + second), FileForm::jsonl).rejected ==
        std::vector<std::size_t>{1});
  CHECK(read(with_nul("@[" + first + "]"), FileForm::json).reasons.size() == 1);
  for (const std::string before :
       {"@number,title", "number,tit@le,parcels", "number,title@", "My@ orders\nnumber,title"}) {
    INFO(before);
    CHECK(refusal_of(with_nul(before + "\n" + number + ",x\n")).starts_with("it has a NUL"));
  }
  CHECK(refusal_of(with_nul("@[" + first + "," + second + "]")).starts_with("it has a NUL"));
}

TEST_CASE("a bad line rejects only itself") {
  const Read found = read(first + "\nrubbish\n{\"number\":1}\n" + second + "\n");
  CHECK(found.numbers == both);
  CHECK(found.rejected == std::vector<std::size_t>{2, 3});
}

TEST_CASE("a bad first line rejects only itself") {
  for (const std::string bad : {"{bad", "{\"number\":", "{}}", "{\"a\" 1}"}) {
    INFO(bad);
    const Read found = read(bad + "\n" + first + "\n" + second + "\n");
    CHECK(found.numbers == both);
    CHECK(found.rejected == std::vector<std::size_t>{1});
  }
}

TEST_CASE("lines are counted from the first line of the file") {
  CHECK(read("\n\n{\"number\":\"bad\"}\n").rejected == std::vector<std::size_t>{3});
}

TEST_CASE("a bad element of an array rejects only itself") {
  const Read found = read("[" + first + ",7,[1],\"x\",null,{\"number\":1}," + second + "]");
  CHECK(found.numbers == both);
  CHECK(found.rejected == std::vector<std::size_t>{2, 3, 4, 5, 6});
}

TEST_CASE("a truncated array keeps its complete elements") {
  const Read found = read("[" + first + ",{\"number\":");
  CHECK(found.numbers == std::vector<std::string>{"3051000000011234"});
  CHECK(found.rejected == std::vector<std::size_t>{2});
}

std::string times(std::size_t count, const std::string& text) {
  std::string all;
  for (std::size_t i = 0; i < count; ++i) all += text;
  return all;
}

TEST_CASE("a line longer than any order rejects only itself") {
  const Read found = read(first + "\n{\"title\":\"" + times(17 << 20, "x") + "\"}\n" + second);
  CHECK(found.numbers == both);
  CHECK(found.rejected == std::vector<std::size_t>{2});
}

TEST_CASE("a value of many lines that is longer than any order is one rejected row") {
  const Read found = read(first + "\n{\"tags\":[1\n" + times(2'000'000, " ,1 ,1 ,1 ,1 ,1 ,1\n"));
  CHECK(found.numbers == std::vector<std::string>{"3051000000011234"});
  CHECK(found.rejected == std::vector<std::size_t>{2});
}

TEST_CASE("an element that is longer than any order ends the reading of its array") {
  const Read found = read("[" + first + ",\"" + times(17 << 20, "x") + "\"," + second + "]");
  CHECK(found.numbers == std::vector<std::string>{"3051000000011234"});
  CHECK(found.rejected == std::vector<std::size_t>{2});
}

TEST_CASE("a line with more values than any order rejects only itself") {
  const Read found = read(first + "\n[" + times(2'100'000, "{},") + "1]\n" + second);
  CHECK(found.numbers == both);
  CHECK(found.rejected == std::vector<std::size_t>{2});
}

TEST_CASE("a line with many small values is read in linear time") {
  const Read found =
      read("{\"number\":\"3051000000011234\",\"more\":[" + times(500'000, "{},") + "1]}\n");
  CHECK(found.numbers == std::vector<std::string>{"3051000000011234"});
}

TEST_CASE("an element with more values than any order rejects only itself") {
  const Read found = read("[" + first + ",[" + times(2'100'000, "{},") + "1]," + second + "]");
  CHECK(found.numbers == both);
  CHECK(found.rejected == std::vector<std::size_t>{2});
}

TEST_CASE("deep nesting rejects the row and does no harm") {
  const std::string deep = std::string(100'000, '[') + std::string(100'000, ']');
  const std::string order = R"({"number":"3051000000031234","x":)" + deep + "}";
  for (const std::string& text : {order + "\n" + first, "[" + order + "," + first + "]"}) {
    const Read found = read(text);
    CHECK(found.numbers == std::vector<std::string>{"3051000000011234"});
    CHECK(found.rejected == std::vector<std::size_t>{1});
  }
  CHECK(read("[" + std::string(100'000, '[') + std::string(100'000, ']') + "]").rejected.size() ==
        1);
}

}  // namespace
}  // namespace aliprotect
