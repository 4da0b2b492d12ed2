PRAGMA application_id = 1095520338;
PRAGMA user_version = 9;
BEGIN TRANSACTION;
CREATE TABLE changes (
  entry_id INTEGER NOT NULL REFERENCES entries (id),
  order_id INTEGER NOT NULL,
  before   TEXT,
  PRIMARY KEY (entry_id, order_id)
) STRICT, WITHOUT ROWID;
INSERT INTO "changes" VALUES(1,1,NULL);
INSERT INTO "changes" VALUES(1,2,NULL);
INSERT INTO "changes" VALUES(2,2,'{"orders": [{"id": 2, "number": "3051000000021234", "title": "Kettle", "seller": null, "client": null, "price_minor": null, "price_currency": null, "sale_price_minor": null, "sale_price_currency": null, "rules": "aliexpress-2023", "ordered_at": null, "ship_by": null, "days": null, "deadline": null, "protection_days": null, "closes": null, "pickup_by": null, "inspection": null, "confirmed_at": null, "cancelled_at": null}], "tags": [], "parcels": [], "extensions": [], "disputes": [], "evidence": [], "notes": []}');
INSERT INTO "changes" VALUES(3,2,'{"orders": [{"id": 2, "number": "3051000000021234", "title": "Kettle", "seller": null, "client": null, "price_minor": null, "price_currency": null, "sale_price_minor": null, "sale_price_currency": null, "rules": "aliexpress-2023", "ordered_at": null, "ship_by": null, "days": null, "deadline": null, "protection_days": null, "closes": null, "pickup_by": null, "inspection": null, "confirmed_at": null, "cancelled_at": null}], "tags": [], "parcels": [], "extensions": [], "disputes": [], "evidence": [], "notes": []}');
CREATE TABLE "deadlines" (
  order_id INTEGER NOT NULL REFERENCES orders (id) ON DELETE CASCADE,
  kind     TEXT NOT NULL CHECK (kind = 'open_until' OR kind = 'closes' OR kind = 'deadline'
                                OR kind = 'ship_by' OR kind = 'pickup_by' OR kind = 'evidence_due'
                                OR kind = 'auto_escalates' OR kind = 'reason_change'
                                OR kind = 'return_by' OR kind = 'chargeback'),
  at       INTEGER NOT NULL,
  PRIMARY KEY (order_id, kind, at)
) STRICT, WITHOUT ROWID;
INSERT INTO "deadlines" VALUES(1,'evidence_due',1795910400);
INSERT INTO "deadlines" VALUES(1,'open_until',9223372036854775807);
INSERT INTO "deadlines" VALUES(2,'open_until',9223372036854775807);
CREATE TABLE "disputes" (
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
                              AND (offer_minor IS NULL) = (offer_currency IS NULL)), amended_at INTEGER,
  PRIMARY KEY (order_id, position),
  CHECK ((amount_minor IS NULL) = (amount_currency IS NULL)),
  CHECK ((refund_minor IS NULL) = (refund_currency IS NULL))
) STRICT, WITHOUT ROWID;
INSERT INTO "disputes" VALUES(1,0,'not_as_described','partial',500,'USD',1793923200,'refused',1794355200,1795910400,NULL,NULL,NULL,NULL,NULL,NULL,1794009600,100,'USD',NULL);
CREATE TABLE entries (
  id         INTEGER PRIMARY KEY,
  at         INTEGER NOT NULL,
  command    TEXT NOT NULL,
  highest_id INTEGER NOT NULL,
  undoes     INTEGER UNIQUE REFERENCES entries (id)
) STRICT;
INSERT INTO "entries" VALUES(1,1793923200,'import example.csv',0,NULL);
INSERT INTO "entries" VALUES(2,1793923300,'edit 2 --title Pot',2,NULL);
INSERT INTO "entries" VALUES(3,1793923400,'undo',2,2);
INSERT INTO "entries" VALUES(4,1793923500,'rules add example-market.json',2,NULL);
CREATE TABLE entry_files (
  entry_id INTEGER NOT NULL REFERENCES entries (id),
  file     TEXT NOT NULL,
  PRIMARY KEY (entry_id, file)
) STRICT, WITHOUT ROWID;
INSERT INTO "entry_files" VALUES(1,'example.csv');
CREATE TABLE "evidence" (
  order_id INTEGER NOT NULL,
  dispute  INTEGER NOT NULL,
  position INTEGER NOT NULL,
  file     TEXT NOT NULL,
  sha256   TEXT NOT NULL,
  size     INTEGER NOT NULL,
  note     TEXT,
  added_at INTEGER NOT NULL,
  PRIMARY KEY (order_id, dispute, position),
  FOREIGN KEY (order_id, dispute) REFERENCES "disputes" (order_id, position) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;
INSERT INTO "evidence" VALUES(1,0,0,'/example/photo.jpg','0000000000000000000000000000000000000000000000000000000000000000',21,'the label',1793923260);
CREATE TABLE "extensions" (
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
INSERT INTO "extensions" VALUES(1,0,1792800000,10,'button','declined',1792886400,NULL);
CREATE TABLE former_numbers (
  number     TEXT NOT NULL,
  order_id   INTEGER NOT NULL,
  last_entry INTEGER NOT NULL,
  PRIMARY KEY (number, order_id)
) STRICT, WITHOUT ROWID;
CREATE TABLE notes (
  order_id INTEGER NOT NULL REFERENCES orders (id) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  at       INTEGER NOT NULL,
  text     TEXT NOT NULL,
  PRIMARY KEY (order_id, position)
) STRICT, WITHOUT ROWID;
INSERT INTO "notes" VALUES(1,0,1793923200,'half of it
is missing');
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
  cancelled_at        INTEGER, lists INTEGER, late_credit TEXT, completion_notice_at INTEGER, completed_at INTEGER,
  CHECK (length(number) BETWEEN 10 AND 32 AND number NOT GLOB '*[^0-9]*'),
  CHECK ((price_minor IS NULL) = (price_currency IS NULL)),
  CHECK ((sale_price_minor IS NULL) = (sale_price_currency IS NULL))
) STRICT;
INSERT INTO "orders" VALUES(1,'3051000000011234','USB hub, naïve "example"','Example Store','Client A',1234,'USD',2000,'USD','aliexpress-2016',1790812800,1791417600,45,NULL,NULL,NULL,1795737600,'bad',NULL,NULL,63,NULL,NULL,NULL);
INSERT INTO "orders" VALUES(2,'3051000000021234','Kettle',NULL,NULL,NULL,NULL,NULL,NULL,'aliexpress-2023',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,0,NULL,NULL,NULL);
CREATE TABLE parcels (
  order_id     INTEGER NOT NULL REFERENCES orders (id) ON DELETE CASCADE,
  position     INTEGER NOT NULL,
  tracking     TEXT,
  carrier      TEXT,
  untracked    INTEGER NOT NULL CHECK (untracked IN (0, 1)),
  shipped_at   INTEGER,
  delivered_at INTEGER, claimed_delivered_at INTEGER,
  PRIMARY KEY (order_id, position)
) STRICT, WITHOUT ROWID;
INSERT INTO "parcels" VALUES(1,0,'EX000000101','Example Post',0,1791417600,1793836800,NULL);
CREATE TABLE read_files (
  source   TEXT NOT NULL,
  file     INTEGER NOT NULL,  -- 64 bits of the SHA-256 of its name
  size     INTEGER NOT NULL,  -- 0 if a file of that name never changes
  modified INTEGER NOT NULL,  -- nanoseconds since 1970; likewise
  ending   INTEGER NOT NULL,  -- of an mbox: 64 bits of the SHA-256 of its last bytes
  entry_id INTEGER REFERENCES entries (id),
  PRIMARY KEY (source, file)
) STRICT, WITHOUT ROWID;
INSERT INTO "read_files" VALUES('exports',7,120,1795824000000000000,0,NULL);
INSERT INTO "read_files" VALUES('mail',-42,0,0,0,1);
CREATE TABLE read_mails (
  number   TEXT NOT NULL,     -- of the order; empty if the mail names only parcels
  mail     INTEGER NOT NULL,  -- 64 bits of the SHA-256 of its Message-ID
  facts    TEXT NOT NULL,     -- JSON
  origin   TEXT NOT NULL,     -- JSON: file, line, message_id, date
  entry_id INTEGER REFERENCES entries (id),
  PRIMARY KEY (number, mail)
) STRICT, WITHOUT ROWID;
INSERT INTO "read_mails" VALUES('3051000000011234',12,'{"kind":"confirmed"}','{"file":"1.eml","message_id":"m1@example.org"}',1);
CREATE TABLE rule_changes (
  entry_id INTEGER NOT NULL REFERENCES entries (id),
  name     TEXT NOT NULL,
  before   TEXT,
  PRIMARY KEY (entry_id, name)
) STRICT, WITHOUT ROWID;
INSERT INTO "rule_changes" VALUES(4,'example-market',NULL);
CREATE TABLE rule_sets (
  name                    TEXT NOT NULL PRIMARY KEY,
  era                     TEXT NOT NULL,
  source                  TEXT NOT NULL,
  dispute_opens_days      INTEGER NOT NULL,
  short_promise_days      INTEGER NOT NULL,
  dispute_after_completion_days      INTEGER NOT NULL,
  escalation_opens_days   INTEGER,
  auto_escalates_days     INTEGER NOT NULL,
  reason_change_days      INTEGER,
  seller_answer_days      INTEGER,
  reminder_from_days      INTEGER NOT NULL,
  reminder_until_days     INTEGER NOT NULL,
  extension_from_days     INTEGER NOT NULL,
  extension_until_days    INTEGER NOT NULL,
  longest_protection_days INTEGER NOT NULL, completes_after_delivery_days INTEGER, not_received_opens TEXT NOT NULL DEFAULT 'shipment'
  CHECK (not_received_opens IN ('shipment', 'deadline')), no_tracking_days INTEGER, return_ship_days INTEGER, chargeback_days INTEGER, longest_protection_from TEXT NOT NULL DEFAULT 'shipment'
  CHECK (longest_protection_from IN ('shipment', 'ordered')),
  CHECK (length(name) BETWEEN 1 AND 40 AND name NOT GLOB '*[^a-z0-9._-]*')
) STRICT, WITHOUT ROWID;
INSERT INTO "rule_sets" VALUES('example-market','an example','nobody',5,5,0,3,15,5,NULL,4,3,3,2,60,NULL,'shipment',NULL,NULL,NULL,'shipment');
CREATE TABLE scheduled_rules (
  name       TEXT NOT NULL PRIMARY KEY,
  day_counts TEXT NOT NULL
) STRICT, WITHOUT ROWID;
INSERT INTO "scheduled_rules" VALUES('aliexpress-2016','5 5 0 3 15 5 - 4 3 3 2 - shipment - - - ');
INSERT INTO "scheduled_rules" VALUES('aliexpress-2023','10 5 15 - 7 - 5 4 3 3 2 - shipment - - - ');
CREATE TABLE tags (
  order_id INTEGER NOT NULL REFERENCES orders (id) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  tag      TEXT NOT NULL,
  PRIMARY KEY (order_id, position)
) STRICT, WITHOUT ROWID;
INSERT INTO "tags" VALUES(1,1,'büro');
INSERT INTO "tags" VALUES(1,0,'gift');
CREATE TABLE "told_alarms" (
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
INSERT INTO "told_alarms" VALUES('3051000000011234','evidence_due',1795910400,86400,1795824000);
CREATE INDEX orders_by_seller ON orders (seller COLLATE NOCASE) WHERE seller IS NOT NULL;
CREATE INDEX orders_by_client ON orders (client COLLATE NOCASE) WHERE client IS NOT NULL;
CREATE INDEX tags_by_tag ON tags (tag COLLATE NOCASE);
CREATE INDEX changes_by_order ON changes (order_id);
CREATE INDEX rule_changes_by_name ON rule_changes (name);
CREATE INDEX orders_by_notice ON orders (completion_notice_at) WHERE completion_notice_at IS NOT NULL;
CREATE INDEX orders_by_completion ON orders (completed_at) WHERE completed_at IS NOT NULL;
CREATE INDEX parcels_by_claim ON parcels (order_id) WHERE claimed_delivered_at IS NOT NULL;
CREATE INDEX deadlines_by_at ON deadlines (at) WHERE kind <> 'open_until';
CREATE INDEX open_orders_by_end ON deadlines (at) WHERE kind = 'open_until';
CREATE INDEX chargebacks_by_at ON deadlines (at) WHERE kind = 'chargeback';
CREATE INDEX read_mails_by_entry ON read_mails (entry_id) WHERE entry_id IS NOT NULL;
DELETE FROM "sqlite_sequence";
INSERT INTO "sqlite_sequence" VALUES('orders',2);
COMMIT;
