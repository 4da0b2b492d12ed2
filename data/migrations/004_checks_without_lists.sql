-- For a CHECK with three or more values after IN, SQLite builds a temporary table for each row that
-- is written. In `deadlines` this took longer than writing the row. These checks use OR instead.

CREATE TABLE new_deadlines (
  order_id INTEGER NOT NULL REFERENCES orders (id) ON DELETE CASCADE,
  kind     TEXT NOT NULL CHECK (kind = 'closes' OR kind = 'deadline' OR kind = 'open_until'
                                OR kind = 'ship_by' OR kind = 'pickup_by' OR kind = 'evidence_due'
                                OR kind = 'auto_escalates' OR kind = 'reason_change'
                                OR kind = 'return_by'),
  at       INTEGER NOT NULL,
  PRIMARY KEY (order_id, kind, at)
) STRICT, WITHOUT ROWID;

INSERT INTO new_deadlines SELECT order_id, kind, at FROM deadlines;
DROP TABLE deadlines;
ALTER TABLE new_deadlines RENAME TO deadlines;

CREATE INDEX deadlines_by_at ON deadlines (at) WHERE kind <> 'open_until';
CREATE INDEX open_orders_by_end ON deadlines (at) WHERE kind = 'open_until';

CREATE TABLE new_extensions (
  order_id     INTEGER NOT NULL REFERENCES orders (id) ON DELETE CASCADE,
  position     INTEGER NOT NULL,
  requested_at INTEGER NOT NULL,
  days         INTEGER,
  channel      TEXT CHECK (channel IN ('button', 'message')),
  status       TEXT NOT NULL CHECK (status = 'pending' OR status = 'granted' OR status = 'declined'),
  decided_at   INTEGER,
  closes_at    INTEGER,
  PRIMARY KEY (order_id, position)
) STRICT, WITHOUT ROWID;

INSERT INTO new_extensions
SELECT order_id, position, requested_at, days, channel, status, decided_at, closes_at
FROM extensions;
DROP TABLE extensions;
ALTER TABLE new_extensions RENAME TO extensions;

CREATE TABLE new_disputes (
  order_id        INTEGER NOT NULL REFERENCES orders (id) ON DELETE CASCADE,
  position        INTEGER NOT NULL,
  reason          TEXT NOT NULL CHECK (reason IN ('not_received', 'not_as_described')),
  want            TEXT NOT NULL CHECK (want = 'full' OR want = 'return' OR want = 'partial'),
  amount_minor    INTEGER,
  amount_currency TEXT CHECK (length(amount_currency) = 3),
  opened_at       INTEGER NOT NULL,
  seller_answer   TEXT NOT NULL CHECK (seller_answer = 'none' OR seller_answer = 'refused'
                                       OR seller_answer = 'offered' OR seller_answer = 'accepted'),
  escalated_at    INTEGER,
  evidence_due    INTEGER,
  outcome         TEXT CHECK (outcome = 'refunded' OR outcome = 'partial' OR outcome = 'rejected'),
  refund_minor    INTEGER,
  refund_currency TEXT CHECK (length(refund_currency) = 3),
  closed_at       INTEGER,
  return_by       INTEGER,
  returned_at     INTEGER,
  answered_at     INTEGER,
  offer_minor     INTEGER,
  offer_currency  TEXT CHECK (length(offer_currency) = 3
                              AND (offer_minor IS NULL) = (offer_currency IS NULL)),
  PRIMARY KEY (order_id, position),
  CHECK ((amount_minor IS NULL) = (amount_currency IS NULL)),
  CHECK ((refund_minor IS NULL) = (refund_currency IS NULL))
) STRICT, WITHOUT ROWID;

CREATE TABLE new_evidence (
  order_id INTEGER NOT NULL,
  dispute  INTEGER NOT NULL,
  position INTEGER NOT NULL,
  file     TEXT NOT NULL,
  sha256   TEXT NOT NULL,
  size     INTEGER NOT NULL,
  note     TEXT,
  added_at INTEGER NOT NULL,
  PRIMARY KEY (order_id, dispute, position),
  FOREIGN KEY (order_id, dispute) REFERENCES new_disputes (order_id, position) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;

INSERT INTO new_disputes
SELECT order_id, position, reason, want, amount_minor, amount_currency, opened_at, seller_answer,
       escalated_at, evidence_due, outcome, refund_minor, refund_currency, closed_at, return_by,
       returned_at, answered_at, offer_minor, offer_currency
FROM disputes;
INSERT INTO new_evidence
SELECT order_id, dispute, position, file, sha256, size, note, added_at
FROM evidence;
DROP TABLE evidence;
DROP TABLE disputes;
ALTER TABLE new_disputes RENAME TO disputes;
ALTER TABLE new_evidence RENAME TO evidence;
