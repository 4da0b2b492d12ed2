"""JSON files of every known layout, with invented orders, and the facts that each states.

Entries are like those of layouts.py. Times without a zone are US Pacific time.
"""

import json

OWN = {
    "number": "3051000000011234",
    "title": "Cup",
    "ordered_at": "2026-10-01T00:00:00Z",
    "parcels": [{"tracking": "EX000000001", "shipped_at": "2026-10-03T00:00:00Z"}],
    "days": 45,
}


def listed(number, **fields):
    """Returns a block of the list of orders."""
    return {
        "pc_om_list_order_" + number: {
            "tag": "pc_om_list_order",
            "id": number,
            "fields": {
                "orderId": number,
                "orderDateText": "Feb 10, 2026",
                "orderDateTitle": "Order date",
                "storeName": "Example Store",
                "statusText": "Awaiting delivery",
                **fields,
            },
        }
    }


def answer(page, *blocks):
    """Returns the list of orders as the website sends it."""
    data = {"pc_om_list_body_1": {"tag": "pc_om_list_body", "fields": {"pageIndex": page}}}
    for block in blocks:
        data.update(block)
    structure = {"pc_om_list_body_1": [name for name in data if "order" in name]}
    return {
        "api": "mtop.example",
        "ret": ["SUCCESS::..."],
        "data": {"hierarchy": {"structure": structure}, "data": data},
    }


def line(title):
    return {"itemTitle": title, "itemPriceText": "US $1.00", "quantity": 1, "skuAttrs": []}


ANSWERS = (
    answer(
        1,
        listed(
            "3051000000021234",
            totalPriceText="US $25.09",
            formatPriceInfo="US $25.09|25|09",
            currencyCode="USD",
            orderLines=[line("Cup"), line("Lid"), line("Cup")],
        ),
        listed("3051000000031234", statusText="Completed", totalPriceText="129,46zł"),
    ),
    answer(
        2,
        listed(
            "3051000000041234",
            orderDateText="10 de fev. de 2026",
            statusText="Cancelado",
            formatPriceInfo="R$12,00|12|00",
        ),
    ),
)
LISTED = {
    "3051000000021234": {
        "title": "Cup + Lid",
        "seller": "Example Store",
        "price": {"amount": "25.09", "currency": "USD"},
        "ordered_at": "2026-02-10T08:00:00Z",
        "status": "in_transit",
        "shipped_at": None,
    },
    "3051000000031234": {
        "price": {"amount": "129.46", "currency": "PLN"},
        "status": "confirmed",
        "confirmed_at": "2026-04-11T08:00:00Z",
    },
    "3051000000041234": {
        "price": {"amount": "12.00", "currency": "BRL"},
        "ordered_at": "2026-02-10T08:00:00Z",
        "status": "cancelled",
    },
}

# The answer about one order; its number is too large for the integers of a float.
DETAIL = {
    "aliexpress_trade_new_redefining_findorderbyid_response": {
        "target": {
            "id": 9051000000051235,
            "gmt_create": "2024-02-24 15:00:51",
            "gmt_pay_success": "2024-02-24 15:00:56",
            "gmt_modified": "2024-02-27 23:15:30",
            "order_status": "WAIT_BUYER_ACCEPT_GOODS",
            "logistics_status": "SELLER_SEND_GOODS",
            "issue_status": "NO_ISSUE",
            "frozen_status": "NO_FROZEN",
            "fund_status": "PAY_SUCCESS",
            "order_end_reason": "",
            "over_time_left": "2024-05-28 00:15:30",
            "order_amount": {
                "amount": "17.05",
                "cent": 1705,
                "cent_factor": 100,
                "currency": {"currency_code": "USD", "default_fraction_digits": 2},
                "currency_code": "USD",
            },
            "pay_amount_by_settlement_cur": "17.62",
            "seller_signer_fullname": "Example Store",
            "logistic_info_list": {
                "aeop_tp_logistic_info_dto": [
                    {
                        "gmt_send": "2024-02-25 18:40:02",
                        "gmt_received": "2024-03-19 18:03:00",
                        "receive_status": "received",
                        "logistics_no": "EX000000002",
                        "logistics_type_code": "EXAMPLE_STD",
                    },
                    {
                        "gmt_send": "2024-02-27 23:15:28",
                        "receive_status": "not_received",
                        "logistics_no": "EX000000003",
                    },
                ]
            },
            "child_order_list": {
                "aeop_tp_child_order_dto": [
                    {"id": 9051000000061235, "product_name": "Lens", "order_status": "X"},
                    {"id": 9051000000071235, "product_name": "Ring", "order_status": "X"},
                ]
            },
            "child_order_ext_info_list": {
                "aeop_tp_order_product_info_dto": [{"product_name": "Lens", "quantity": 1}]
            },
            "freight_commit_day": "90",
        }
    }
}

# The answer with a list of orders.
QUERY = {
    "aliexpress_solution_order_get_response": {
        "result": {
            "total_count": 2,
            "target_list": {
                "order_dto": [
                    {
                        "order_id": 3051000000081234,
                        "gmt_create": "2026-01-02 00:00:00",
                        "gmt_send_goods_time": "2026-01-05 00:00:00",
                        "order_status": "FINISH",
                        "end_reason": "buyer_accept_goods_timeout",
                        "gmt_trade_end": "2026-03-01 12:00:00",
                        "pay_amount": {"amount": 1.5, "currency_code": "USD"},
                        "product_list": {
                            "order_product_dto": [
                                {
                                    "order_id": 3051000000091234,
                                    "product_name": "Net",
                                    "freight_commit_day": "27",
                                    "issue_status": "END_ISSUE",
                                }
                            ]
                        },
                    },
                    {
                        "order_id": "3051000000101234",
                        "gmt_create": "2026-11-18 00:00:00",
                        "order_status": "WAIT_SELLER_SEND_GOODS",
                        "over_time_left": "2026-11-25 00:00:00",
                        "pay_amount": {"cent": 250, "cent_factor": 100, "currency_code": "USD"},
                        "product_list": {},
                    },
                ]
            },
        }
    }
}

# The old interface, with its own spelling and dates.
OLD_QUERY = {
    "totalItem": 1,
    "orderList": [
        {
            "orderId": 3051000000111234,
            "gmtCreate": "20120801154220368+0800",
            "orderStatus": "FUND_PROCESSING",
            "gmtTradeEnd": "20120901154220000+0800",
            "payAmount": {"amount": 12, "currencyCode": "JPY", "centFactor": 1, "cent": 12},
            "logisticInfoList": [
                {"logisticsNo": "EX000000004", "gmtSend": "20120803000000000+0800"}
            ],
            "productList": [{"productName": "Fan", "childId": 1}],
        }
    ],
}

INVENTORY = [
    {
        "id": "1-2-3",
        "orderId": "3051000000121234",
        "orderLineId": "1",
        "productId": "2",
        "skuId": "3",
        "title": title,
        "price": price,
        "priceInfo": price + "|1|95",
        "currency": "USD",
        "quantity": quantity,
        "orderDate": "Feb 21, 2026",
        "orderDateIso": "2026-02-20",
        "status": "Completed",
        "storeName": "Example Store",
        "attributes": "Color: 6L",
        "timestamp": 1771660800000,
        "tags": tags,
        "ignoreExport": False,
    }
    for title, price, quantity, tags in (
        ("Cleaner", "US $120.95", 1, ["gift"]),
        ("Brush", "US $1.95", 2, []),
    )
]


def compact(*values):
    return "".join(json.dumps(value, ensure_ascii=False) + "\n" for value in values).encode()


def printed(*values):
    return "".join(
        json.dumps(value, ensure_ascii=False, indent=2) + "\n" for value in values
    ).encode()


JSON_LAYOUTS = (
    (
        "our own, printed for people",
        printed(OWN),
        {"3051000000011234": {"title": "Cup", "days": 45, "tracking": ["EX000000001"]}},
    ),
    ("list of orders, an answer a line", compact(*ANSWERS), LISTED),
    ("list of orders, answers printed for people", printed(*ANSWERS), LISTED),
    ("list of orders, an array of answers", compact(list(ANSWERS)), LISTED),
    (
        "interface, one order",
        printed(DETAIL),
        {
            "9051000000051235": {
                "title": "Lens + Ring",
                "seller": "Example Store",
                "price": {"amount": "17.05", "currency": "USD"},
                "ordered_at": "2024-02-24T23:00:51Z",
                "shipped_at": "2024-02-28T07:15:28Z",
                "days": 90,
                "deadline": "2024-05-28T07:15:28Z",
                # 90 days of 86,400 seconds, across the change to summer time.
                "closes_at": "2024-05-28T07:15:30Z",
                "closes_source": "typed",
                "tracking": ["EX000000002", "EX000000003"],
                "delivered_at": None,
            }
        },
    ),
    (
        "interface, a list of orders",
        compact(QUERY),
        {
            "3051000000081234": {
                "title": "Net",
                "price": {"amount": "1.50", "currency": "USD"},
                "shipped_at": "2026-01-05T08:00:00Z",
                "days": 27,
                "status": "auto_closed",
            },
            "3051000000101234": {
                "title": None,
                "price": {"amount": "2.50", "currency": "USD"},
                "ship_by": "2026-11-25T08:00:00Z",
                "closes_at": None,
                "status": "awaiting_shipment",
            },
        },
    ),
    (
        "interface, the old one",
        compact(OLD_QUERY),
        {
            "3051000000111234": {
                "title": "Fan",
                "price": {"amount": "12", "currency": "JPY"},
                "ordered_at": "2012-08-01T07:42:20Z",
                "shipped_at": "2012-08-02T16:00:00Z",
                "confirmed_at": None,  # over, and nothing says how
                "status": "in_transit",
            }
        },
    ),
    (
        "inventory",
        compact(INVENTORY),
        {
            "3051000000121234": {
                "title": "Cleaner + Brush",
                "price": {"amount": "124.85", "currency": "USD"},
                "ordered_at": "2026-02-21T08:00:00Z",
                "tags": ["gift"],
                "status": "confirmed",
            }
        },
    ),
    (
        "everything at once",
        compact([OWN, *INVENTORY, ANSWERS[1], DETAIL]),
        {
            "3051000000011234": {"title": "Cup"},
            "3051000000121234": {"title": "Cleaner + Brush"},
            "3051000000041234": {"status": "cancelled"},
            "9051000000051235": {"days": 90},
        },
    ),
)
