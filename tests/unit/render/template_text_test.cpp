#include "render/template_text.h"

#include "aliprotect/error.h"
#include "support/catch.h"

namespace aliprotect {
namespace {

const std::vector<Field> fields = {{"title", FieldKind::text},
                                   {"late", FieldKind::flag},
                                   {"seller", FieldKind::text},
                                   {"parcels", FieldKind::list},
                                   {"tracking", FieldKind::text, "parcels"},
                                   {"lost", FieldKind::flag, "parcels"}};

FieldValues values() {
  FieldValues all;
  all.texts = {{"title", "USB hub"}};
  all.flags = {"late"};
  all.lists = {
      {"parcels", {{{{"tracking", "LP001"}}, {"lost"}, {}}, {{{"tracking", "LP002"}}, {}, {}}}}};
  return all;
}

std::string text(const std::string& from, const FieldValues& with = values(),
                 std::size_t width = 72) {
  return fill_template({"letter.txt", from}, fields, with, width);
}

std::string error(const std::string& from) {
  try {
    return "accepted: " + text(from);
  } catch (const UserError& refusal) {
    CHECK(refusal.code() == ExitCode::not_done);
    return refusal.what();
  }
}

TEST_CASE("a section appears if its field is present") {
  struct Row {
    const char* name;
    const char* from;
    const char* text;
  };
  const Row rows[] = {
      {"value", "The {{title}}.", "The USB hub."},
      {"value with blanks in the tag", "The {{ title }}.", "The USB hub."},
      {"value unescaped", "The {{{title}}} {{&title}}.", "The USB hub USB hub."},
      {"absent value", "From {{seller}}.", "From ."},
      {"section of a text", "It{{#title}} is {{title}}{{/title}}.", "It is USB hub."},
      {"section of an absent text", "It{{#seller}} is {{seller}}{{/seller}}.", "It."},
      {"section of a flag", "It is{{#late}} late{{/late}}.", "It is late."},
      {"inverted section", "It is{{^late}} not{{/late}} late.", "It is late."},
      {"inverted section of an absent text", "{{^seller}}Nobody.{{/seller}}", "Nobody."},
      {"list", "{{#parcels}}{{tracking}}{{#lost}} is lost{{/lost}}. {{/parcels}}",
       "LP001 is lost. LP002."},
      {"outer field within a list", "{{#parcels}}{{title}} {{/parcels}}", "USB hub USB hub"},
      {"inverted list", "{{^parcels}}None.{{/parcels}}", ""},
      {"remark", "A{{! {{title }}B", "AB"},
      {"braces that are not a tag", "{ title }} }", "{ title }} }"},
      {"nothing", "", ""},
      {"only blanks", " \n\t\r\n \n", ""},
  };
  for (const Row& row : rows) {
    INFO(row.name);
    CHECK(text(row.from) == row.text);
  }
}

TEST_CASE("only empty lines of the template separate paragraphs") {
  struct Row {
    const char* name;
    const char* from;
    const char* text;
  };
  const Row rows[] = {
      {"lines are joined", "one\ntwo\r\n\tthree  four", "one two three four"},
      {"an empty line parts", "one\n\ntwo", "one\n\ntwo"},
      {"so does one with blanks", "one\n \t\r\ntwo", "one\n\ntwo"},
      {"several part once", "\n\none\n\n\n\ntwo\n\n", "one\n\ntwo"},
      {"an absent section leaves no line", "one\n{{#seller}}x{{/seller}}\ntwo", "one two"},
      {"nor a paragraph", "one\n\n{{#seller}}x{{/seller}}\n\ntwo", "one\n\ntwo"},
      {"nor a double blank", "one {{#seller}}x{{/seller}} two", "one two"},
      {"a section over paragraphs", "one\n{{#late}}\n\ntwo\n\n{{/late}}\nthree",
       "one\n\ntwo\n\nthree"},
      {"the same, absent", "one\n{{#seller}}\n\ntwo\n\n{{/seller}}\nthree", "one three"},
      {"control characters", "one\x1b[31m", "one\\u001b[31m"},
  };
  for (const Row& row : rows) {
    INFO(row.name);
    CHECK(text(row.from) == row.text);
  }
}

TEST_CASE("lists cannot be nested") {
  const FieldValues values;
  const std::vector<Field> lists = {{"parcels", FieldKind::list}, {"disputes", FieldKind::list}};
  for (const std::string inner : {"parcels", "disputes"}) {
    const std::string text = "{{#parcels}}\n{{#" + inner + "}}x{{/" + inner + "}}{{/parcels}}";
    CHECK_THROWS_WITH(
        fill_template({"own.txt", text}, lists, values, 72),
        "own.txt:2: {{#" + inner + "}} is inside another list, {{#parcels}}; close that one first");
  }
  CHECK(fill_template({"own.txt", "{{#parcels}}{{^disputes}}x{{/disputes}}{{/parcels}}"}, lists,
                      values, 72)
            .empty());
}

TEST_CASE("sections can be nested 20 levels deep, but not more") {
  const auto nested = [](int depth) {
    std::string from = "x";
    for (int i = 0; i < depth; ++i) from = "{{^seller}}" + from + "{{/seller}}";
    return text(from);
  };
  CHECK(nested(20) == "x");
  CHECK_THROWS_AS(nested(21), UserError);
  CHECK_THROWS_AS(nested(20'000), UserError);
}

TEST_CASE("lines fit the width, except for a longer word") {
  CHECK(text("aa bb cc", values(), 5) == "aa bb\ncc");
  CHECK(text("aa bb cc", values(), 4) == "aa\nbb\ncc");
  CHECK(text("aaaaaa bb", values(), 4) == "aaaaaa\nbb");
  CHECK(text("雨伞 雨伞", values(), 8) == "雨伞\n雨伞");
  CHECK(text("雨伞 雨伞", values(), 9) == "雨伞 雨伞");
}

TEST_CASE("values are inserted literally") {
  struct Row {
    const char* name;
    std::string value;
    const char* text;
  };
  const Row rows[] = {
      {"tags", "{{seller}} {{#x}} }}", "{{seller}} {{#x}} }}."},
      {"what HTML would escape", "<b> & \"it's\"", "<b> & \"it's\"."},
      {"line breaks", "a\n\nb\r\tc", "a b c."},
      {"blanks around", "  a b\n", "a b."},
      {"blanks alone", " \n", "."},
      {"control characters", "a\x1b[31m\f", "a\\u001b[31m\\u000c."},
      {"a backslash", "a\\nb", "a\\nb."},
      {"no UTF-8", "a\xFF", "a\\xff."},
  };
  for (const Row& row : rows) {
    INFO(row.name);
    FieldValues with;
    with.texts["title"] = row.value;
    CHECK(text("{{title}}.", with) == row.text);
  }
}

TEST_CASE("an invalid tag is an error with its line, even in an omitted section") {
  struct Row {
    const char* name;
    const char* from;
    const char* says;
  };
  const Row rows[] = {
      {"unknown", "a\n{{zebra}}",
       "letter.txt:2: unknown field `zebra`; choose from title, late, seller or parcels"},
      {"misspelt", "{{titel}}", "letter.txt:1: unknown field `titel`; did you mean `title`?"},
      {"unknown section", "\r\n\r\n{{#zebra}}{{/zebra}}", "letter.txt:3: unknown field"},
      {"unknown in an absent section", "{{#seller}}\n{{titel}}\n{{/seller}}", "letter.txt:2:"},
      {"unknown in an inverted section", "{{^late}}\n{{titel}}\n{{/late}}", "letter.txt:2:"},
      {"unknown in both", "{{#seller}}{{^late}}\n{{titel}}{{/late}}{{/seller}}", "letter.txt:2:"},
      {"unknown in a list", "{{#parcels}}{{trackin}}{{/parcels}}", "did you mean `tracking`?"},
      {"empty tag", "{{}}", "unknown field ``"},
      {"dot", "{{#parcels}}{{.}}{{/parcels}}", "unknown field `.`"},
      {"path", "{{parcels.tracking}}", "unknown field `parcels.tracking`"},
      {"field of a list outside it", "{{tracking}}",
       "`tracking` can be used only inside {{#parcels}}…{{/parcels}}"},
      {"field of a list where there is none", "{{^parcels}}{{tracking}}{{/parcels}}",
       "`tracking` can be used only inside"},
      {"field of a list after it", "{{#parcels}}{{/parcels}}\n{{#lost}}{{/lost}}",
       "letter.txt:2: `lost` can be used only inside"},
      {"flag as a value", "{{late}}",
       "`late` has no text; use it as a section, {{#late}}…{{/late}}"},
      {"list as a value", "{{{parcels}}}", "`parcels` has no text"},
      {"section not closed", "a\n{{#title}}\nb",
       "letter.txt:2: unclosed section \"title\"; write a value as {{name}}"},
      {"section closed by another name", "{{#title}}{{/late}}", "unclosed section \"title\""},
      {"sections crossed", "{{#title}}{{#late}}{{/title}}{{/late}}", "unclosed section"},
      {"section not opened", "a\n\n{{/title}}", "letter.txt:3: unopened section \"title\""},
      {"tag not closed", "{{title", "letter.txt:1: unclosed tag"},
      {"tag at the end", "a\n{{", "letter.txt:2: unclosed tag"},
      {"partial", "{{> other}}", "tags with > or = are not supported"},
      {"delimiters", "{{=<% %>=}}<% titel %>", "tags with > or = are not supported"},
      {"wrong delimiters", "{{=x=}}", "invalid set delimiter tag"},
  };
  for (const Row& row : rows) {
    INFO(row.name);
    const std::string what = error(row.from);
    CAPTURE(what);
    CHECK(what.find("letter.txt:") == 0);
    CHECK(what.find(row.says) != std::string::npos);
  }
}

}  // namespace
}  // namespace aliprotect
