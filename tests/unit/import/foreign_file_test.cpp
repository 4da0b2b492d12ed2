#include "import/foreign_file.h"

#include <string>

#include "support/catch.h"

using namespace aliprotect;

namespace {

struct Row {
  const char* name;
  std::string beginning;
  std::optional<ForeignForm> form;
};

const std::string mail =
    "From: a@example.org\nTo: b@example.org\nSubject: Order\nDate: Wed, 07 Oct 2026 08:00:00 "
    "+0000\n";

const Row rows[] = {
    {"a mail", mail + "\nText", ForeignForm::mail},
    {"a mail with CRLF", "From: a@b\r\nSubject: c\r\nDate: d\r\n\r\n", ForeignForm::mail},
    {"a Maildir message", "Return-Path: <a@b>\nReceived: by c;\n\tlater\n" + mail,
     ForeignForm::mail},
    {"an mbox", "From a@example.org Wed Oct  7 08:00:00 2026\n" + mail, ForeignForm::mbox},
    {"a page in one file",
     "From: <Saved by Blink>\nSnapshot-Content-Location: https://a/\nSubject: O\nDate: d\n"
     "MIME-Version: 1.0\nContent-Type: multipart/related;\n\n",
     ForeignForm::mhtml},
    {"a saved page", "<!DOCTYPE html><html>", ForeignForm::html},
    {"a part of a page", "<div class=\"order-item\">", ForeignForm::html},
    {"JSONP", " mtopjsonp2({\"api\":\"a\"})", ForeignForm::jsonp},
    {"JSONP after a comment", "/**/ mtopjsonp2({\"api\":\"a\"})", ForeignForm::jsonp},
    {"a list of parcels", "[{\"mailNo\":\"A\",\"detailList\":[{\"trackingPrimaryCode\":\"B\"}]}]",
     ForeignForm::answer},
    {"a HAR file", "{\n \"log\": {\"version\": \"1.2\", \"entries\": []}}", ForeignForm::har},
    {"a copied page",
     "Awaiting delivery\nOrder date: Sep 13, 2026\nOrder ID: 8190000000030001\nCopy\n",
     ForeignForm::text},
    {"a copied page with no-break spaces", "Order ID:\u00A08190000000030001\n", ForeignForm::text},
    {"a workbook", "PK\x03\x04 [Content_Types].xml", ForeignForm::workbook},
    {"another archive", "PK\x03\x04 readme.txt", std::nullopt},
    {"CSV", "Order ID,Order Date\n8190000000030001,\"Sep 13, 2026\"\n", std::nullopt},
    {"CSV with a colon", "Note,Order ID\nOrder ID: see right,8190000000030001\n", std::nullopt},
    {"CSV whose cell looks copied", "a,b\nOrder ID: 8190000000030001,2\n", std::nullopt},
    {"our JSON", "{\"number\": \"8190000000030001\"}", std::nullopt},
    {"a log that is no HAR", "{\"log\": [1]}", std::nullopt},
    {"a header with one field", "Subject: only\n\ntext", std::nullopt},
    {"nothing", "", std::nullopt},
};

}  // namespace

TEST_CASE("foreign file: the format is detected from the beginning") {
  for (const Row& row : rows) {
    INFO(row.name);
    CHECK(foreign_form(row.beginning) == row.form);
  }
}
