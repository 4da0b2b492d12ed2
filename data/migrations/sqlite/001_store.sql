-- docs/database.md describes the tables and views. Instants are UTC seconds since 1970, days are
-- days of 86,400 s, money is an amount in minor units and a currency.

-- One row is one order. The lists are JSON arrays, or NULL if they are empty.
CREATE TABLE orders (
  id                   INTEGER PRIMARY KEY CHECK (id BETWEEN 1 AND 999999999),
  number               TEXT NOT NULL CHECK (
                         length(number) BETWEEN 10 AND 32 AND number NOT GLOB '*[^0-9]*'),
  rules                TEXT NOT NULL,
  closes               INTEGER,
  title                TEXT,
  seller               TEXT,
  client               TEXT,
  price_minor          INTEGER,
  price_currency       TEXT,
  sale_price_minor     INTEGER,
  sale_price_currency  TEXT,
  ordered_at           INTEGER,
  ship_by              INTEGER,
  days                 INTEGER,
  deadline             INTEGER,
  protection_days      INTEGER,
  late_credit          TEXT,
  pickup_by            INTEGER,
  inspection           TEXT,
  completion_notice_at INTEGER,
  completed_at         INTEGER,
  confirmed_at         INTEGER,
  cancelled_at         INTEGER,
  tags                 TEXT,
  parcels              TEXT,
  extensions           TEXT,
  disputes             TEXT,
  notes                TEXT
) STRICT;

CREATE UNIQUE INDEX orders_by_number ON orders (number);
CREATE INDEX orders_by_seller ON orders (lower(seller)) WHERE seller IS NOT NULL;
CREATE INDEX orders_by_client ON orders (lower(client)) WHERE client IS NOT NULL;
CREATE INDEX disputed_orders ON orders (id) WHERE disputes IS NOT NULL;

-- The lists of orders as rows. The program does not use these views.

CREATE VIEW parcels AS
SELECT orders.id AS order_id, list.key AS position,
  list.value ->> 0 AS tracking,
  list.value ->> 1 AS carrier,
  coalesce(list.value ->> 2, 0) AS untracked,
  list.value ->> 3 AS shipped_at,
  list.value ->> 4 AS delivered_at,
  list.value ->> 5 AS claimed_delivered_at
FROM orders, json_each(orders.parcels) AS list;

CREATE VIEW extensions AS
SELECT orders.id AS order_id, list.key AS position,
  list.value ->> 0 AS requested_at,
  list.value ->> 1 AS days,
  list.value ->> 2 AS channel,
  list.value ->> 3 AS status,
  list.value ->> 4 AS decided_at,
  list.value ->> 5 AS closes_at
FROM orders, json_each(orders.extensions) AS list;

CREATE VIEW disputes AS
SELECT orders.id AS order_id, list.key AS position,
  list.value ->> 0 AS reason,
  list.value ->> 1 AS want,
  list.value ->> '$[2][0]' AS amount_minor,
  list.value ->> '$[2][1]' AS amount_currency,
  list.value ->> 3 AS opened_at,
  list.value ->> 4 AS amended_at,
  list.value ->> 5 AS seller_answer,
  list.value ->> 6 AS answered_at,
  list.value ->> '$[7][0]' AS offer_minor,
  list.value ->> '$[7][1]' AS offer_currency,
  list.value ->> 8 AS escalated_at,
  list.value ->> 9 AS evidence_due,
  list.value ->> 10 AS outcome,
  list.value ->> '$[11][0]' AS refund_minor,
  list.value ->> '$[11][1]' AS refund_currency,
  list.value ->> 12 AS closed_at,
  list.value ->> 13 AS return_by,
  list.value ->> 14 AS returned_at
FROM orders, json_each(orders.disputes) AS list;

CREATE VIEW evidence AS
SELECT orders.id AS order_id, dispute.key AS dispute, list.key AS position,
  list.value ->> 0 AS file,
  list.value ->> 1 AS sha256,
  list.value ->> 2 AS size,
  list.value ->> 3 AS note,
  list.value ->> 4 AS added_at
FROM orders, json_each(orders.disputes) AS dispute, json_each(dispute.value, '$[15]') AS list;

CREATE VIEW notes AS
SELECT orders.id AS order_id, list.key AS position,
  list.value ->> 0 AS at,
  list.value ->> 1 AS text
FROM orders, json_each(orders.notes) AS list;

-- Derived from the orders and rule sets, for queries that must not read all orders. `check` compares
-- them with the orders, because a foreign key would slow down large imports.
CREATE TABLE deadlines (
  order_id INTEGER NOT NULL,
  kind     TEXT NOT NULL,
  at       INTEGER NOT NULL,
  PRIMARY KEY (order_id, kind, at)
) STRICT, WITHOUT ROWID;

CREATE INDEX deadlines_by_at ON deadlines (at);
CREATE INDEX chargebacks_by_at ON deadlines (at) WHERE kind = 'chargeback';

CREATE TABLE states (
  order_id INTEGER NOT NULL,
  state    TEXT NOT NULL,
  at       INTEGER NOT NULL,
  PRIMARY KEY (order_id, state)
) STRICT, WITHOUT ROWID;

CREATE INDEX states_by_state ON states (state, at);

CREATE TABLE tags (
  order_id INTEGER NOT NULL,
  tag      TEXT NOT NULL,
  PRIMARY KEY (order_id, tag)
) STRICT, WITHOUT ROWID;

CREATE INDEX tags_by_tag ON tags (lower(tag));

-- The rule sets that the user added. include/aliprotect/policy.h describes the columns.
CREATE TABLE rule_sets (
  name                          TEXT NOT NULL PRIMARY KEY CHECK (
                                  length(name) BETWEEN 1 AND 40
                                  AND name NOT GLOB '*[^a-z0-9._-]*'),
  era                           TEXT NOT NULL,
  source                        TEXT NOT NULL,
  dispute_opens_days            INTEGER NOT NULL,
  short_promise_days            INTEGER NOT NULL,
  dispute_after_completion_days INTEGER NOT NULL,
  escalation_opens_days         INTEGER,
  auto_escalates_days           INTEGER NOT NULL,
  reason_change_days            INTEGER,
  seller_answer_days            INTEGER,
  reminder_from_days            INTEGER NOT NULL,
  reminder_until_days           INTEGER NOT NULL,
  extension_from_days           INTEGER NOT NULL,
  extension_until_days          INTEGER NOT NULL,
  longest_protection_days       INTEGER NOT NULL,
  completes_after_delivery_days INTEGER,
  not_received_opens            TEXT NOT NULL,
  no_tracking_days              INTEGER,
  return_ship_days              INTEGER,
  chargeback_days               INTEGER,
  longest_protection_from       TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- The day counts from which the deadlines of each rule set's orders were calculated.
CREATE TABLE scheduled_rules (
  name       TEXT NOT NULL PRIMARY KEY,
  day_counts TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- `highest_id`: the highest id of an order ever assigned.
CREATE TABLE counters (
  name  TEXT NOT NULL PRIMARY KEY,
  value INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- The log: one entry for each change, the orders and rule sets that it changed, and the rows from
-- before it of those that existed. The names are those of the user and the computer that made it.
CREATE TABLE entries (
  id         INTEGER PRIMARY KEY,
  at         INTEGER NOT NULL,
  command    TEXT NOT NULL,
  user_name  TEXT NOT NULL,
  host_name  TEXT NOT NULL,
  highest_id INTEGER NOT NULL,
  undoes     INTEGER UNIQUE REFERENCES entries (id)
) STRICT;

CREATE TABLE changes (
  entry_id INTEGER NOT NULL,  -- of `entries`; not a foreign key, as for the derived tables
  order_id INTEGER NOT NULL,
  existed  INTEGER NOT NULL CHECK (existed IN (0, 1)),
  PRIMARY KEY (entry_id, order_id)
) STRICT, WITHOUT ROWID;

CREATE INDEX changes_by_order ON changes (order_id);

-- `number_ended` is 1 if the order no longer had the number after the change.
CREATE TABLE former_orders (
  entry_id             INTEGER NOT NULL REFERENCES entries (id),
  id                   INTEGER NOT NULL,
  number_ended         INTEGER NOT NULL DEFAULT 0,
  number               TEXT NOT NULL,
  rules                TEXT NOT NULL,
  closes               INTEGER,
  title                TEXT,
  seller               TEXT,
  client               TEXT,
  price_minor          INTEGER,
  price_currency       TEXT,
  sale_price_minor     INTEGER,
  sale_price_currency  TEXT,
  ordered_at           INTEGER,
  ship_by              INTEGER,
  days                 INTEGER,
  deadline             INTEGER,
  protection_days      INTEGER,
  late_credit          TEXT,
  pickup_by            INTEGER,
  inspection           TEXT,
  completion_notice_at INTEGER,
  completed_at         INTEGER,
  confirmed_at         INTEGER,
  cancelled_at         INTEGER,
  tags                 TEXT,
  parcels              TEXT,
  extensions           TEXT,
  disputes             TEXT,
  notes                TEXT,
  PRIMARY KEY (entry_id, id)
) STRICT, WITHOUT ROWID;

CREATE INDEX ended_numbers ON former_orders (number, entry_id, id) WHERE number_ended = 1;

CREATE TABLE rule_changes (
  entry_id INTEGER NOT NULL REFERENCES entries (id),
  name     TEXT NOT NULL,
  existed  INTEGER NOT NULL CHECK (existed IN (0, 1)),
  PRIMARY KEY (entry_id, name)
) STRICT, WITHOUT ROWID;

CREATE INDEX rule_changes_by_name ON rule_changes (name);

CREATE TABLE former_rule_sets (
  entry_id                      INTEGER NOT NULL REFERENCES entries (id),
  name                          TEXT NOT NULL,
  era                           TEXT NOT NULL,
  source                        TEXT NOT NULL,
  dispute_opens_days            INTEGER NOT NULL,
  short_promise_days            INTEGER NOT NULL,
  dispute_after_completion_days INTEGER NOT NULL,
  escalation_opens_days         INTEGER,
  auto_escalates_days           INTEGER NOT NULL,
  reason_change_days            INTEGER,
  seller_answer_days            INTEGER,
  reminder_from_days            INTEGER NOT NULL,
  reminder_until_days           INTEGER NOT NULL,
  extension_from_days           INTEGER NOT NULL,
  extension_until_days          INTEGER NOT NULL,
  longest_protection_days       INTEGER NOT NULL,
  completes_after_delivery_days INTEGER,
  not_received_opens            TEXT NOT NULL,
  no_tracking_days              INTEGER,
  return_ship_days              INTEGER,
  chargeback_days               INTEGER,
  longest_protection_from       TEXT NOT NULL,
  PRIMARY KEY (entry_id, name)
) STRICT, WITHOUT ROWID;

-- What imports remember: the files that `sync` has read, what mails stated, and where the facts of a
-- change come from. `entry_id` is the change that recorded them: undoing it deletes the rows.
CREATE TABLE read_files (
  source   TEXT NOT NULL,
  file     INTEGER NOT NULL,  -- 64 bits of the SHA-256 of its name
  size     INTEGER NOT NULL,  -- 0 if a file of that name never changes
  modified INTEGER NOT NULL,  -- nanoseconds since 1970; likewise
  ending   INTEGER NOT NULL,  -- of an mbox: 64 bits of the SHA-256 of its last bytes
  entry_id INTEGER REFERENCES entries (id),
  PRIMARY KEY (source, file)
) STRICT, WITHOUT ROWID;

CREATE TABLE read_mails (
  number   TEXT NOT NULL,     -- of the order; empty if the mail names only parcels
  mail     INTEGER NOT NULL,  -- 64 bits of the SHA-256 of its Message-ID
  facts    TEXT NOT NULL,     -- JSON
  origin   TEXT NOT NULL,     -- JSON: file, line, message_id, date
  entry_id INTEGER REFERENCES entries (id),
  PRIMARY KEY (number, mail)
) STRICT, WITHOUT ROWID;

CREATE INDEX read_mails_by_entry ON read_mails (entry_id) WHERE entry_id IS NOT NULL;

CREATE TABLE entry_files (
  entry_id INTEGER NOT NULL REFERENCES entries (id),
  file     TEXT NOT NULL,
  PRIMARY KEY (entry_id, file)
) STRICT, WITHOUT ROWID;

-- The reminders that `remind` has sent. They refer to orders by number, because undoing an addition
-- frees its id.
CREATE TABLE sent_reminders (
  number  TEXT NOT NULL,
  kind    TEXT NOT NULL,
  at      INTEGER NOT NULL,
  lead    INTEGER NOT NULL,
  sent_at INTEGER NOT NULL,
  PRIMARY KEY (number, kind, at, lead)
) STRICT, WITHOUT ROWID;
