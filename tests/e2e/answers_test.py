"""Answers of the site, in files as browsers and extensions save them."""

import base64
import json

from program import ProgramTest, main

ORDER = "8190000000050001"
PARCEL = "SWX100200300400500600"


def detail():
    blocks = {
        "detail_order_status_block": {"orderId": int(ORDER), "title": "Awaiting delivery"},
        "detail_product_block": {
            "productVOList": [{"itemTitle": "Cable", "itemPriceText": "R$126,59", "quantity": 1}],
            "sellerVO": {"sellerName": "Example Store"},
        },
        "detail_order_price_block": {"totalPrice": {"currencyCode": "BRL", "value": "R$143,54"}},
        "detail_simple_order_info_component": {
            "tradeOrderId": int(ORDER), "orderCreatTime": "Sep 15, 2026", "orderShipTime": "Sep 16, 2026",
        },
        "detail_order_services": {
            "data": [{"content": "Apply for R$5,00 coupon code if delayed by Oct 30, 2026 · Refund if no "
                                 "delivery before Nov 30, 2026 · Refund if items damaged"}]
        },
    }
    data = {"%s_%d" % (tag, i): {"tag": tag, "fields": fields} for i, (tag, fields) in enumerate(blocks.items())}
    return {"api": "mtop.aliexpress.trade.buyer.order.detail", "data": {"data": data}}


def tracking():
    events = [
        {"time": 1791900000000, "trackingPrimaryCode": "AE_GTMS_SIGNED"},
        {"time": 1789800000000, "trackingPrimaryCode": "AE_GOT"},
        {"time": 1789700000000, "trackingPrimaryCode": "AE_GWMS_ACCEPT"},
        {"time": 1789600000000, "trackingPrimaryCode": "AE_NEW_CODE"},
    ]
    line = {"mailNo": PARCEL, "logisticsCarrierName": "Cainiao", "detailList": events,
            "etaInfo": {"endEtaTime": 1790400000000}}
    return {"api": "mtop.ae.ld.querydetail", "data": {"module": {
        "fastDeliveryInfoDTO": {"fdContentList": ["Refund if no delivery before Nov 15, 2026"]},
        "trackingDetailLineList": [line]}}}


def tracking_promising(promise):
    answer = tracking()
    answer["data"]["module"]["fastDeliveryInfoDTO"]["fdContentList"].append(promise)
    return answer


def dropshipping_tracking():
    nodes = {"detail_node": [{"time_stamp": "1789800000000", "tracking_name": "AE_GOT"}]}
    line = {"mail_no": PARCEL, "carrier_name": "Cainiao", "detail_node_list": nodes}
    return {"aliexpress_ds_order_tracking_get_response": {"result": {"data": {
        "tracking_detail_line_list": {"tracking_detail": [line]}}}}}


class Answers(ProgramTest):
    def import_file(self, content, *options, code=0):
        with open(self.path("answer"), "wb") as file:
            file.write(content if isinstance(content, bytes) else json.dumps(content).encode())
        answer = self.run_program("import", "answer", *options)
        self.assertEqual(answer.code, code, answer)
        return answer

    def order(self, number=ORDER):
        return next(each for each in self.ask("list", "--all") if each["number"] == number)

    def test_the_promise_of_a_coupon_is_recorded(self):
        self.import_file(detail())
        promise = "Apply for R$5,00 coupon code if delayed by Oct 30, 2026"
        self.assertEqual(self.ask("show", ORDER)["late_credit"], promise)
        self.import_file(("Order ID: 8190000000050002\n%s\n" % promise).encode())
        self.import_file(tracking_promising(promise), "--order", "8190000000050003")
        for order in self.ask("list", "--all"):
            self.assertEqual((order["late_credit"], order["deadline"]), (promise, "2026-10-31T06:59:59Z"))

    def test_order_names_the_only_order_of_an_interface_that_omits_numbers(self):
        order = {"gmt_create": "2026-09-13 10:00:00", "order_status": "WAIT_BUYER_ACCEPT_GOODS"}
        answer = self.import_file(order, code=4)
        self.assertIn(b"--order ORDER", answer.err)
        self.import_file(order, "--order", ORDER)
        answer = self.import_file([order, order], "--order", ORDER, code=4)
        self.assertIn(b"0 changed, 1 unchanged, 1 rejected", answer.out)
        self.assertEqual([each["number"] for each in self.ask("list", "--all")], [ORDER])

    def test_the_page_of_an_order(self):
        self.import_file(detail())
        order = self.order()
        self.assertEqual(order["title"], "Cable")
        self.assertEqual(order["seller"], "Example Store")
        self.assertEqual(order["price"], {"amount": "143.54", "currency": "BRL"})
        self.assertEqual(order["ordered_at"], "2026-09-15T07:00:00Z")
        self.assertEqual(order["parcels"][0]["shipped_at"], "2026-09-16T07:00:00Z")
        self.assertEqual(order["closes_at"], "2026-12-01T07:59:59Z")
        self.assertEqual(order["deadline"], "2026-10-31T06:59:59Z")

    def check_parcel(self):
        (parcel,) = self.order()["parcels"]
        self.assertEqual(parcel["tracking"], PARCEL)
        self.assertEqual(parcel["shipped_at"], "2026-09-19T06:40:00Z")
        self.assertIsNone(parcel["delivered_at"])
        return parcel

    def test_tracking_of_the_order_that_is_named(self):
        self.do("add", ORDER)
        for form in (tracking(), dropshipping_tracking()):
            self.import_file(form, "--order", ORDER)
            self.assertEqual(self.check_parcel()["claimed_delivered_at"], "2026-10-13T14:00:00Z")

    def test_tracking_of_the_order_that_has_the_parcel(self):
        self.do("add", ORDER)
        self.do("add", "8190000000050002")
        self.do("ship", ORDER, "--tracking", PARCEL, "--at", "2026-09-20")
        self.import_file(tracking())
        self.check_parcel()

    def test_tracking_of_no_order_is_rejected(self):
        answer = self.import_file(tracking(), code=4)
        self.assertIn(b"--order", answer.err)
        self.assertIn(b"answer:1: ", answer.err)

    def test_a_har_file_names_the_order_in_the_request(self):
        content = {"text": base64.b64encode(json.dumps(tracking()).encode()).decode(), "encoding": "base64"}
        entries = [
            {"request": {"url": "https://example.org/"}, "response": {"content": {"text": "<html>"}}},
            {"request": {"url": 'https://acs.aliexpress.com/h5/mtop.ae.ld.querydetail/1.0/?data=%7B%22tradeOrderId%22%3A%22'
                         + ORDER + "%22%7D"}, "response": {"content": content}},
        ]
        self.import_file({"log": {"version": "1.2", "creator": {}, "entries": entries}})
        self.check_parcel()

    def test_a_list_of_refunds_opens_disputes_once(self):
        self.import_file(detail())
        line = {"tradeOrderId": ORDER, "gmtCreate": 1792000000000, "reverseType": "REFUND", "reverseStatus": 5}
        refunds = {"data": {"module": {"items": [{"reverseOrderLines": [line]}]}}}
        for _ in range(2):
            self.import_file(refunds)
            (dispute,) = self.order()["disputes"]
            self.assertEqual(dispute["opened_at"], "2026-10-14T17:46:40Z")
            self.assertIsNone(dispute["outcome"])


if __name__ == "__main__":
    main()
