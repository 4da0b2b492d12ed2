#include "import/text/mail_subject.h"

#include "support/catch.h"

using namespace aliprotect;

namespace {

struct Row {
  const char* subject;
  std::optional<MailKind> kind;
  std::vector<std::string> orders;
  std::vector<std::string> tracking;
  bool is_forward = false;
};

using enum MailKind;

const Row rows[] = {
    {"Order 8190000000010001: order confirmed", confirmed, {"8190000000010001"}, {}},
    {"Order 8190000000010001: order shipped", shipped, {"8190000000010001"}, {}},
    {"Order 8190000000010001: partially shipped", partially_shipped, {"8190000000010001"}, {}},
    {"Order 8190000000010001: ready to ship", ready, {"8190000000010001"}, {}},
    {"Order 8190000000010001: collected by the carrier", collected, {"8190000000010001"}, {}},
    {"Order 8190000000010001: package in transit", on_its_way, {"8190000000010001"}, {}},
    {"Order 8190000000010001: delivered", delivered, {"8190000000010001"}, {}},
    {"Order 8190000000010001: awaiting confirmation",
     awaiting_confirmation,
     {"8190000000010001"},
     {}},
    {"Order 8190000000010001: how did it go?", completed, {"8190000000010001"}, {}},
    {"Your order 8190000000010001 is closed", closed, {"8190000000010001"}, {}},
    {"Package LP00123456789012 has been delivered", delivered, {}, {"LP00123456789012"}},
    {"Package LP00123456789012 left the departure region", on_its_way, {}, {"LP00123456789012"}},
    {"Package LP00123456789012 was returned", on_its_way, {}, {"LP00123456789012"}},
    {"Package 420537049200190333885202055737 is out for delivery",
     on_its_way,
     {},
     {"420537049200190333885202055737"}},
    {"Package 6272795223100012 is at customs", on_its_way, {}, {"6272795223100012"}},
    {"Bestellung 8190000000010001: Bestellbestätigung", confirmed, {"8190000000010001"}, {}},
    {"2 Bestellungen wurden bestätigt: 8190000000010001 & weitere",
     confirmed,
     {"8190000000010001"},
     {}},
    {"Bestellung 8190000000010001 wurde versandt", shipped, {"8190000000010001"}, {}},
    {"Bestellung 8190000000010001: teilweise versandt",
     partially_shipped,
     {"8190000000010001"},
     {}},
    {"Bestellung 8190000000010001: Wird zugestellt", collected, {"8190000000010001"}, {}},
    {"Packstück LP00123456789012 wurde zugestellt", delivered, {}, {"LP00123456789012"}},
    {"Zollabfertigung für LP00123456789012 wurde beendet", on_its_way, {}, {"LP00123456789012"}},
    {"Bestellung 8190000000010001: auf Bestätigung wird gewartet",
     awaiting_confirmation,
     {"8190000000010001"},
     {}},
    {"Bestellung 8190000000010001: Wie ist es gelaufen?", completed, {"8190000000010001"}, {}},
    {"Commande 8190000000010001 : commande expédiée", shipped, {"8190000000010001"}, {}},
    {"COMMANDE 8190000000010001 : COMMANDE CONFIRMÉE", confirmed, {"8190000000010001"}, {}},
    {"Pedido 8190000000010001: pedido enviado", shipped, {"8190000000010001"}, {}},
    {"Paquete LP00123456789012: en aduanas", on_its_way, {}, {"LP00123456789012"}},
    {"Tus 2 paquetes tienen actualizaciones", on_its_way, {}, {}},
    {"Paquete LP00123456789012 entregado", delivered, {}, {"LP00123456789012"}},
    {"Fwd: Order 8190000000010001: order shipped", shipped, {"8190000000010001"}, {}, true},
    {"WG: Bestellung 8190000000010001 wurde versandt", shipped, {"8190000000010001"}, {}, true},
    {"Tr: Commande 8190000000010001 : commande expédiée", shipped, {"8190000000010001"}, {}, true},
    {"Package LP00123456789012 has not been delivered", on_its_way, {}, {"LP00123456789012"}},
    {"Order 8190000000010001: protection is about to expire",
     std::nullopt,
     {"8190000000010001"},
     {}},
    {"", std::nullopt, {}, {}},
};

}  // namespace

TEST_CASE("mail subject: kind, orders and parcels") {
  for (const Row& row : rows) {
    INFO(row.subject);
    const MailSubject subject = read_mail_subject(row.subject);
    CHECK(subject.kind == row.kind);
    CHECK(subject.orders == row.orders);
    CHECK(subject.tracking == row.tracking);
    CHECK(subject.is_forward == row.is_forward);
  }
}
