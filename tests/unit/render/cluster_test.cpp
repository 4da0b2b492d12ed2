#include "render/cluster.h"

#include <string>
#include <vector>

#include "render/text.h"
#include "support/catch.h"

namespace aliprotect {
namespace {

struct Row {
  const char* name;
  std::string text;
  std::vector<std::size_t> widths;  ///< widths of its clusters
};

TEST_CASE("a cluster is one visible character") {
  const Row rows[] = {
      {"nothing", "", {}},
      {"letters", "ab", {1, 1}},
      {"wide letters", "雨伞", {2, 2}},
      {"half-width kana", "ｱ", {1}},
      {"full-width letter", "Ａ", {2}},
      {"a letter and its mark", "e\u0301x", {1, 1}},
      {"two marks", "a\u0301\u0323", {1}},
      {"a Hangul syllable in parts", "\u1112\u1161\u11ab", {2}},
      {"an emoji", "🎧", {2}},
      {"a family", "👨‍👩‍👧‍👦", {2}},
      {"a family next to a letter", "👨‍👩‍👧x", {2, 1}},
      {"a skin tone", "👍🏽", {2}},
      {"a flag", "🇩🇪", {2}},
      {"two flags", "🇩🇪🇫🇷", {2, 2}},
      {"a sign made an emoji", "❤\ufe0f", {2}},
      {"a sign left text", "❤\ufe0e", {1}},
      {"a keycap", "1\ufe0f\u20e3", {2}},
      {"a letter is not an emoji", "a\ufe0f", {1}},
      {"no UTF-8", "a\xff\xfe", {1, 1, 1}},
      {"cut off", "\xE2\x82", {1, 1}},
  };
  for (const Row& row : rows) {
    INFO(row.name);
    std::vector<std::size_t> widths;
    std::string whole;
    std::size_t sum = 0;
    each_cluster(row.text, [&](const Cluster& cluster) {
      widths.push_back(cluster.width);
      whole += cluster.bytes;
      sum += cluster.width;
      return true;
    });
    CHECK(widths == row.widths);
    CHECK(whole == row.text);
    CHECK(display_width(row.text) == sum);
  }
}

TEST_CASE("the visit ends when the callback returns false") {
  int visits = 0;
  each_cluster("abc", [&](const Cluster&) { return ++visits < 2; });
  CHECK(visits == 2);
}

TEST_CASE("clipping never splits a cluster") {
  CHECK(clipped("👨‍👩‍👧‍👦 stickers", 3) == "👨‍👩‍👧‍👦…");
  CHECK(clipped("👨‍👩‍👧‍👦 stickers", 2) == "…");
  CHECK(clipped("🇩🇪🇫🇷🇮🇹", 5) == "🇩🇪🇫🇷…");
  CHECK(clipped("e\u0301e\u0301e\u0301", 2) == "e\u0301…");
}

}  // namespace
}  // namespace aliprotect
