#!/usr/bin/env python3
"""Writes invented orders in the program's export format. The same arguments give the same bytes.

    generate.py COUNT [--open-share 0.05] [--due N] [--seed N] [--format jsonl|csv] > orders.jsonl

Everything is relative to 2026-11-20T12:00:00Z. Finished orders are confirmed, closed automatically,
resolved or cancelled. With --due, exactly N orders have a deadline within the 4 days after that
instant, so that stores of different sizes give the same answer. If the share of open orders is too
small for that, more orders are open.
"""

import argparse
import csv
import json
import random
import sys
from datetime import datetime, timezone

NOW = int(datetime(2026, 11, 20, 12, tzinfo=timezone.utc).timestamp())
DAY = 86_400
DUE_WITHIN = 4 * DAY

ACCOUNTS = ("1234", "4321", "0042", "7007", "9999")
SHOPS = ("Example Store", "Invented Umbrellas", "样例小店", "Beispiel-Laden", "Tienda Inventada",
         "Никакой магазин", "見本商店", "Nowhere Trading 🏪", "견본 가게", "Placeholder Goods Co.")
KINDS = ("USB hub", "phone case", "雨伞 folding umbrella ☂", "LED strip", "耳机 earphones 🎧",
         "desk lamp", "колонка Bluetooth", "keyboard ⌨️", "キーボード用ケース", "garden hose",
         "watch strap", "Küchenwaage", "baby blanket 🧸", "手机壳", "cable 2 m", "drone propeller 🚁",
         "tripod \"mini\"", "노트북 거치대", "sticker set ✨", "mochila impermeable")
TRAITS = ("7 ports", "black", "红色", "waterproof", "2026 edition", "for outdoors", "大号 XL",
          "with remote", "quiet", "3-pack", "blue/синий", "50 × 70 cm", "rechargeable 🔋", "mini")
CARRIERS = ("Example Post", "Invented Express", "样例快递", "Nowhere Logistics", None)
TAGS = ("gift", "work", "reseller", "礼物", "fragile", "re-sent", "vip 🌟", "winter", "stock",
        "sample", "kids", "слово")
NOTES = ("Seller promised to answer by Monday.", "Client asked twice; 客户很着急.",
         "Box was dented, photos taken 📷", "Tracking shows nothing since customs.",
         "Second parcel follows.\nSee the chat.")
PRICES = (("USD", 2), ("USD", 2), ("USD", 2), ("EUR", 2), ("PLN", 2), ("JPY", 0))
FINISHED = ("confirmed",) * 55 + ("auto_closed",) * 25 + ("resolved",) * 8 + ("cancelled",) * 7
OPEN = (("transit",) * 40 + ("awaiting",) * 15 + ("late",) * 15 + ("delivered",) * 12 +
        ("dispute",) * 10 + ("pickup",) * 8)
GRACE = {"aliexpress-2016": 0, "aliexpress-2023": 15 * DAY}

# The columns of exported CSV files: the keys of the order object that are facts.
FACTS = ("id", "number", "title", "seller", "client", "tags", "price", "sale_price", "rules",
         "ordered_at", "ship_by", "shipped_at", "days", "deadline", "protection_days", "closes_at",
         "closes_source", "pickup_by", "delivered_at", "inspection", "confirmed_at", "cancelled_at",
         "parcels", "extensions", "disputes", "notes")


def when(seconds, days={}):
    """Formats an instant as RFC 3339; caches the text of the day."""
    day, second = divmod(seconds, DAY)
    if day not in days:
        days[day] = datetime.fromtimestamp(day * DAY, timezone.utc).strftime("%Y-%m-%dT")
    return f"{days[day]}{second // 3600:02}:{second // 60 % 60:02}:{second % 60:02}Z"


class Generator:
    def __init__(self, seed):
        self.seed = seed
        self.random = random.Random(seed)

    def chance(self, share):
        return self.random.random() < share

    def between(self, first, last):
        return first + int(self.random.random() * (last - first + 1))

    def one_of(self, values):
        return values[int(self.random.random() * len(values))]

    def money(self):
        currency, decimals = self.one_of(PRICES)
        minor = int(self.random.lognormvariate(7, 1)) + 1
        amount = f"{minor // 100}.{minor % 100:02}" if decimals else str(minor)
        return {"amount": amount, "currency": currency}

    def number(self, index):
        """Returns 16 digits, scattered over the index. They are distinct, because the factor is coprime to 10."""
        return f"3{(index * 38_742_049 + self.seed) % 10 ** 11:011}{self.one_of(ACCOUNTS)}"

    def parcel(self, index, shipped, delivered=None):
        parcel = {"tracking": f"EX{index:09}{self.between(10, 99)}", "carrier": self.one_of(CARRIERS),
                  "shipped_at": when(shipped)}
        if delivered is not None:
            parcel["delivered_at"] = when(delivered)
        return parcel

    def basics(self, index, ordered):
        order = {
            "number": self.number(index),
            "title": f"{self.one_of(KINDS)}, {self.one_of(TRAITS)}, {self.one_of(TRAITS)}",
            "seller": f"{self.one_of(SHOPS)} {int(self.random.random() ** 2 * 400)}",
            "price": self.money(),
            "ordered_at": when(ordered),
        }
        if self.chance(0.4):
            order["client"] = f"Client {self.between(1, 20_000):05}"
            order["sale_price"] = self.money()
        if self.chance(0.3):
            order["tags"] = list({self.one_of(TAGS) for _ in range(self.between(1, 3))})
            order["tags"].sort()  # sets are not ordered
        if self.chance(0.05):
            order["notes"] = [{"at": when(ordered + self.between(1, 20) * DAY),
                               "text": self.one_of(NOTES)}]
        return order

    def finished(self, index):
        kind = self.one_of(FINISHED)
        closes = NOW - self.between(20 * DAY, 900 * DAY)
        days = self.one_of((30, 40, 45, 60))
        shipped = closes - days * DAY
        order = self.basics(index, shipped - self.between(DAY, 6 * DAY))
        if self.chance(0.2):
            order["rules"] = "aliexpress-2023"
        if kind == "cancelled":
            order["cancelled_at"] = when(shipped)
            return order
        order["days"] = days
        delivered = shipped + self.between(8 * DAY, (days - 1) * DAY)
        arrived = kind == "confirmed" or self.chance(0.6)
        order["parcels"] = [self.parcel(index, shipped, delivered if arrived else None)]
        if self.chance(0.08):
            order["parcels"].insert(0, self.parcel(index, shipped - self.between(0, DAY),
                                                   delivered if arrived else None))
        if kind == "confirmed":
            order["confirmed_at"] = when(delivered + self.between(0, 5 * DAY))
            if self.chance(0.3):
                order["inspection"] = "good"
        if kind == "resolved":
            order["disputes"] = [self.dispute_of(order, closes - self.between(DAY, 6 * DAY), arrived)]
        if self.chance(0.04):
            order["extensions"] = [{"requested_at": when(closes - 3 * DAY), "days": 10,
                                    "channel": "button", "status": "declined",
                                    "decided_at": when(closes - 2 * DAY)}]
        return order

    def dispute_of(self, order, opened, arrived):
        outcome = self.one_of(("refunded", "partial", "rejected"))
        dispute = {"reason": "not_as_described" if arrived else "not_received",
                   "want": self.one_of(("full", "partial")), "opened_at": when(opened),
                   "seller_answer": self.one_of(("none", "refused", "offered")),
                   "outcome": outcome, "closed_at": when(opened + self.between(3, 14) * DAY)}
        if outcome == "refunded":
            dispute["refund"] = order["price"]
        return dispute

    def open(self, index, until_deadline):
        """Makes an open order; its only near deadline is `until_deadline` seconds ahead."""
        kind = self.one_of(OPEN)
        at = NOW + until_deadline
        far = NOW + self.between(20 * DAY, 40 * DAY)
        shipped = NOW - self.between(12 * DAY, 18 * DAY)
        order = self.basics(index, shipped - self.between(DAY, 5 * DAY))
        if kind == "awaiting":
            order["ordered_at"] = when(NOW - self.between(DAY, 5 * DAY))
            order["ship_by"] = when(at)
            return order
        order["parcels"] = [self.parcel(index, shipped)]
        if kind == "transit":  # the deadline is also the end of protection
            order["deadline"] = when(at)
        elif kind == "late":  # the deadline passed, protection runs on
            order["deadline"] = when(NOW - self.between(1, 5 * DAY))
            self.close(order, at)
            if self.chance(0.3):
                order["extensions"] = [{"requested_at": when(NOW - DAY), "days": 10,
                                        "channel": "message", "status": "pending"}]
        elif kind == "delivered":
            order["parcels"][0]["delivered_at"] = when(NOW - self.between(1, 4 * DAY))
            self.close(order, at)
        elif kind == "pickup":
            order["pickup_by"] = when(at)
            order["deadline"] = when(far)
        else:
            self.open_dispute(order, at)
        if self.chance(0.2):
            order["rules"] = "aliexpress-2023" if kind in ("transit", "pickup") else "aliexpress-2016"
        return order

    @staticmethod
    def close(order, at):
        order["closes_at"] = when(at)
        order["closes_source"] = "typed"

    def open_dispute(self, order, at):
        order["deadline"] = when(NOW - self.between(2 * DAY, 5 * DAY))
        self.close(order, NOW + self.between(20 * DAY, 40 * DAY))
        order["disputes"] = [{"reason": "not_received", "want": "full",
                              "opened_at": when(NOW - self.between(DAY, 2 * DAY)),
                              "seller_answer": self.one_of(("none", "refused")),
                              "escalated_at": when(NOW - 1), "evidence_due": when(at)}]
        if self.chance(0.5):
            order["disputes"][0]["evidence"] = [{"file": f"photos/{order['number']}.jpg",
                                                 "sha256": f"{self.random.getrandbits(256):064x}",
                                                 "size": self.between(10_000, 4_000_000),
                                                 "added_at": when(NOW - 3600)}]


def orders(count, open_share, due, seed):
    generator = Generator(seed)
    wanted_open = max(round(count * open_share), due or 0)
    opened = 0
    for index in range(count):
        # Spread evenly among the others, like Bresenham's line.
        if (index + 1) * wanted_open // count == index * wanted_open // count:
            yield generator.finished(index)
            continue
        if due is None:
            ahead = generator.between(1, 45 * DAY)
        elif (opened + 1) * due // wanted_open > opened * due // wanted_open:
            ahead = generator.between(1, DUE_WITHIN)
        else:
            ahead = generator.between(DUE_WITHIN + 1, 45 * DAY)
        opened += 1
        yield generator.open(index, ahead)


encode = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode


def write_jsonl(some, out):
    for order in some:
        out.write(encode(order) + "\n")


def cell(key, value):
    if value is None:
        return ""
    if key in ("price", "sale_price"):
        return f"{value['amount']} {value['currency']}"
    return encode(value) if isinstance(value, list) else value


def write_csv(some, out):
    rows = csv.writer(out, lineterminator="\n")
    rows.writerow(FACTS)
    for order in some:
        rows.writerow([cell(key, order.get(key)) for key in FACTS])


WRITERS = {"jsonl": write_jsonl, "csv": write_csv}


def share(text):
    value = float(text)
    if not 0 <= value <= 1:
        raise argparse.ArgumentTypeError("a share is from 0 to 1")
    return value


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("count", type=int)
    parser.add_argument("--open-share", type=share, default=0.05)
    parser.add_argument("--due", type=int, help="so many orders are due within 4 days, no more")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--format", choices=WRITERS, default="jsonl")
    arguments = parser.parse_args()
    if arguments.due is not None and arguments.due > arguments.count:
        parser.error("--due: more than there are orders")
    sys.stdout.reconfigure(encoding="utf-8", newline="")
    some = orders(arguments.count, arguments.open_share, arguments.due, arguments.seed)
    WRITERS[arguments.format](some, sys.stdout)


if __name__ == "__main__":
    main()
