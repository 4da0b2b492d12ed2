-- The reminders that `remind` has sent. They refer to orders by number, because undoing an addition
-- frees its id, and undoing a change deletes and inserts the order.

CREATE TABLE told_alarms (
  number  TEXT NOT NULL,
  kind    TEXT NOT NULL CHECK (kind = 'closes' OR kind = 'deadline' OR kind = 'ship_by'
                               OR kind = 'pickup_by' OR kind = 'evidence_due'
                               OR kind = 'auto_escalates' OR kind = 'reason_change'
                               OR kind = 'return_by'),
  at      INTEGER NOT NULL,
  lead    INTEGER NOT NULL CHECK (lead >= 0),
  told_at INTEGER NOT NULL,
  PRIMARY KEY (number, kind, at, lead)
) STRICT, WITHOUT ROWID;
