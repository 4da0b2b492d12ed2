"""Invented mails, as AliExpress sends them and as people forward and keep them."""

import base64
import quopri
from email.header import Header

TRANSACTION = "AliExpress <transaction@notice.aliexpress.com>"
RELAY = "AliExpress <transaction_at_notice_aliexpress_com_x1y2@privaterelay.appleid.com>"


def link(*orders, tracking=None):
    address = "https://www.aliexpress.com/p/tracking/index.html?tradeOrderId=" + "%2C".join(orders)
    return '<p><a href="%s">Track</a></p>' % (address + ("&trackingNumber=" + tracking if tracking else ""))


def mail(subject, date, body, sender=TRANSACTION, number=[0], encoding="quoted-printable"):
    """Returns the bytes of an HTML mail with its own Message-ID."""
    number[0] += 1
    content = ("<html><body>%s</body></html>" % body).encode()
    if encoding == "base64":
        content = base64.encodebytes(content)
    else:
        content = quopri.encodestring(content)
    header = [
        "From: " + sender,
        "To: jo@example.org",
        "Subject: " + Header(subject, "utf-8", maxlinelen=60, header_name="Subject").encode(),
        "Date: " + date,
        "Message-ID: <m%d@example.org>" % number[0],
        "MIME-Version: 1.0",
        'Content-Type: text/html; charset="utf-8"',
        "Content-Transfer-Encoding: " + encoding,
    ]
    return "\n".join(header).encode() + b"\n\n" + content + b"\n"


def mbox(mails):
    return b"".join(
        b"From jo@example.org Wed Oct  7 08:00:00 2026\n" + each.replace(b"\nFrom ", b"\n>From ") + b"\n"
        for each in mails
    )


def life_of(order, tracking, day=1):
    """The mails about one order in four languages, the oldest first."""
    return [
        mail(
            "Order %s: order confirmed" % order,
            "%02d Sep 2026 08:00:00 -0700" % day,
            "<p>Placed on Sep %02d,2026, 07:30</p><p>Order No. %s</p><p>Estimated delivery</p>"
            "<p>30/10/2026</p><p>Desk lamp LED flat...</p><p>€ 9,99x2</p><p>Total: € 19,98</p>%s"
            % (day, order, link(order)),
        ),
        mail(
            "Bestellung %s wurde versandt" % order,
            "%02d Sep 2026 08:00:00 -0700" % (day + 2),
            "<p>Desk lamp LED...</p><p>€ 9,99x2</p>" + link(order),
            encoding="base64",
        ),
        mail(
            "Paquete %s: en aduanas" % tracking,
            "%02d Sep 2026 08:00:00 -0700" % (day + 9),
            link(order, tracking=tracking),
            sender=RELAY,
        ),
        mail(
            "Packstück %s wurde zugestellt" % tracking,
            "%02d Sep 2026 08:00:00 -0700" % (day + 12),
            link(order, tracking=tracking),
        ),
    ]


OFFER = mail("Only today", "01 Sep 2026 08:00:00 -0700", "<p>Buy</p>", sender="a@deals.aliexpress.com")
OTHER = mail("Lunch?", "01 Sep 2026 08:00:00 -0700", "<p>Order No. 8190000000999999</p>", sender="a@example.org")


def forwarded(order):
    text = (
        "Look\n\n---------- Forwarded message ---------\nFrom: AliExpress "
        "<transaction@notice.aliexpress.com>\nDate: Wed, 07 Oct 2026 08:00:00 -0700\n"
        "Subject: Order %s: order shipped\nTo: <jo@example.org>\n\nhttps://www.aliexpress.com/p/"
        "tracking/index.html?tradeOrderId=%s\n" % (order, order)
    )
    return (
        "From: Jo <jo@example.org>\nTo: Al <al@example.org>\nSubject: Fwd: Order %s: order shipped\n"
        "Date: Sun, 18 Oct 2026 10:00:00 +0200\nMessage-ID: <f1@example.org>\n"
        "Content-Type: text/plain; charset=utf-8\n\n%s" % (order, text)
    ).encode()
