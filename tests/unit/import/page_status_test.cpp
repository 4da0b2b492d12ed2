// The words and codes for the status of an order on pages, in nine languages.
#include "import/text/page_status.h"

#include <map>
#include <set>

#include "import/text/page_text.h"
#include "support/catch.h"

using namespace aliprotect;

namespace {

struct Row {
  const char* text;
  PageStatus status;
};

template <std::size_t size>
void check_known(const Row (&rows)[size]) {
  for (const Row& row : rows) {
    INFO(row.text);
    CHECK(page_status(row.text) == row.status);
  }
}

template <std::size_t size>
void check_unknown(const char* const (&texts)[size]) {
  for (const char* text : texts) {
    INFO(text);
    CHECK_FALSE(page_status(text).has_value());
  }
}

}  // namespace

TEST_CASE("page status: no spelling has two meanings") {
  std::map<std::string, std::set<PageStatus>> meanings;
  std::set<PageStatus> statuses;
  for (const auto& [words, status, line] : status_spellings()) {
    INFO(words);
    CHECK_FALSE(words.empty());
    CHECK(terse_words(words) == words);
    meanings[words].insert(status);
    CHECK(meanings[words].size() == 1);
    statuses.insert(status);
  }
  CHECK(statuses.size() == static_cast<std::size_t>(PageStatus::closed) + 1);
}

TEST_CASE("page status: codes") {
  const Row rows[] = {
      {"PLACE_ORDER_SUCCESS", PageStatus::awaiting_payment},
      {"WAIT_SELLER_EXAMINE_MONEY", PageStatus::awaiting_payment},
      {"RISK_CONTROL", PageStatus::awaiting_shipment},
      {"WAIT_SELLER_SEND_GOODS", PageStatus::awaiting_shipment},
      {"IN_CANCEL", PageStatus::awaiting_shipment},
      {"SELLER_PART_SEND_GOODS", PageStatus::partially_shipped},
      {"SELLER_SEND_PART_GOODS", PageStatus::partially_shipped},
      {"SELLER_SEND_GOODS", PageStatus::shipped},
      {"WAIT_BUYER_ACCEPT_GOODS", PageStatus::shipped},
      {"wait_buyer_accept_goods", PageStatus::shipped},
      {"BUYER_ACCEPT_GOODS", PageStatus::completed},
      {"IN_ISSUE", PageStatus::in_dispute},
      {"IN_FROZEN", PageStatus::unclear},
      {"FUND_PROCESSING", PageStatus::closed},
      {"FINISH", PageStatus::closed},
      {"ARCHIVE", PageStatus::closed},
  };
  check_known(rows);
  check_unknown({"", " ", "-", "UNKNOWN", "WAIT_SELLER_SEND", "WAITSELLERSENDGOODS", "NO_ISSUE",
                 "END_ISSUE", "NO_FROZEN", "PAY_SUCCESS", "NO_LOGISTICS", "SEND_GOODS", "ISSUE",
                 "FINISH_FINISH", "buyer_accept_goods_timeout", "1"});
}

TEST_CASE("page status: English") {
  const Row rows[] = {
      {"Awaiting payment", PageStatus::awaiting_payment},
      {"To pay", PageStatus::awaiting_payment},
      {"Awaiting shipment", PageStatus::awaiting_shipment},
      {"To ship", PageStatus::awaiting_shipment},
      {"Payment being verified", PageStatus::awaiting_shipment},
      {"Awaiting Cancellation", PageStatus::awaiting_shipment},
      {"Partially shipped", PageStatus::partially_shipped},
      {"Partial Shipment", PageStatus::partially_shipped},
      {"Awaiting delivery", PageStatus::shipped},
      {"  AWAITING\u00A0\n DELIVERY. ", PageStatus::shipped},
      {"Shipped", PageStatus::shipped},
      {"In transit", PageStatus::shipped},
      {"Ready for pickup", PageStatus::ready_for_pickup},
      {"Awaiting pick-up", PageStatus::ready_for_pickup},
      {"Delivered", PageStatus::delivered},
      {"Completed", PageStatus::completed},
      {"Order completed", PageStatus::completed},
      {"Finished", PageStatus::closed},
      {"To review", PageStatus::completed},
      {"Awaiting feedback", PageStatus::completed},
      {"Canceled", PageStatus::cancelled},
      {"Cancelled", PageStatus::cancelled},
      {"In dispute", PageStatus::in_dispute},
      {"Dispute Orders", PageStatus::in_dispute},
      {"Refunded", PageStatus::refunded},
      {"Frozen Orders", PageStatus::unclear},
      {"Closed", PageStatus::closed},
      {"Processed", PageStatus::shipped},
  };
  check_known(rows);
  check_unknown({"Awaiting", "delivery", "Awaiting deliveries", "Awaiting delivery 3",
                 "Not shipped", "Not completed", "Shipped?no", "Undelivered", "Incomplete",
                 "Refund", "Cancel", "Awaitingdelivery", "Completed Completed", "Returned", "Order",
                 "status"});
}

TEST_CASE("page status: German") {
  const Row rows[] = {
      {"Warten auf Zahlung", PageStatus::awaiting_payment},
      {"Warten auf Versand", PageStatus::awaiting_shipment},
      {"Teilweise versandt", PageStatus::partially_shipped},
      {"Warten auf Lieferung", PageStatus::shipped},
      {"VERSENDET", PageStatus::shipped},
      {"Warten auf Bestätigung", PageStatus::shipped},
      {"Abholbereit", PageStatus::ready_for_pickup},
      {"Zugestellt", PageStatus::delivered},
      {"Abgeschlossen", PageStatus::completed},
      {"Storniert", PageStatus::cancelled},
      {"Im Streitfall", PageStatus::in_dispute},
      {"Rückerstattet", PageStatus::refunded},
      {"Eingefroren", PageStatus::unclear},
      {"Bearbeitet", PageStatus::shipped},
      {"Geschlossen", PageStatus::closed},
  };
  check_known(rows);
  check_unknown({"Warten", "Versand", "Nicht versandt", "Nicht abgeschlossen", "Rueckerstattet",
                 "Warten auf", "Bestellung", "Abschließen", "Stornieren", "Lieferung",
                 "R\xFC"
                 "ckerstattet",
                 "Erstattung", "Bestätigung", "Versand verzögert"});
}

TEST_CASE("page status: French") {
  const Row rows[] = {
      {"En attente de paiement", PageStatus::awaiting_payment},
      {"En attente d'expédition", PageStatus::awaiting_shipment},
      {"En attente d’expédition", PageStatus::awaiting_shipment},
      {"Partiellement expédiée", PageStatus::partially_shipped},
      {"En attente de livraison", PageStatus::shipped},
      {"Expédié", PageStatus::shipped},
      {"EXPÉDIÉE", PageStatus::shipped},
      {"En attente de récupération", PageStatus::ready_for_pickup},
      {"Livrée", PageStatus::delivered},
      {"Terminee", PageStatus::completed},
      {"Annulée", PageStatus::cancelled},
      {"Litige en cours", PageStatus::in_dispute},
      {"Remboursé", PageStatus::refunded},
      {"Gelée", PageStatus::unclear},
      {"Traitée", PageStatus::shipped},
      {"Fermé", PageStatus::closed},
  };
  check_known(rows);
  check_unknown({"En attente", "Expédition", "Livraison", "Non expédié", "Non terminé", "Annuler",
                 "Commande", "Paiement", "Rembourser", "En attente d'expéditions", "Attente",
                 "Terminer", "En cours", "Pas livré", "Fermer", "Livraison", "Remboursement",
                 "Non remboursée"});
}

TEST_CASE("page status: Spanish") {
  const Row rows[] = {
      {"Pendiente de pago", PageStatus::awaiting_payment},
      {"Pendiente de envío", PageStatus::awaiting_shipment},
      {"PENDIENTE DE ENVÍO", PageStatus::awaiting_shipment},
      {"Enviado parcialmente", PageStatus::partially_shipped},
      {"Pendiente de entrega", PageStatus::shipped},
      {"En tránsito", PageStatus::shipped},
      {"Listo para recoger", PageStatus::ready_for_pickup},
      {"Entregado", PageStatus::delivered},
      {"Completado", PageStatus::completed},
      {"Finalizado", PageStatus::completed},
      {"Cancelado", PageStatus::cancelled},
      {"En disputa", PageStatus::in_dispute},
      {"Reembolsado", PageStatus::refunded},
      {"Congelado", PageStatus::unclear},
      {"Procesado", PageStatus::shipped},
      {"Cerrado", PageStatus::closed},
  };
  check_known(rows);
  check_unknown({"Pendiente", "Envío", "No enviado", "No entregado", "Cancelar", "Pedido",
                 "Entrega", "Pago", "Reembolso", "Pendiente de", "Sin enviar", "Disputar",
                 "Recogida", "Devolución", "Completar", "Parcial"});
}

TEST_CASE("page status: Portuguese") {
  const Row rows[] = {
      {"Aguardando pagamento", PageStatus::awaiting_payment},
      {"Aguardando envio", PageStatus::awaiting_shipment},
      {"Esperando envio", PageStatus::awaiting_shipment},
      {"Parcialmente enviado", PageStatus::partially_shipped},
      {"Aguardando entrega", PageStatus::shipped},
      {"Em trânsito", PageStatus::shipped},
      {"Pronto para retirada", PageStatus::ready_for_pickup},
      {"Entregue", PageStatus::delivered},
      {"Concluído", PageStatus::completed},
      {"Cancelado", PageStatus::cancelled},
      {"Disputa em andamento", PageStatus::in_dispute},
      {"Reembolsado", PageStatus::refunded},
      {"Congelado", PageStatus::unclear},
      {"Processado", PageStatus::shipped},
      {"Pedido encerrado", PageStatus::closed},
  };
  check_known(rows);
  check_unknown({"Aguardando", "Envio", "Não enviado", "Não concluído", "Entrega", "Cancelar",
                 "Pagamento", "Reembolso", "Retirada", "Aguardando envios", "Concluir", "Pedido",
                 "Não entregue", "Devolvido", "Avaliar"});
}

TEST_CASE("page status: Italian") {
  const Row rows[] = {
      {"In attesa di pagamento", PageStatus::awaiting_payment},
      {"In attesa di spedizione", PageStatus::awaiting_shipment},
      {"Parzialmente spedito", PageStatus::partially_shipped},
      {"In attesa di consegna", PageStatus::shipped},
      {"Spediti", PageStatus::shipped},
      {"Pronto per il ritiro", PageStatus::ready_for_pickup},
      {"Consegnato", PageStatus::delivered},
      {"Completato", PageStatus::completed},
      {"In attesa di valutazione", PageStatus::completed},
      {"Annullato", PageStatus::cancelled},
      {"Ordini contestati", PageStatus::in_dispute},
      {"Rimborsato", PageStatus::refunded},
      {"Congelato", PageStatus::unclear},
      {"Elaborato", PageStatus::shipped},
      {"Chiuso", PageStatus::closed},
  };
  check_known(rows);
  check_unknown({"In attesa", "Spedizione", "Non spedito", "Non completato", "Consegna", "Annulla",
                 "Pagamento", "Rimborso", "Ritiro", "Ordine", "Da fare", "Reso", "Contestazione",
                 "Valutazione"});
}

TEST_CASE("page status: Dutch") {
  const Row rows[] = {
      {"Wachten op betaling", PageStatus::awaiting_payment},
      {"In afwachting van verzending", PageStatus::awaiting_shipment},
      {"Gedeeltelijk verzonden", PageStatus::partially_shipped},
      {"Wacht op levering", PageStatus::shipped},
      {"Verzonden", PageStatus::shipped},
      {"Klaar om op te halen", PageStatus::ready_for_pickup},
      {"Bezorgd", PageStatus::delivered},
      {"Voltooid", PageStatus::completed},
      {"Geannuleerd", PageStatus::cancelled},
      {"In geschil", PageStatus::in_dispute},
      {"Terugbetaald", PageStatus::refunded},
      {"Bevroren", PageStatus::unclear},
      {"Verwerkt", PageStatus::shipped},
      {"Gesloten", PageStatus::closed},
  };
  check_known(rows);
  check_unknown({"Wachten", "Verzending", "Niet verzonden", "Niet voltooid", "Levering",
                 "Annuleren", "Betaling", "Terugbetaling", "Bestelling", "Geschillen", "Te doen",
                 "Retour", "Ophalen"});
}

TEST_CASE("page status: Polish") {
  const Row rows[] = {
      {"Oczekuje na płatność", PageStatus::awaiting_payment},
      {"Oczekuje na wysyłkę", PageStatus::awaiting_shipment},
      {"Częściowo wysłane", PageStatus::partially_shipped},
      {"Oczekuje na dostawę", PageStatus::shipped},
      {"WYSŁANE", PageStatus::shipped},
      {"Gotowe do odbioru", PageStatus::ready_for_pickup},
      {"Dostarczone", PageStatus::delivered},
      {"Zakończone", PageStatus::completed},
      {"Anulowane", PageStatus::cancelled},
      {"Spór otwarty", PageStatus::in_dispute},
      {"Zwrócono środki", PageStatus::refunded},
      {"Zamrożone", PageStatus::unclear},
      {"Przetworzone", PageStatus::shipped},
      {"Zamknięte", PageStatus::closed},
  };
  check_known(rows);
  check_unknown({"Oczekuje", "Wysyłka", "Niewysłane", "Nie zakończone", "Dostawa", "Anuluj",
                 "Płatność", "Zwrot", "Zamówienie", "Do odbioru", "Odbiór", "Sporne", "Nie wysłana",
                 "Wysłana paczka", "Zakończ", "Zakończenie"});
}

TEST_CASE("page status: Russian") {
  const Row rows[] = {
      {"Ожидается оплата", PageStatus::awaiting_payment},
      {"Ожидается отправка", PageStatus::awaiting_shipment},
      {"Проверка платежа", PageStatus::awaiting_shipment},
      {"Частичная отправка", PageStatus::partially_shipped},
      {"Ожидается подтверждение", PageStatus::shipped},
      {"В ПУТИ", PageStatus::shipped},
      {"Готов к выдаче", PageStatus::ready_for_pickup},
      {"Доставлен", PageStatus::delivered},
      {"Завершён", PageStatus::completed},
      {"Завершен", PageStatus::completed},
      {"Отменён", PageStatus::cancelled},
      {"Отменен", PageStatus::cancelled},
      {"Спор открыт", PageStatus::in_dispute},
      {"Деньги возвращены", PageStatus::refunded},
      {"Заказ заморожен", PageStatus::unclear},
      {"Обработан", PageStatus::shipped},
      {"Закрыт", PageStatus::closed},
  };
  check_known(rows);
  check_unknown({"Ожидается", "Отправка", "Не отправлен", "Не завершён", "Доставка", "Отменить",
                 "Оплата", "Возврат", "Заказ", "Ожидает получения", "Споров нет", "Завершить",
                 "Ожидание", "Получить", "Готов", "Выдача"});
}

TEST_CASE("page status: gender, number, articles and accents do not matter") {
  const Row rows[] = {
      {"Completada", PageStatus::completed},
      {"Finalizada", PageStatus::completed},
      {"Cancelada", PageStatus::cancelled},
      {"Enviada", PageStatus::shipped},
      {"Enviados", PageStatus::shipped},
      {"Entregada", PageStatus::delivered},
      {"Entregadas", PageStatus::delivered},
      {"Concluída", PageStatus::completed},
      {"Completata", PageStatus::completed},
      {"Annullata", PageStatus::cancelled},
      {"Spedita", PageStatus::shipped},
      {"Spedite", PageStatus::shipped},
      {"Consegnata", PageStatus::delivered},
      {"Chiusa", PageStatus::closed},
      {"Zakończona", PageStatus::completed},
      {"Anulowana", PageStatus::cancelled},
      {"Wyslane", PageStatus::shipped},
      {"Zamknięta", PageStatus::closed},
      {"Завершена", PageStatus::completed},
      {"Отменена", PageStatus::cancelled},
      {"Доставлены", PageStatus::delivered},
      {"Закрыта", PageStatus::closed},
      {"Expédiées", PageStatus::shipped},
      {"Commande annulee", PageStatus::cancelled},
      {"Partiellement remboursée", PageStatus::unclear},
      {"Warten auf die Lieferung", PageStatus::shipped},
      {"Warten auf den Versand", PageStatus::awaiting_shipment},
      {"En attente de la livraison", PageStatus::shipped},
      {"In attesa del ritiro", PageStatus::ready_for_pickup},
  };
  check_known(rows);
  check_unknown({"Completando",
                 "Completadx",
                 "No completada",
                 "Sin enviar",
                 "Envia",
                 "Cancela",
                 "Finaliza",
                 "Conclusa o no",
                 "Non spedita",
                 "Non annullata",
                 "Spedisci",
                 "Nie zakończona",
                 "Anulacja",
                 "Не завершена",
                 "Не доставлены",
                 "Отмена",
                 "Доставка",
                 "Завершение",
                 "Pas expédiées",
                 "Expédier",
                 "Warten auf die",
                 "Warten die Lieferung auf",
                 "Nicht auf die Lieferung warten",
                 "Die Lieferung",
                 "Termin",
                 "Fermo",
                 "Shippeda"});
}

TEST_CASE("page status: a partial or pending refund does not end the order") {
  const Row rows[] = {
      {"Partially refunded", PageStatus::unclear},
      {"Refund processing", PageStatus::unclear},
      {"Teilweise erstattet", PageStatus::unclear},
      {"Remboursement en cours", PageStatus::unclear},
      {"Reembolso en proceso", PageStatus::unclear},
      {"Rimborso in corso", PageStatus::unclear},
      {"Livraison en cours", PageStatus::shipped},
  };
  check_known(rows);
  check_unknown({"Not refunded", "Partially", "Refund refused", "Refund rejected", "No refund",
                 "Refund failed", "Keine Erstattung", "Remboursement refusé", "Sin reembolso",
                 "Partially completed"});
}

TEST_CASE("page status: the words of this program") {
  const Row rows[] = {
      {"cancelled", PageStatus::cancelled},
      {"awaiting_shipment", PageStatus::awaiting_shipment},
      {"in_transit", PageStatus::shipped},
      {"ready_for_pickup", PageStatus::ready_for_pickup},
      {"delivered", PageStatus::delivered},
      {"in_dispute", PageStatus::in_dispute},
      {"escalated", PageStatus::in_dispute},
      {"confirmed", PageStatus::unclear},  // the receipt, or the order
      // They follow from facts that the word does not state.
      {"resolved", PageStatus::unclear},
      {"auto_closed", PageStatus::unclear},
  };
  check_known(rows);
  check_unknown({"unconfirmed", "confirm", "order confirmed", "payment confirmed", "not_delivered",
                 "open", "late", "resolve", "unresolved", "auto", "dispute_closed", "escalate",
                 "in", "ready", "awaiting", "transit", "none", "lapsed"});
}

TEST_CASE("page status: words that do not say how an order ended") {
  for (const char* text : {"Expired",  "Closed",    "Order closed", "Finished", "Fund processing",
                           "FINISH",   "ARCHIVE",   "Abgelaufen",   "Beendet",  "Geschlossen",
                           "Expirée",  "Clôturée",  "Caducado",     "Cerrado",  "Terminado",
                           "Expirado", "Encerrado", "Scaduto",      "Concluso", "Verlopen",
                           "Gesloten", "Wygasłe",   "Zamknięte",    "Истёк",    "Закрыт"}) {
    INFO(text);
    CHECK(page_status(text) == PageStatus::closed);
  }
  for (const char* text : {"Confirmed", "Awaiting review", "Pending review", "Fertig",
                           "Zrealizowane", "In attesa di revisione", "Возврат завершён"}) {
    INFO(text);
    CHECK(page_status(text) == PageStatus::unclear);
  }
  for (const char* text :
       {"Processed", "Processado", "Bearbeitet", "Order shipped", "Wird zugestellt"}) {
    INFO(text);
    CHECK(page_status(text) == PageStatus::shipped);
  }
  CHECK(page_status("Processing") == PageStatus::awaiting_shipment);
  CHECK(page_status("Pending") == PageStatus::awaiting_payment);
  check_unknown({"8", "11", "배송중", "הושלם", "Tamamlandı", "Завершено успішно", "完了"});
}
