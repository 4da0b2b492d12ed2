// Dates with the name of the month, as pages print them in nine languages.
#include "unit/import/page_date_rows.h"

using namespace aliprotect;
using namespace aliprotect::testing;

TEST_CASE("page dates: English") {
  const PageDateRow rows[] = {
      {"month, day, year", "Feb 10, 2026", "2026-02-10T00:00:00Z"},
      {"a month without abbreviation", "May 3, 2026", "2026-05-03T00:00:00Z"},
      {"four letters", "Sept 3, 2025", "2025-09-03T00:00:00Z"},
      {"day, month, year", "10 Feb 2026", "2026-02-10T00:00:00Z"},
      {"a full stop, no comma", "Feb. 10 2026", "2026-02-10T00:00:00Z"},
      {"no blank behind the comma", "Feb 10,2026", "2026-02-10T00:00:00Z"},
      {"two digits for the day", "February 03, 2026", "2026-02-03T00:00:00Z"},
      {"small letters", "feb 10, 2026", "2026-02-10T00:00:00Z"},
      {"capitals", "10 FEBRUARY 2026", "2026-02-10T00:00:00Z"},
      {"as spreadsheets write it", "10-Feb-2026", "2026-02-10T00:00:00Z"},
      {"a day of the week", "Tuesday, February 10, 2026", "2026-02-10T00:00:00Z"},
      {"a day of the week, short", "Tue 10 Feb 2026", "2026-02-10T00:00:00Z"},
      {"an ordinal", "Mar 24th, 2026", "2026-03-24T00:00:00Z"},
      {"ordinals of 1, 2 and 3", "1st March 2026", "2026-03-01T00:00:00Z"},
      {"of 22", "22nd of March 2026", "2026-03-22T00:00:00Z"},
      {"of 13", "March 13th 2026", "2026-03-13T00:00:00Z"},
      {"on", "on Tuesday, February 10, 2026", "2026-02-10T00:00:00Z"},
      {"as scripts print it", "Tue Mar 24 2026 14:05:00 GMT+0100 (Central European Standard Time)",
       "2026-03-24T13:05:00Z"},
      {"as scripts print it elsewhere",
       "Tue Mar 24 2026 14:05:00 GMT+0100 (Mitteleuropäische Normalzeit)", "2026-03-24T13:05:00Z"},
      {"a leap day", "Feb 29, 2028", "2028-02-29T00:00:00Z"},
      {"the time first, as order pages had it", "07:44 Mar. 24 2016", "2016-03-24T07:44:00Z"},
      {"at", "February 3, 2026 at 7:04:05 PM", "2026-02-03T19:04:05Z"},
      {"a narrow blank before AM", "Feb 3, 2026, 7:04:05\u202FAM", "2026-02-03T07:04:05Z"},
      {"Canada's half days", "Feb 3, 2026, 7:04:05 p.m.", "2026-02-03T19:04:05Z"},
  };
  check_read(rows);
  const RefusedPageDate refused[] = {
      {"29 February of another year", "Feb 29, 2026", "February 2026 has 28 days"},
      {"31 June", "31 Jun 2026", "June 2026 has 30 days"},
      {"day 0", "Feb 0, 2026", "there is no day 0"},
      {"two digits for the year", "Feb 10, 26", "a year has four digits"},
      {"five", "Feb 10, 20266", "a year has four digits"},
      {"no year", "Feb 10", "write 2026-03-24"},
      {"no day", "Feb 2026", "write 2026-03-24"},
      {"three digits for the day", "Feb 010, 2026", "write 2026-03-24"},
      {"nothing between", "10Feb2026", "write 2026-03-24"},
      {"a word that is no month", "Foo 10, 2026", "write 2026-03-24"},
      {"more letters than the month has", "Febr 10, 2026", "write 2026-03-24"},
      {"another day of the week", "Mon, Feb 10, 2026", "2026-02-10 is another day of the week"},
      {"a day of the week alone", "Tuesday", "write 2026-03-24"},
      {"a word that is no day of the week", "Foo, Feb 10, 2026", "write 2026-03-24"},
      {"words before", "Paid on Feb 10, 2026", "write 2026-03-24"},
      {"words behind", "Feb 10, 2026 or so", "\"or so\" at the end"},
      {"two dates", "Feb 10, 2026 Feb 11, 2026", "\"feb 11, 2026\" at the end"},
      {"another number's ordinal", "10st Feb 2026", "write 2026-03-24"},
      {"a teen's ordinal", "11st Feb 2026", "write 2026-03-24"},
      {"an ordinal of 24", "Feb 24rd, 2026", "write 2026-03-24"},
      {"an ordinal, and no blank", "10thFeb 2026", "write 2026-03-24"},
      {"an ordinal for the year", "Feb 10, 2026th", "\"th\" at the end"},
      {"an ordinal for the month", "10/2nd/2026", "write 2026-03-24"},
      {"of, and no month", "10th of 2026", "write 2026-03-24"},
      {"a script's time without its year", "Tue Feb 10 14:05:00 GMT+0100",
       "a year has four digits"},
      {"a zone's name that has a shift", "Feb 10 2026 14:05:00 GMT+0100 (GMT+0200)", "at the end"},
      {"a zone's name without a shift", "Feb 10 2026 14:05:00 (Central European Time)",
       "at the end"},
      {"a zone's name that is open", "Feb 10 2026 14:05:00 GMT+0100 (Central", "at the end"},
      {"a zone's name that is empty", "Feb 10 2026 14:05:00 GMT+0100 ()", "at the end"},
      {"two names of a zone", "Feb 10 2026 14:05:00 GMT+0100 (CET) (MEZ)", "at the end"},
  };
  check_refused(refused);
}

TEST_CASE("page dates: German") {
  const PageDateRow rows[] = {
      {"short, no second full stop", "3. Aug 2025", "2025-08-03T00:00:00Z"},
      {"short, two full stops", "3. Aug. 2025", "2025-08-03T00:00:00Z"},
      {"no blank behind the full stop", "3.Aug 2025", "2025-08-03T00:00:00Z"},
      {"capitals with an umlaut", "3. MÄRZ 2026", "2026-03-03T00:00:00Z"},
      {"short for March", "3. Mär. 2026", "2026-03-03T00:00:00Z"},
      {"shorter", "3. Mrz 2026", "2026-03-03T00:00:00Z"},
      {"the umlaut apart from its letter", "3. Ma\u0308rz 2026", "2026-03-03T00:00:00Z"},
      {"a day of the week", "Di., 3. Feb. 2026", "2026-02-03T00:00:00Z"},
      {"um", "3. Februar 2026 um 07:04:05", "2026-02-03T07:04:05Z"},
      {"a number for the month's name", "3. 8. 2025", "2025-08-03T00:00:00Z"},
      {"Uhrzeit behind a comma", "03.02.2026, 07:04:05", "2026-02-03T07:04:05Z"},
      {"Uhr", "24. März 2026 um 14:05 Uhr", "2026-03-24T14:05:00Z"},
      {"no umlaut", "3. Marz 2026", "2026-03-03T00:00:00Z"},
      {"an umlaut in two letters", "3. Maerz 2026", "2026-03-03T00:00:00Z"},
      {"den", "Dienstag, den 3. Februar 2026", "2026-02-03T00:00:00Z"},
      {"am", "am 03.02.2026", "2026-02-03T00:00:00Z"},
  };
  check_read(rows);
  const RefusedPageDate refused[] = {
      {"31 April", "31. April 2026", "April 2026 has 30 days"},
      {"two digits for the year", "3. Aug 25", "a year has four digits"},
      {"no month", "3. 2025", "write 2026-03-24"},
      {"Uhr and no minutes", "3. Feb. 2026, 7 Uhr", "at the end"},
      {"more than Uhr", "3. Feb. 2026, 07:04 Uhrzeit", "\"uhrzeit\" at the end"},
      {"Uhr without a time", "3. Feb. 2026 Uhr", "\"uhr\" at the end"},
      {"am twice", "am am 03.02.2026", "write 2026-03-24"},
      {"am alone", "am ", "write 2026-03-24"},
      {"a word before that is none of those", "zum 03.02.2026", "write 2026-03-24"},
      {"Latin-1 bytes", "3. M\xE4rz 2026", "write 2026-03-24"},
      {"another day of the week", "Mi., 3. Feb. 2026", "another day of the week"},
      {"um, and nothing behind it", "3. Februar 2026 um", "\"um\" at the end"},
      {"a range", "3. Aug 2025 - 5. Aug 2025", "at the end"},
      {"a number for the month's name, and no year", "3. 8.", "write 2026-03-24"},
  };
  check_refused(refused);
}

TEST_CASE("page dates: French") {
  const PageDateRow rows[] = {
      {"short", "2 févr. 2026", "2026-02-02T00:00:00Z"},
      {"capital with an accent", "2 FÉVRIER 2026", "2026-02-02T00:00:00Z"},
      {"no-break blanks", "2\u00A0févr.\u00A02026", "2026-02-02T00:00:00Z"},
      {"a day of the week that is a month elsewhere", "mar. 3 févr. 2026", "2026-02-03T00:00:00Z"},
      {"à", "3 février 2026 à 07:04:05", "2026-02-03T07:04:05Z"},
      {"a comma", "3 févr. 2026, 07:04:05", "2026-02-03T07:04:05Z"},
      {"the first, in letters", "1er févr. 2026", "2026-02-01T00:00:00Z"},
      {"the first, a day of the week before", "dim. 1er févr. 2026", "2026-02-01T00:00:00Z"},
      {"hours in letters", "3 févr. 2026, 07 h 04", "2026-02-03T07:04:00Z"},
      {"hours in letters, no blanks", "3 févr. 2026 à 7h04", "2026-02-03T07:04:00Z"},
      {"all in letters", "3 févr. 2026, 07 h 04 min 05 s", "2026-02-03T07:04:05Z"},
      {"an article", "le 24 mars 2026", "2026-03-24T00:00:00Z"},
      {"an article before the day of the week", "le mardi 24 mars 2026", "2026-03-24T00:00:00Z"},
      {"no accent", "1 aout 2025", "2025-08-01T00:00:00Z"},
      {"no accent, short", "2 fevr. 2026", "2026-02-02T00:00:00Z"},
      {"three letters", "15 fév. 2026", "2026-02-15T00:00:00Z"},
  };
  check_read(rows);
  const RefusedPageDate refused[] = {
      {"the first in short, and no month", "1er 2026", "write 2026-03-24"},
      {"le, and nothing behind it", "le", "write 2026-03-24"},
      {"le and no blank", "le2 février 2026", "write 2026-03-24"},
      {"31 November", "31 nov. 2026", "November 2026 has 30 days"},
      {"the second, in letters", "2er févr. 2026", "write 2026-03-24"},
      {"the eleventh, in letters", "11er févr. 2026", "write 2026-03-24"},
      {"an hour in letters alone", "3 févr. 2026, 07 h", "at the end"},
      {"an hour that no clock shows", "3 févr. 2026, 24 h 04", "there is no hour 24"},
      {"one digit for the minute", "3 févr. 2026, 07 h 4", "at the end"},
      {"seconds without their letter", "3 févr. 2026, 07 h 04 min 05", "at the end"},
      {"two digits for the year", "2 févr. 26", "a year has four digits"},
      {"another day of the week", "mar. 4 févr. 2026", "another day of the week"},
  };
  check_refused(refused);
}

TEST_CASE("page dates: Spanish") {
  const PageDateRow rows[] = {
      {"short", "10 feb. 2026", "2026-02-10T00:00:00Z"},
      {"de", "10 de feb. de 2026", "2026-02-10T00:00:00Z"},
      {"April", "5 abr 2026", "2026-04-05T00:00:00Z"},
      {"the other September", "5 de setiembre de 2026", "2026-09-05T00:00:00Z"},
      {"Tuesday and March alike", "mar, 3 mar 2026", "2026-03-03T00:00:00Z"},
      {"a day of the week", "miércoles, 4 de febrero de 2026", "2026-02-04T00:00:00Z"},
      {"a las", "3 de febrero de 2026 a las 7:04:05", "2026-02-03T07:04:05Z"},
      {"del", "24 de marzo del 2026", "2026-03-24T00:00:00Z"},
      {"an article", "el 24 de marzo de 2026", "2026-03-24T00:00:00Z"},
      {"h", "3 de febrero de 2026 a las 14:05 h", "2026-02-03T14:05:00Z"},
      {"no accent in a day of the week", "miercoles, 4 de febrero de 2026", "2026-02-04T00:00:00Z"},
      {"half days with a blank", "3 feb 2026, 7:04:05\u00A0p.\u00A0m.", "2026-02-03T19:04:05Z"},
  };
  check_read(rows);
  const RefusedPageDate refused[] = {
      {"30 February", "30 de febrero de 2026", "February 2026 has 28 days"},
      {"de, and no year", "10 de febrero de", "write 2026-03-24"},
      {"del, and no year", "10 de febrero del", "write 2026-03-24"},
      {"h twice", "3 feb 2026 14:05 h h", "at the end"},
      {"hours of the day in another word", "3 feb 2026 14:05 horas", "at the end"},
      {"two digits for the year", "10 feb. 26", "a year has four digits"},
      {"a month alone", "febrero de 2026", "write 2026-03-24"},
      {"de in the wrong place", "de 10 feb 2026", "write 2026-03-24"},
      {"another day of the week", "mar, 4 mar 2026", "another day of the week"},
      {"a las, and no time", "3 feb 2026 a las siete", "at the end"},
      {"17 hours after noon", "3 feb 2026, 17:04 p. m.", "hours go from 1 to 12"},
  };
  check_refused(refused);
}

TEST_CASE("page dates: Portuguese") {
  const PageDateRow rows[] = {
      {"short", "10 de fev. de 2026", "2026-02-10T00:00:00Z"},
      {"no de", "10 fev 2026", "2026-02-10T00:00:00Z"},
      {"cedilla in capitals", "3 DE MARÇO DE 2026", "2026-03-03T00:00:00Z"},
      {"a day of the week with a hyphen", "terça-feira, 3 de fevereiro de 2026",
       "2026-02-03T00:00:00Z"},
      {"the first", "1º de fevereiro de 2026", "2026-02-01T00:00:00Z"},
      {"no cedilla", "3 de marco de 2026", "2026-03-03T00:00:00Z"},
      {"no cedilla in a day of the week", "terca-feira, 3 de fevereiro de 2026",
       "2026-02-03T00:00:00Z"},
      {"às", "3 de fevereiro de 2026 às 07:04:05", "2026-02-03T07:04:05Z"},
  };
  check_read(rows);
  const RefusedPageDate refused[] = {
      {"the second, as the first", "2º de fevereiro de 2026", "write 2026-03-24"},
      {"31 September", "31 de set. de 2026", "September 2026 has 30 days"},
      {"two digits for the year", "10 de fev. de 26", "a year has four digits"},
      {"another day of the week", "sexta-feira, 3 de fevereiro de 2026", "another day of the week"},
      {"half a day of the week", "terça-, 3 de fevereiro de 2026", "write 2026-03-24"},
  };
  check_refused(refused);
}

TEST_CASE("page dates: Italian") {
  const PageDateRow rows[] = {
      {"short", "3 gen 2026", "2026-01-03T00:00:00Z"},
      {"short, a full stop", "3 giu. 2026", "2026-06-03T00:00:00Z"},
      {"a day of the week that is a month, too", "mar 3 febbraio 2026", "2026-02-03T00:00:00Z"},
      {"accent in a day of the week", "MARTEDÌ 3 febbraio 2026", "2026-02-03T00:00:00Z"},
      {"alle ore", "3 febbraio 2026 alle ore 07:04:05", "2026-02-03T07:04:05Z"},
      {"ore", "24 marzo 2026 ore 14:05", "2026-03-24T14:05:00Z"},
      {"an article", "il 3 febbraio 2026", "2026-02-03T00:00:00Z"},
      {"no accent in a day of the week", "martedi 3 febbraio 2026", "2026-02-03T00:00:00Z"},
  };
  check_read(rows);
  const RefusedPageDate refused[] = {
      {"31 June", "31 giu 2026", "June 2026 has 30 days"},
      {"no such month", "3 genn 2026", "write 2026-03-24"},
      {"two digits for the year", "3 gen 26", "a year has four digits"},
      {"ore, and nothing behind it", "3 febbraio 2026 ore", "\"ore\" at the end"},
      {"alle ore, and nothing behind it", "3 febbraio 2026 alle ore", "at the end"},
  };
  check_refused(refused);
}

TEST_CASE("page dates: Dutch") {
  const PageDateRow rows[] = {
      {"short for March", "3 mrt. 2026", "2026-03-03T00:00:00Z"},
      {"no full stop", "3 mrt 2026", "2026-03-03T00:00:00Z"},
      {"May", "3 mei 2026", "2026-05-03T00:00:00Z"},
      {"a day of the week", "di 3 feb 2026", "2026-02-03T00:00:00Z"},
      {"om", "3 februari 2026 om 07:04:05", "2026-02-03T07:04:05Z"},
      {"uur", "3 februari 2026 om 14:05 uur", "2026-02-03T14:05:00Z"},
  };
  check_read(rows);
  const RefusedPageDate refused[] = {
      {"31 November", "31 nov 2026", "November 2026 has 30 days"},
      {"no such month", "3 maar 2026", "write 2026-03-24"},
      {"two digits for the year", "3 mei 26", "a year has four digits"},
      {"another day of the week", "wo 3 feb 2026", "another day of the week"},
      {"an apostrophe for the century", "3 mei '26", "write 2026-03-24"},
  };
  check_refused(refused);
}

TEST_CASE("page dates: Polish") {
  const PageDateRow rows[] = {
      {"short", "10 lut 2026", "2026-02-10T00:00:00Z"},
      {"in the genitive", "10 lutego 2026", "2026-02-10T00:00:00Z"},
      {"the word year behind", "10 lutego 2026 r.", "2026-02-10T00:00:00Z"},
      {"May", "3 maj 2026", "2026-05-03T00:00:00Z"},
      {"November, October elsewhere", "3 lis 2026", "2026-11-03T00:00:00Z"},
      {"capitals", "3 PAŹ 2026", "2026-10-03T00:00:00Z"},
      {"a day of the week", "wtorek, 3 lutego 2026 07:04:05", "2026-02-03T07:04:05Z"},
      {"numbers", "3.02.2026, 07:04:05", "2026-02-03T07:04:05Z"},
      {"numbers and the word year", "24.03.2026 r.", "2026-03-24T00:00:00Z"},
      {"the word year in full", "10 lutego 2026 roku, godz. 14:05", "2026-02-10T14:05:00Z"},
      {"no accent", "3 paz 2026", "2026-10-03T00:00:00Z"},
  };
  check_read(rows);
  const RefusedPageDate refused[] = {
      {"31 June", "31 cze 2026", "June 2026 has 30 days"},
      {"another letter", "3 pas 2026", "write 2026-03-24"},
      {"the word year's letter without its full stop", "24.03.2026 r", "\"r\" at the end"},
      {"the word year twice", "24.03.2026 r. r.", "\"r.\" at the end"},
      {"the word year behind the day", "2026-03-24 r.", "\"r.\" at the end"},
      {"two digits for the year", "10 lut 26 r.", "a year has four digits"},
      {"a word that begins as the year's", "10 lutego 2026 rok", "at the end"},
      {"another day of the week", "śr., 3 lutego 2026", "another day of the week"},
  };
  check_refused(refused);
}

TEST_CASE("page dates: Russian") {
  const PageDateRow rows[] = {
      {"short", "3 авг. 2025 г.", "2025-08-03T00:00:00Z"},
      {"shorter", "3 фев 2026", "2026-02-03T00:00:00Z"},
      {"in the genitive", "3 августа 2025", "2025-08-03T00:00:00Z"},
      {"capitals", "3 АВГУСТА 2025 Г.", "2025-08-03T00:00:00Z"},
      {"May", "3 мая 2026", "2026-05-03T00:00:00Z"},
      {"a day of the week", "вторник, 3 февраля 2026 г.", "2026-02-03T00:00:00Z"},
      {"at", "3 февраля 2026 г. в 07:04:05", "2026-02-03T07:04:05Z"},
      {"a comma behind the year", "3 февр. 2026 г., 07:04:05", "2026-02-03T07:04:05Z"},
      {"numbers and the word year", "24.03.2026 г.", "2026-03-24T00:00:00Z"},
      {"numbers, and no blank", "24.03.2026г., 14:05", "2026-03-24T14:05:00Z"},
      {"the word year in full", "24 марта 2026 года", "2026-03-24T00:00:00Z"},
  };
  check_read(rows);
  const RefusedPageDate refused[] = {
      {"31 April", "31 апр. 2026 г.", "April 2026 has 30 days"},
      {"Latin letters that look alike", "3 maя 2026", "write 2026-03-24"},
      {"two digits for the year", "3 авг. 25 г.", "a year has four digits"},
      {"another case of the word year", "3 августа 2025 годом", "at the end"},
      {"the word year behind two digits", "24.03.26 г.", "a year has four digits"},
      {"another day of the week", "пн, 3 февраля 2026 г.", "another day of the week"},
      {"cut off within a letter", "3 а\xD0", "write 2026-03-24"},
      {"words behind the year", "3 авг. 2025 г. и позже", "at the end"},
      {"no year", "3 августа", "write 2026-03-24"},
  };
  check_refused(refused);
}
