-- What the carrier and the site say: a delivery that the carrier reports, and an order that the site
-- completes. Rule sets count the time for disputes from completion.

ALTER TABLE orders ADD COLUMN late_credit TEXT;
ALTER TABLE orders ADD COLUMN completion_notice_at INTEGER;
ALTER TABLE orders ADD COLUMN completed_at INTEGER;
ALTER TABLE parcels ADD COLUMN claimed_delivered_at INTEGER;
ALTER TABLE disputes ADD COLUMN amended_at INTEGER;

CREATE INDEX orders_by_notice ON orders (completion_notice_at) WHERE completion_notice_at IS NOT NULL;
CREATE INDEX orders_by_completion ON orders (completed_at) WHERE completed_at IS NOT NULL;
CREATE INDEX parcels_by_claim ON parcels (order_id) WHERE claimed_delivered_at IS NOT NULL;

ALTER TABLE rule_sets RENAME COLUMN dispute_grace_days TO dispute_after_completion_days;
ALTER TABLE rule_sets ADD COLUMN completes_after_delivery_days INTEGER;
ALTER TABLE rule_sets ADD COLUMN not_received_opens TEXT NOT NULL DEFAULT 'shipment'
  CHECK (not_received_opens IN ('shipment', 'deadline'));
ALTER TABLE rule_sets ADD COLUMN no_tracking_days INTEGER;
ALTER TABLE rule_sets ADD COLUMN return_ship_days INTEGER;
ALTER TABLE rule_sets ADD COLUMN chargeback_days INTEGER;
ALTER TABLE rule_sets ADD COLUMN longest_protection_from TEXT NOT NULL DEFAULT 'shipment'
  CHECK (longest_protection_from IN ('shipment', 'ordered'));

-- Before-images of rule sets get the new names, and values for the columns that cannot be NULL.
UPDATE rule_changes
SET before = json_remove(
  json_set(before,
    '$.rule_sets[0].dispute_after_completion_days',
    json_extract(before, '$.rule_sets[0].dispute_grace_days'),
    '$.rule_sets[0].not_received_opens', 'shipment',
    '$.rule_sets[0].longest_protection_from', 'shipment'),
  '$.rule_sets[0].dispute_grace_days')
WHERE json_valid(before) AND json_type(before, '$.rule_sets[0]') = 'object';

-- The new day counts of a rule set without them: deadlines calculated from it remain valid.
UPDATE scheduled_rules SET day_counts = day_counts || '- shipment - - - ';

-- Tables whose CHECK lists the kinds of deadlines, which now include `chargeback`.
CREATE TABLE deadlines_with_chargeback (
  order_id INTEGER NOT NULL REFERENCES orders (id) ON DELETE CASCADE,
  kind     TEXT NOT NULL CHECK (kind = 'open_until' OR kind = 'closes' OR kind = 'deadline'
                                OR kind = 'ship_by' OR kind = 'pickup_by' OR kind = 'evidence_due'
                                OR kind = 'auto_escalates' OR kind = 'reason_change'
                                OR kind = 'return_by' OR kind = 'chargeback'),
  at       INTEGER NOT NULL,
  PRIMARY KEY (order_id, kind, at)
) STRICT, WITHOUT ROWID;
INSERT INTO deadlines_with_chargeback SELECT order_id, kind, at FROM deadlines;
DROP TABLE deadlines;
ALTER TABLE deadlines_with_chargeback RENAME TO deadlines;
CREATE INDEX deadlines_by_at ON deadlines (at) WHERE kind <> 'open_until';
CREATE INDEX open_orders_by_end ON deadlines (at) WHERE kind = 'open_until';
CREATE INDEX chargebacks_by_at ON deadlines (at) WHERE kind = 'chargeback';

CREATE TABLE told_alarms_with_chargeback (
  number  TEXT NOT NULL,
  kind    TEXT NOT NULL CHECK (kind = 'closes' OR kind = 'deadline' OR kind = 'ship_by'
                               OR kind = 'pickup_by' OR kind = 'evidence_due'
                               OR kind = 'auto_escalates' OR kind = 'reason_change'
                               OR kind = 'return_by' OR kind = 'chargeback'
                               OR kind = 'claim'),
  at      INTEGER NOT NULL,
  lead    INTEGER NOT NULL CHECK (lead >= 0),
  told_at INTEGER NOT NULL,
  PRIMARY KEY (number, kind, at, lead)
) STRICT, WITHOUT ROWID;
INSERT INTO told_alarms_with_chargeback SELECT number, kind, at, lead, told_at FROM told_alarms;
DROP TABLE told_alarms;
ALTER TABLE told_alarms_with_chargeback RENAME TO told_alarms;
