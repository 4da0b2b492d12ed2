// Cells with yes or no in columns that can contain a date.
#include "import/text/yes_no.h"

#include "unit/import/one_cell.h"

using namespace aliprotect;
using aliprotect::testing::refusal_of;

namespace {

OrderPatch read(Role role, const char* cell) { return testing::read_cell(role, cell).order.facts; }

}  // namespace

TEST_CASE("yes and no") {
  for (const char* cell : {"yes", "YES", "true", "Ja", "oui", "Sí", "sim", "tak", "Да", "✓"}) {
    INFO(cell);
    CHECK(says_yes(cell));
    CHECK_FALSE(says_no(cell));
  }
  for (const char* cell : {"no", "No.", "FALSE", "not yet", "nein", "noch nicht", "non", "não",
                           "todavía no", "nee", "nie", "нет", "Ещё нет"}) {
    INFO(cell);
    CHECK(says_no(cell));
    CHECK_FALSE(says_yes(cell));
  }
  for (const char* cell : {"", " ", "-", "1", "0", "y", "n", "x", "maybe", "not", "yet", "yes no",
                           "no idea", "none", "not sent", "yesterday", "2026-03-24"}) {
    INFO(cell);
    CHECK_FALSE(says_yes(cell));
    CHECK_FALSE(says_no(cell));
  }
}

TEST_CASE("no in a date column leaves the date unknown") {
  for (const char* cell : {"no", "False", "Nein", "not yet", "нет"}) {
    INFO(cell);
    CHECK(read(Role::shipped, cell).parcels.empty());
    CHECK(read(Role::delivered, cell).parcels.empty());
    CHECK_FALSE(read(Role::confirmed, cell).confirmed_at);
    CHECK_FALSE(read(Role::cancelled, cell).cancelled_at);
  }
  CHECK(read(Role::shipped, "2026-03-24").parcels.size() == 1);
}

TEST_CASE("yes is not a date, and no is not one in columns without events") {
  const std::string whether =
      " as a date: it does not say when; write the date, or leave the cell empty";
  CHECK(refusal_of(Role::shipped, "yes") == "cannot read \"yes\"" + whether);
  CHECK(refusal_of(Role::delivered, "Ja") == "cannot read \"Ja\"" + whether);
  CHECK(refusal_of(Role::cancelled, "TRUE") == "cannot read \"TRUE\"" + whether);
  for (const Role role : {Role::ordered, Role::deadline, Role::closes, Role::ship_by})
    CHECK(refusal_of(role, "no").find("write 2026-03-24") != std::string::npos);
  for (const char* cell : {"maybe", "soon", "no idea", "not", "1"}) {
    INFO(cell);
    CHECK(refusal_of(Role::shipped, cell).find("write 2026-03-24") != std::string::npos);
  }
}
