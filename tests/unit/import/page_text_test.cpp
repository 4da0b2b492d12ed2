// Words of pages are compared without case, in any script.
#include "import/text/page_text.h"

#include "support/catch.h"

using namespace aliprotect;

TEST_CASE("texts that fold to the same text") {
  struct Row {
    const char* name;
    const char* text;
    const char* folded;
  };
  const Row rows[] = {
      {"nothing", "", ""},
      {"blanks alone", " \t\r\n", ""},
      {"no-break blanks alone", "\u00A0\u202F", ""},
      {"case", "Awaiting Delivery", "awaiting delivery"},
      {"runs of blanks, line breaks among them", "  To \t\r\n ship ", "to ship"},
      {"Latin with accents", "FÉVR.", "févr."},
      {"Polish", "PAŹDZIERNIK Ł", "październik ł"},
      {"Cyrillic", "АВГ. Ё", "авг. ё"},
      {"accents apart from their letters", "fe\u0301vr", "févr"},
      {"no-break and narrow blanks", "7:44\u202FAM\u00A0x\u2009y", "7:44 am x y"},
      {"full width", "￥１２，３４", "¥12,34"},
      {"soft hyphens and marks of direction", "\u200EAb\u00ADge\u200Bschlossen\u200F",
       "abgeschlossen"},
      {"bytes that are no UTF-8", "M\xE4r 3", "M\xE4r 3"},
  };
  for (const Row& row : rows) {
    INFO(row.name);
    CHECK(folded(row.text) == row.folded);
    CHECK(folded(folded(row.text)) == row.folded);
  }
}

TEST_CASE("plain signs keep the case") {
  CHECK(in_plain_signs("") == "");
  CHECK(in_plain_signs("US $1,234.56") == "US $1,234.56");
  CHECK(in_plain_signs("\u00A0１２，３４\u202F \u2009ZŁ\n") == "12,34 ZŁ");
  CHECK(in_plain_signs("￡1.00") == "£1.00");
  CHECK(in_plain_signs("\xE4 1") == "\xE4 1");
}

TEST_CASE("bare words") {
  struct Row {
    const char* name;
    const char* text;
    const char* words;
  };
  const Row rows[] = {
      {"nothing", "", ""},
      {"signs alone", " -–.’ ", ""},
      {"a code", "WAIT_SELLER_SEND_GOODS", "wait seller send goods"},
      {"typographic apostrophe", "En attente d’envoi", "en attente d envoi"},
      {"accents", "Réexpédié, Ñandú", "reexpedie nandu"},
      {"Russian yo", "Завершён", "завершен"},
      {"strokes", "WYSŁANE łódź", "wyslane lodz"},
      {"letters that are no accents stay", "æ þ", "æ þ"},
      {"digits stay", "№ 12 (3)", "no 12 3"},
      {"bytes that are no UTF-8 stay", "d\xE9j\xE0-vu", "d\xE9j\xE0 vu"},
  };
  for (const Row& row : rows) {
    INFO(row.name);
    CHECK(bare_words(row.text) == row.words);
    CHECK(bare_words(bare_words(row.text)) == row.words);
  }
}

TEST_CASE("terse words") {
  struct Row {
    const char* name;
    const char* text;
    const char* words;
  };
  const Row rows[] = {
      {"nothing", "", ""},
      {"articles within", "Estado de la orden", "estado orden"},
      {"elided", "Numero dell’ordine", "numero ordine"},
      {"several", "Status of the order", "status order"},
      {"at the end they mean something", "Ochrona do", "ochrona do"},
      {"at the beginning, too", "Do zamówienia", "do zamowienia"},
      {"alone", "de", "de"},
      {"two alone", "Of the", "of the"},
      {"three alone", "Of the of", "of of"},
      {"words that begin with one", "Delta lake description", "delta lake description"},
      {"words of another kind stay", "not in stock", "not in stock"},
  };
  for (const Row& row : rows) {
    INFO(row.name);
    CHECK(terse_words(row.text) == row.words);
    CHECK(terse_words(terse_words(row.text)) == row.words);
  }
}
