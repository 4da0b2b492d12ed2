// Lines of a file: their ends, numbers and maximum length.
#include "import/table/lines.h"

#include <sstream>
#include <vector>

#include "support/catch.h"

using namespace aliprotect;

namespace {

constexpr std::size_t block = 65'536;

std::vector<std::string> lines_of(const std::string& text) {
  std::istringstream in(text);
  Lines lines(in);
  std::vector<std::string> all;
  for (std::string line; lines.next(line);) all.push_back(line);
  return all;
}

}  // namespace

TEST_CASE("lines: their ends") {
  struct Row {
    const char* name;
    std::string text;
    std::vector<std::string> lines;
  };
  const Row rows[] = {
      {"nothing", "", {}},
      {"a mark alone", "\xEF\xBB\xBF", {}},
      {"half a mark is text", "\xEF\xBB", {"\xEF\xBB"}},
      {"line feeds", "a\nb\n", {"a\n", "b\n"}},
      {"no end of the last", "a\nb", {"a\n", "b"}},
      {"CR LF", "a\r\nb\r\n", {"a\r\n", "b\r\n"}},
      {"CR alone", "a\rb\r", {"a\r", "b\r"}},
      {"CR alone, LF within", "a\rb\nc\r", {"a\r", "b\n", "c\r"}},
      {"CR first, then CR LF", "a\rb\r\nc", {"a\r", "b\r\n", "c"}},
      {"a stray CR among LF is a letter", "a\nb\rc\n", {"a\n", "b\rc\n"}},
      {"a stray CR among CR LF is a letter", "a\r\nb\rc\r\n", {"a\r\n", "b\rc\r\n"}},
      {"CR CR LF", "a\r\r\nb\n", {"a\r", "\r\n", "b\n"}},
      {"a lone CR at the end of all", "a\r", {"a\r"}},
      {"blank lines", "\n\n", {"\n", "\n"}},
      {"mark of UTF-8", "\xEF\xBB\xBFX\n", {"X\n"}},
      {"a second mark is text", "a\n\xEF\xBB\xBFX\n", {"a\n", "\xEF\xBB\xBFX\n"}},
      {"NUL bytes", std::string("a\0b\n", 4), {std::string("a\0b\n", 4)}},
  };
  for (const Row& row : rows) {
    INFO(row.name);
    CHECK(lines_of(row.text) == row.lines);
  }
}

TEST_CASE("lines: lines across blocks of the file") {
  for (const std::size_t size : {block - 2, block - 1, block, block + 1, 3 * block}) {
    for (const char* end : {"\n", "\r\n", "\r"}) {
      INFO(size << " bytes, end of " << std::string(end).size());
      const std::string first = std::string("h") + end;
      const std::string second(size - first.size(), 'x');
      const std::string text = first + second + end + "last" + end;
      CHECK(lines_of(text) ==
            std::vector<std::string>{first, second + end, std::string("last") + end});
    }
  }
}

TEST_CASE("lines: a CR at the end of a block") {
  const std::string head = "h\r";
  const std::string filled(block - head.size() - 1, 'x');
  CHECK(lines_of(head + filled + "\r" + "\nlast") ==
        std::vector<std::string>{head, filled + "\r\n", "last"});
  CHECK(lines_of(head + filled + "\r" + "last") ==
        std::vector<std::string>{head, filled + "\r", "last"});
  CHECK(lines_of(head + filled + "\r") == std::vector<std::string>{head, filled + "\r"});
}

TEST_CASE("lines: numbers") {
  std::istringstream in("a\n\nb\n");
  Lines lines(in, 7);
  std::vector<std::size_t> numbers;
  for (std::string line; lines.next(line);) numbers.push_back(lines.number());
  CHECK(numbers == std::vector<std::size_t>{7, 8, 9});
}

TEST_CASE("lines: a line that is too long is cut, and the next one is whole") {
  std::istringstream in(std::string(Lines::longest + 10, 'x') + "\nnext\n" +
                        std::string(Lines::longest - 1, 'y') + "\n");
  Lines lines(in);
  std::string line;
  REQUIRE(lines.next(line));
  CHECK(lines.is_cut());
  CHECK(line.size() == Lines::longest);
  REQUIRE(lines.next(line));
  CHECK_FALSE(lines.is_cut());
  CHECK(line == "next\n");
  REQUIRE(lines.next(line));
  CHECK_FALSE(lines.is_cut());
  CHECK_FALSE(lines.next(line));
}

TEST_CASE("lines: text that was read ahead can still be read") {
  std::istringstream in("a\nb\n");
  Lines lines(in);
  CHECK(lines.beginning() == "a\nb\n");
  std::string line;
  REQUIRE(lines.next(line));
  CHECK(line == "a\n");
}
