-- docs/database.md describes the tables. Instants are UTC seconds since 1970, days are days of
-- 86,400 s, money is an amount in minor units and a currency.

CREATE TABLE orders (
  id                  INTEGER PRIMARY KEY AUTOINCREMENT CHECK (id BETWEEN 1 AND 999999999),
  number              TEXT NOT NULL UNIQUE,
  title               TEXT,
  seller              TEXT,
  client              TEXT,
  price_minor         INTEGER,
  price_currency      TEXT CHECK (length(price_currency) = 3),
  sale_price_minor    INTEGER,
  sale_price_currency TEXT CHECK (length(sale_price_currency) = 3),
  rules               TEXT NOT NULL,
  ordered_at          INTEGER,
  ship_by             INTEGER,
  days                INTEGER,
  deadline            INTEGER,
  protection_days     INTEGER,
  closes              INTEGER,
  pickup_by           INTEGER,
  inspection          TEXT CHECK (inspection IN ('good', 'bad')),
  confirmed_at        INTEGER,
  cancelled_at        INTEGER,
  CHECK (length(number) BETWEEN 10 AND 32 AND number NOT GLOB '*[^0-9]*'),
  CHECK ((price_minor IS NULL) = (price_currency IS NULL)),
  CHECK ((sale_price_minor IS NULL) = (sale_price_currency IS NULL))
) STRICT;

CREATE INDEX orders_by_seller ON orders (seller COLLATE NOCASE) WHERE seller IS NOT NULL;
CREATE INDEX orders_by_client ON orders (client COLLATE NOCASE) WHERE client IS NOT NULL;

CREATE TABLE tags (
  order_id INTEGER NOT NULL REFERENCES orders (id) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  tag      TEXT NOT NULL,
  PRIMARY KEY (order_id, position)
) STRICT, WITHOUT ROWID;

CREATE INDEX tags_by_tag ON tags (tag COLLATE NOCASE);

CREATE TABLE parcels (
  order_id     INTEGER NOT NULL REFERENCES orders (id) ON DELETE CASCADE,
  position     INTEGER NOT NULL,
  tracking     TEXT,
  carrier      TEXT,
  untracked    INTEGER NOT NULL CHECK (untracked IN (0, 1)),
  shipped_at   INTEGER,
  delivered_at INTEGER,
  PRIMARY KEY (order_id, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE extensions (
  order_id     INTEGER NOT NULL REFERENCES orders (id) ON DELETE CASCADE,
  position     INTEGER NOT NULL,
  requested_at INTEGER NOT NULL,
  days         INTEGER,
  channel      TEXT CHECK (channel IN ('button', 'message')),
  status       TEXT NOT NULL CHECK (status IN ('pending', 'granted', 'declined')),
  decided_at   INTEGER,
  closes_at    INTEGER,
  PRIMARY KEY (order_id, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE disputes (
  order_id        INTEGER NOT NULL REFERENCES orders (id) ON DELETE CASCADE,
  position        INTEGER NOT NULL,
  reason          TEXT NOT NULL CHECK (reason IN ('not_received', 'not_as_described')),
  want            TEXT NOT NULL CHECK (want IN ('full', 'return', 'partial')),
  amount_minor    INTEGER,
  amount_currency TEXT CHECK (length(amount_currency) = 3),
  opened_at       INTEGER NOT NULL,
  seller_answer   TEXT NOT NULL CHECK (seller_answer IN ('none', 'refused', 'offered', 'accepted')),
  escalated_at    INTEGER,
  evidence_due    INTEGER,
  outcome         TEXT CHECK (outcome IN ('refunded', 'partial', 'rejected')),
  refund_minor    INTEGER,
  refund_currency TEXT CHECK (length(refund_currency) = 3),
  closed_at       INTEGER,
  return_by       INTEGER,
  returned_at     INTEGER,
  PRIMARY KEY (order_id, position),
  CHECK ((amount_minor IS NULL) = (amount_currency IS NULL)),
  CHECK ((refund_minor IS NULL) = (refund_currency IS NULL))
) STRICT, WITHOUT ROWID;

CREATE TABLE evidence (
  order_id INTEGER NOT NULL,
  dispute  INTEGER NOT NULL,
  position INTEGER NOT NULL,
  file     TEXT NOT NULL,
  sha256   TEXT NOT NULL,
  size     INTEGER NOT NULL,
  note     TEXT,
  added_at INTEGER NOT NULL,
  PRIMARY KEY (order_id, dispute, position),
  FOREIGN KEY (order_id, dispute) REFERENCES disputes (order_id, position) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;

CREATE TABLE notes (
  order_id INTEGER NOT NULL REFERENCES orders (id) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  at       INTEGER NOT NULL,
  text     TEXT NOT NULL,
  PRIMARY KEY (order_id, position)
) STRICT, WITHOUT ROWID;

-- Derived from the facts above and the rule sets, so that `due` reads one range of an index.
CREATE TABLE deadlines (
  order_id INTEGER NOT NULL REFERENCES orders (id) ON DELETE CASCADE,
  kind     TEXT NOT NULL CHECK (kind IN ('ship_by', 'deadline', 'closes', 'auto_escalates',
                                         'reason_change', 'evidence_due', 'pickup_by', 'return_by',
                                         'open_until')),
  at       INTEGER NOT NULL,
  PRIMARY KEY (order_id, kind, at)
) STRICT, WITHOUT ROWID;

CREATE INDEX deadlines_by_at ON deadlines (at) WHERE kind <> 'open_until';
CREATE INDEX open_orders_by_end ON deadlines (at) WHERE kind = 'open_until';

-- The day counts from which the deadlines of each rule set's orders were calculated.
CREATE TABLE scheduled_rules (
  name       TEXT NOT NULL PRIMARY KEY,
  day_counts TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE entries (
  id         INTEGER PRIMARY KEY,
  at         INTEGER NOT NULL,
  command    TEXT NOT NULL,
  highest_id INTEGER NOT NULL,
  undoes     INTEGER UNIQUE REFERENCES entries (id)
) STRICT;

CREATE TABLE changes (
  entry_id INTEGER NOT NULL REFERENCES entries (id),
  order_id INTEGER NOT NULL,
  before   TEXT,
  PRIMARY KEY (entry_id, order_id)
) STRICT, WITHOUT ROWID;

CREATE INDEX changes_by_order ON changes (order_id);
