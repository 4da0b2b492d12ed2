#include "import/text/status_words.h"

namespace aliprotect {
namespace {

// Case, accents, signs and articles do not matter, and the forms of other genders and of more than
// one follow (import/page_status.h).
constexpr StatusWords rows[] = {
    // Codes of the data copy and of the interfaces for sellers and dropshippers
    {PageStatus::awaiting_payment,
     "PLACE_ORDER_SUCCESS | WAIT_BUYER_PAY | WAIT_SELLER_EXAMINE_MONEY | NOT_PAID"},
    {PageStatus::awaiting_shipment,
     "RISK_CONTROL | WAIT_SELLER_SEND_GOODS | WAIT_GROUP_SUCCESS | IN_CANCEL"},
    {PageStatus::partially_shipped, "SELLER_PART_SEND_GOODS | SELLER_SEND_PART_GOODS"},
    {PageStatus::shipped, "SELLER_SEND_GOODS | WAIT_BUYER_ACCEPT_GOODS"},
    {PageStatus::completed, "BUYER_ACCEPT_GOODS"},
    {PageStatus::in_dispute, "IN_ISSUE"},
    {PageStatus::frozen, "IN_FROZEN"},
    {PageStatus::finished, "FINISH | FUND_PROCESSING | ARCHIVE"},
    // English
    {PageStatus::awaiting_payment,
     "awaiting payment | to pay | unpaid | not paid | pending payment | waiting for payment | "
     "this order is awaiting your payment | payment not yet confirmed"},
    {PageStatus::awaiting_shipment,
     "awaiting shipment | to ship | ready to ship | pending shipment | waiting for shipment | "
     "processing | payment being verified | your payment is being verified | "
     "the supplier is processing your order | awaiting cancellation"},
    {PageStatus::partially_shipped, "partially shipped | partial shipment | partly shipped"},
    {PageStatus::shipped,
     "awaiting delivery | shipped | in transit | on the way | out for delivery | to receive | "
     "awaiting confirmation | waiting for delivery | delivery in progress"},
    {PageStatus::ready_for_pickup,
     "ready for pickup | ready for pick-up | awaiting pickup | awaiting pick-up | "
     "waiting for pickup | ready for collection | awaiting collection"},
    {PageStatus::delivered, "delivered | order delivered | picked up"},
    {PageStatus::completed,
     "completed | order completed | complete | finished | order finished | to review | "
     "awaiting review | pending review | awaiting feedback | confirmed"},
    {PageStatus::cancelled, "cancelled | canceled | order cancelled | order canceled"},
    {PageStatus::in_dispute,
     "in dispute | dispute | disputed | under dispute | dispute in progress | "
     "dispute opened | dispute orders | escalated"},
    {PageStatus::refunded, "refunded | order refunded | refund completed"},
    {PageStatus::frozen,
     "frozen | order frozen | frozen orders | the order is frozen | partially refunded | "
     "partial refund | refund processing | refund in progress | refund pending | resolved | "
     "auto_closed"},
    {PageStatus::finished, "processed | fund processing"},
    {PageStatus::closed, "closed | order closed"},
    // German
    {PageStatus::awaiting_payment,
     "zu bezahlen | zu zahlen | warten auf Zahlung | wartet auf Zahlung | "
     "warten auf Bezahlung | Zahlung ausstehend | ausstehende Zahlung | unbezahlt"},
    {PageStatus::awaiting_shipment,
     "warten auf Versand | wartet auf Versand | Versand ausstehend | zu versenden | "
     "versandbereit | bereit zum Versand | in Bearbeitung"},
    {PageStatus::partially_shipped,
     "teilweise versandt | teilweise versendet | teilweise verschickt | Teilversand"},
    {PageStatus::shipped,
     "warten auf Lieferung | wartet auf Lieferung | warten auf Zustellung | "
     "Lieferung ausstehend | in Lieferung | Lieferung läuft | auf dem Weg | versandt | versendet | "
     "verschickt | unterwegs | in Zustellung | "
     "warten auf Bestätigung"},
    {PageStatus::ready_for_pickup,
     "abholbereit | bereit zur Abholung | zur Abholung bereit | warten auf Abholung"},
    {PageStatus::delivered, "geliefert | zugestellt | ausgeliefert | abgeholt"},
    {PageStatus::completed,
     "abgeschlossen | Bestellung abgeschlossen | beendet | fertig | erledigt | zu bewerten | "
     "warten auf Bewertung | Bewertung ausstehend"},
    {PageStatus::cancelled, "storniert | Bestellung storniert | annulliert"},
    {PageStatus::in_dispute,
     "im Streitfall | Streitfall | im Disput | Disput | Streitfall eröffnet"},
    {PageStatus::refunded,
     "erstattet | rückerstattet | zurückerstattet | Rückerstattung abgeschlossen | "
     "Erstattung abgeschlossen"},
    {PageStatus::frozen,
     "eingefroren | Bestellung eingefroren | teilweise erstattet | teilweise rückerstattet | "
     "Erstattung in Bearbeitung | Rückerstattung in Bearbeitung"},
    {PageStatus::finished, "bearbeitet | verarbeitet"},
    {PageStatus::closed, "geschlossen | Bestellung geschlossen"},
    // French
    {PageStatus::awaiting_payment,
     "à payer | en attente de paiement | en attente du paiement | paiement en attente | "
     "non payé"},
    {PageStatus::awaiting_shipment,
     "à expédier | en attente d'expédition | en attente d'envoi | "
     "en attente de l'expédition | expédition en attente | prêt à être expédié | "
     "prête à être expédiée | en cours de traitement | en préparation"},
    {PageStatus::partially_shipped, "partiellement expédié | expédition partielle"},
    {PageStatus::shipped,
     "en attente de livraison | livraison en attente | livraison en cours | en livraison | "
     "expédié | envoyé | en transit | en cours de livraison | en cours d'acheminement | "
     "en attente de réception | en attente de confirmation"},
    {PageStatus::ready_for_pickup,
     "en attente de récupération | en attente de retrait | prêt à être retiré | "
     "disponible en point relais"},
    {PageStatus::delivered, "livré | commande livrée | colis livré"},
    {PageStatus::completed,
     "terminé | commande terminée | achevé | à évaluer | en attente d'évaluation | "
     "en attente d'avis"},
    {PageStatus::cancelled, "annulé | commande annulée"},
    {PageStatus::in_dispute, "en litige | litige | litige en cours | litige ouvert"},
    {PageStatus::refunded, "remboursé | remboursement effectué | remboursement terminé"},
    {PageStatus::frozen,
     "gelé | commande gelée | partiellement remboursé | remboursement partiel | "
     "remboursement en cours"},
    {PageStatus::finished, "traité"},
    {PageStatus::closed, "fermé | clôturé | commande fermée | commande clôturée"},
    // Spanish
    {PageStatus::awaiting_payment,
     "por pagar | a pagar | pendiente de pago | pago pendiente | a la espera de pago | "
     "a la espera del pago | esperando pago | esperando el pago | sin pagar"},
    {PageStatus::awaiting_shipment,
     "por enviar | pendiente de envío | envío pendiente | a la espera de envío | "
     "a la espera del envío | esperando envío | esperando el envío | aguardando envío | "
     "listo para enviar | en preparación | en proceso | procesando"},
    {PageStatus::partially_shipped, "parcialmente enviado | enviado parcialmente | envío parcial"},
    {PageStatus::shipped,
     "pendiente de entrega | entrega pendiente | a la espera de entrega | "
     "a la espera de la entrega | esperando entrega | esperando la entrega | enviado | "
     "en tránsito | entrega en curso | en camino | en reparto | por recibir | esperando "
     "confirmación"},
    {PageStatus::ready_for_pickup,
     "listo para recoger | pendiente de recogida | a la espera de recogida"},
    {PageStatus::delivered, "entregado | pedido entregado | recogido"},
    {PageStatus::completed,
     "completado | pedido completado | finalizado | pedido finalizado | terminado | "
     "concluido | por valorar | pendiente de valoración"},
    {PageStatus::cancelled, "cancelado | pedido cancelado | anulado"},
    {PageStatus::in_dispute, "en disputa | disputa | disputa abierta | disputa en curso"},
    {PageStatus::refunded, "reembolsado | reembolso completado"},
    {PageStatus::frozen,
     "congelado | pedido congelado | parcialmente reembolsado | reembolso parcial | "
     "reembolso en proceso | reembolso en curso"},
    {PageStatus::finished, "procesado"},
    {PageStatus::closed, "cerrado | pedido cerrado"},
    // Portuguese
    {PageStatus::awaiting_payment,
     "a pagar | por pagar | aguardando pagamento | aguardando o pagamento | "
     "a aguardar pagamento | à espera de pagamento | pagamento pendente | não pago"},
    {PageStatus::awaiting_shipment,
     "a enviar | por enviar | aguardando envio | aguardando o envio | a aguardar envio | "
     "à espera de envio | esperando envio | envio pendente | pronto para envio | "
     "em processamento | em preparação"},
    {PageStatus::partially_shipped, "parcialmente enviado | enviado parcialmente | envio parcial"},
    {PageStatus::shipped,
     "aguardando entrega | aguardando a entrega | a aguardar entrega | à espera de entrega | "
     "esperando entrega | enviado | em trânsito | em transporte | a caminho | "
     "saiu para entrega | entrega em andamento | a receber | aguardando confirmação | aguardando "
     "recebimento"},
    {PageStatus::ready_for_pickup,
     "pronto para retirada | aguardando retirada | disponível para retirada | "
     "pronto para levantamento"},
    {PageStatus::delivered, "entregue | pedido entregue | retirado"},
    {PageStatus::completed,
     "concluído | pedido concluído | completo | finalizado | pedido finalizado | terminado | "
     "a avaliar | aguardando avaliação"},
    {PageStatus::cancelled, "cancelado | pedido cancelado | anulado"},
    {PageStatus::in_dispute, "em disputa | disputa | disputa em andamento | disputa aberta"},
    {PageStatus::refunded, "reembolsado | reembolso concluído"},
    {PageStatus::frozen,
     "congelado | pedido congelado | parcialmente reembolsado | reembolso parcial | "
     "reembolso em processamento | reembolso em andamento"},
    {PageStatus::finished, "processado"},
    {PageStatus::closed, "fechado | pedido fechado | encerrado | pedido encerrado"},
    // Italian
    {PageStatus::awaiting_payment,
     "da pagare | in attesa di pagamento | in attesa del pagamento | pagamento in sospeso | "
     "non pagato"},
    {PageStatus::awaiting_shipment,
     "da spedire | in attesa di spedizione | in attesa della spedizione | "
     "in attesa di invio | pronto per la spedizione | in elaborazione | in preparazione"},
    {PageStatus::partially_shipped,
     "parzialmente spedito | spedito parzialmente | spedizione parziale"},
    {PageStatus::shipped,
     "in attesa di consegna | in attesa della consegna | spedito | inviato | in transito | "
     "in consegna | consegna in corso | da ricevere | in attesa di conferma"},
    {PageStatus::ready_for_pickup, "pronto per il ritiro | in attesa di ritiro"},
    {PageStatus::delivered, "consegnato | ordine consegnato | ritirato"},
    {PageStatus::completed,
     "completato | ordine completato | concluso | terminato | da valutare | da recensire | "
     "in attesa di valutazione | in attesa di revisione | in attesa di recensione"},
    {PageStatus::cancelled, "annullato | ordine annullato | cancellato"},
    {PageStatus::in_dispute,
     "in controversia | controversia | controversia aperta | controversia in corso | "
     "contestato | ordini contestati"},
    {PageStatus::refunded, "rimborsato | rimborso completato"},
    {PageStatus::frozen,
     "congelato | ordine congelato | parzialmente rimborsato | rimborso parziale | "
     "rimborso in corso"},
    {PageStatus::finished, "elaborato"},
    {PageStatus::closed, "chiuso | ordine chiuso"},
    // Dutch
    {PageStatus::awaiting_payment,
     "te betalen | wacht op betaling | wachten op betaling | in afwachting van betaling | "
     "niet betaald | onbetaald"},
    {PageStatus::awaiting_shipment,
     "te verzenden | wacht op verzending | wachten op verzending | "
     "in afwachting van verzending | klaar voor verzending | in behandeling | wordt verwerkt"},
    {PageStatus::partially_shipped, "gedeeltelijk verzonden | deels verzonden"},
    {PageStatus::shipped,
     "wacht op levering | wachten op levering | in afwachting van levering | "
     "wacht op bezorging | wachten op bezorging | in afwachting van bezorging | verzonden | "
     "verstuurd | onderweg | wordt bezorgd | te ontvangen | wachten op bevestiging"},
    {PageStatus::ready_for_pickup,
     "klaar om op te halen | klaar voor afhalen | klaar voor ophalen"},
    {PageStatus::delivered, "geleverd | bezorgd | afgeleverd | opgehaald"},
    {PageStatus::completed,
     "voltooid | bestelling voltooid | afgerond | te beoordelen | wacht op beoordeling | "
     "wachten op beoordeling | in afwachting van beoordeling"},
    {PageStatus::cancelled, "geannuleerd | bestelling geannuleerd"},
    {PageStatus::in_dispute, "in geschil | geschil | geschil geopend"},
    {PageStatus::refunded, "terugbetaald | terugbetaling voltooid"},
    {PageStatus::frozen,
     "bevroren | bestelling bevroren | gedeeltelijk terugbetaald | "
     "terugbetaling in behandeling"},
    {PageStatus::finished, "verwerkt"},
    {PageStatus::closed, "gesloten | bestelling gesloten"},
    // Polish
    {PageStatus::awaiting_payment,
     "do zapłaty | oczekuje na płatność | oczekiwanie na płatność | oczekujące na płatność | "
     "czeka na płatność | nieopłacone"},
    {PageStatus::awaiting_shipment,
     "do wysłania | do wysyłki | oczekuje na wysyłkę | oczekiwanie na wysyłkę | "
     "oczekujące na wysyłkę | oczekuje na wysłanie | oczekiwanie na wysłanie | "
     "czeka na wysyłkę | gotowe do wysyłki | w realizacji | w przygotowaniu"},
    {PageStatus::partially_shipped, "częściowo wysłane | wysłane częściowo"},
    {PageStatus::shipped,
     "oczekuje na dostawę | oczekiwanie na dostawę | oczekujące na dostawę | "
     "oczekuje na dostarczenie | oczekiwanie na dostarczenie | czeka na dostawę | wysłane | "
     "w drodze | w doręczeniu | oczekuje na potwierdzenie"},
    {PageStatus::ready_for_pickup, "gotowe do odbioru | czeka w punkcie odbioru"},
    {PageStatus::delivered, "dostarczone | doręczone | odebrane"},
    {PageStatus::completed,
     "zakończone | zamówienie zakończone | ukończone | zrealizowane | do oceny | "
     "oczekuje na ocenę | oczekiwanie na ocenę | oczekuje na opinię"},
    {PageStatus::cancelled, "anulowane | zamówienie anulowane"},
    {PageStatus::in_dispute, "w sporze | spór | spór otwarty | otwarty spór | spór w toku"},
    {PageStatus::refunded, "zwrócono środki | zwrot środków zakończony"},
    {PageStatus::frozen,
     "zamrożone | zamówienie zamrożone | częściowo zwrócone | zwrot środków w toku"},
    {PageStatus::finished, "przetworzone"},
    {PageStatus::closed, "zamknięte | zamówienie zamknięte"},
    // Russian
    {PageStatus::awaiting_payment,
     "ожидается оплата | ожидание оплаты | ожидает оплаты | ожидание платежа | ждёт оплаты | "
     "к оплате | не оплачен"},
    {PageStatus::awaiting_shipment,
     "ожидается отправка | ожидание отправки | ожидает отправки | ждёт отправки | "
     "к отправке | собираем заказ | в обработке | обрабатывается | проверка оплаты | "
     "проверка платежа | ожидается отмена"},
    {PageStatus::partially_shipped, "частичная отправка | частично отправлен"},
    {PageStatus::shipped,
     "ожидается подтверждение | ожидается подтверждение получения | ожидается доставка | "
     "ожидание доставки | ожидает доставки | ожидается получение | отправлен | "
     "заказ отправлен | в пути | доставляется"},
    {PageStatus::ready_for_pickup,
     "готов к выдаче | готово к выдаче | готов к получению | ждёт в пункте выдачи | "
     "можно забирать"},
    {PageStatus::delivered,
     "доставлен | заказ доставлен | вручён | вручено | получен | заказ получен"},
    {PageStatus::completed,
     "завершён | завершено | заказ завершён | выполнен | заказ выполнен | "
     "получение подтверждено | ожидается отзыв | ожидает отзыва | ждёт отзыва"},
    {PageStatus::cancelled, "отменён | отменено | заказ отменён"},
    {PageStatus::in_dispute, "спор открыт | открыт спор | идёт спор | спор"},
    {PageStatus::refunded, "деньги возвращены | средства возвращены | возврат завершён"},
    {PageStatus::frozen, "заморожен | заказ заморожен | возврат средств | возврат в обработке"},
    {PageStatus::finished, "обработан"},
    {PageStatus::closed, "закрыт | заказ закрыт"},
};

}  // namespace

std::span<const StatusWords> status_words() { return rows; }

}  // namespace aliprotect
