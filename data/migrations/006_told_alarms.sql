-- What `remind` has told. An order is known by its number: ids are freed where an addition is
-- undone, and rows of orders are written anew where a change is.

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
