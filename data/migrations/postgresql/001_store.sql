-- The schema of data/migrations/sqlite for PostgreSQL, with the same tables, columns and indexes.
-- docs/database.md describes them. COLLATE "C" makes lower() and the order of text the same. An index
-- holds only the first 200 characters of a text of any length, because PostgreSQL limits its rows.

-- The version of the schema, in one row.
CREATE TABLE aliprotect_store (
  version BIGINT NOT NULL
);

-- Whether a text contains a word in lower case, ignoring the case of ASCII letters.
CREATE FUNCTION mentions(content TEXT, word TEXT) RETURNS BOOLEAN
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT position(word IN
    translate(content, 'ABCDEFGHIJKLMNOPQRSTUVWXYZ', 'abcdefghijklmnopqrstuvwxyz')) > 0
$$;

-- One row is one order. The lists are JSON arrays, or NULL if they are empty.
CREATE TABLE orders (
  id                   BIGINT PRIMARY KEY CHECK (id BETWEEN 1 AND 999999999),
  number               TEXT COLLATE "C" NOT NULL CHECK (
                         length(number) BETWEEN 10 AND 32 AND number ~ '^[0-9]+$'),
  rules                TEXT COLLATE "C" NOT NULL,
  closes               BIGINT,
  title                TEXT COLLATE "C",
  seller               TEXT COLLATE "C",
  client               TEXT COLLATE "C",
  price_minor          BIGINT,
  price_currency       TEXT COLLATE "C",
  sale_price_minor     BIGINT,
  sale_price_currency  TEXT COLLATE "C",
  ordered_at           BIGINT,
  ship_by              BIGINT,
  days                 BIGINT,
  deadline             BIGINT,
  protection_days      BIGINT,
  late_credit          TEXT COLLATE "C",
  pickup_by            BIGINT,
  inspection           TEXT COLLATE "C",
  completion_notice_at BIGINT,
  completed_at         BIGINT,
  confirmed_at         BIGINT,
  cancelled_at         BIGINT,
  tags                 TEXT COLLATE "C",
  parcels              TEXT COLLATE "C",
  extensions           TEXT COLLATE "C",
  disputes             TEXT COLLATE "C",
  notes                TEXT COLLATE "C"
);

CREATE UNIQUE INDEX orders_by_number ON orders (number);
CREATE INDEX orders_by_seller ON orders (substr(lower(seller), 1, 200)) WHERE seller IS NOT NULL;
CREATE INDEX orders_by_client ON orders (substr(lower(client), 1, 200)) WHERE client IS NOT NULL;
CREATE INDEX disputed_orders ON orders (id) WHERE disputes IS NOT NULL;

-- The lists of orders as rows. The program does not use these views.

CREATE VIEW parcels AS
SELECT orders.id AS order_id, list.place - 1 AS position,
  list.value ->> 0 AS tracking,
  list.value ->> 1 AS carrier,
  CASE list.value ->> 2 WHEN 'true' THEN 1 ELSE 0 END AS untracked,
  (list.value ->> 3)::bigint AS shipped_at,
  (list.value ->> 4)::bigint AS delivered_at,
  (list.value ->> 5)::bigint AS claimed_delivered_at
FROM orders,
  json_array_elements(orders.parcels::json) WITH ORDINALITY AS list (value, place);

CREATE VIEW extensions AS
SELECT orders.id AS order_id, list.place - 1 AS position,
  (list.value ->> 0)::bigint AS requested_at,
  (list.value ->> 1)::bigint AS days,
  list.value ->> 2 AS channel,
  list.value ->> 3 AS status,
  (list.value ->> 4)::bigint AS decided_at,
  (list.value ->> 5)::bigint AS closes_at
FROM orders,
  json_array_elements(orders.extensions::json) WITH ORDINALITY AS list (value, place);

CREATE VIEW disputes AS
SELECT orders.id AS order_id, list.place - 1 AS position,
  list.value ->> 0 AS reason,
  list.value ->> 1 AS want,
  (list.value -> 2 ->> 0)::bigint AS amount_minor,
  list.value -> 2 ->> 1 AS amount_currency,
  (list.value ->> 3)::bigint AS opened_at,
  (list.value ->> 4)::bigint AS amended_at,
  list.value ->> 5 AS seller_answer,
  (list.value ->> 6)::bigint AS answered_at,
  (list.value -> 7 ->> 0)::bigint AS offer_minor,
  list.value -> 7 ->> 1 AS offer_currency,
  (list.value ->> 8)::bigint AS escalated_at,
  (list.value ->> 9)::bigint AS evidence_due,
  list.value ->> 10 AS outcome,
  (list.value -> 11 ->> 0)::bigint AS refund_minor,
  list.value -> 11 ->> 1 AS refund_currency,
  (list.value ->> 12)::bigint AS closed_at,
  (list.value ->> 13)::bigint AS return_by,
  (list.value ->> 14)::bigint AS returned_at
FROM orders,
  json_array_elements(orders.disputes::json) WITH ORDINALITY AS list (value, place);

CREATE VIEW evidence AS
SELECT orders.id AS order_id, dispute.place - 1 AS dispute, list.place - 1 AS position,
  list.value ->> 0 AS file,
  list.value ->> 1 AS sha256,
  (list.value ->> 2)::bigint AS size,
  list.value ->> 3 AS note,
  (list.value ->> 4)::bigint AS added_at
FROM orders,
  json_array_elements(orders.disputes::json) WITH ORDINALITY AS dispute (value, place),
  json_array_elements(dispute.value -> 15) WITH ORDINALITY AS list (value, place);

CREATE VIEW notes AS
SELECT orders.id AS order_id, list.place - 1 AS position,
  (list.value ->> 0)::bigint AS at,
  list.value ->> 1 AS text
FROM orders,
  json_array_elements(orders.notes::json) WITH ORDINALITY AS list (value, place);

-- Derived from the orders and rule sets, for queries that must not read all orders. `check` compares
-- them with the orders, because a foreign key would slow down large imports.
CREATE TABLE deadlines (
  order_id BIGINT NOT NULL,
  kind     TEXT COLLATE "C" NOT NULL,
  at       BIGINT NOT NULL,
  PRIMARY KEY (order_id, kind, at)
);

CREATE INDEX deadlines_by_at ON deadlines (at);
CREATE INDEX chargebacks_by_at ON deadlines (at) WHERE kind = 'chargeback';

CREATE TABLE states (
  order_id BIGINT NOT NULL,
  state    TEXT COLLATE "C" NOT NULL,
  at       BIGINT NOT NULL,
  PRIMARY KEY (order_id, state)
);

CREATE INDEX states_by_state ON states (state, at);

CREATE TABLE tags (
  order_id BIGINT NOT NULL,
  tag      TEXT COLLATE "C" NOT NULL
);

CREATE INDEX tags_of_order ON tags (order_id);
CREATE INDEX tags_by_tag ON tags (substr(lower(tag), 1, 200));

-- The rule sets that the user added. include/aliprotect/policy.h describes the columns.
CREATE TABLE rule_sets (
  name                          TEXT COLLATE "C" NOT NULL PRIMARY KEY CHECK (
                                  length(name) BETWEEN 1 AND 40
                                  AND name ~ '^[a-z0-9._-]+$'),
  era                           TEXT COLLATE "C" NOT NULL,
  source                        TEXT COLLATE "C" NOT NULL,
  dispute_opens_days            BIGINT NOT NULL,
  short_promise_days            BIGINT NOT NULL,
  dispute_after_completion_days BIGINT NOT NULL,
  escalation_opens_days         BIGINT,
  auto_escalates_days           BIGINT NOT NULL,
  reason_change_days            BIGINT,
  seller_answer_days            BIGINT,
  reminder_from_days            BIGINT NOT NULL,
  reminder_until_days           BIGINT NOT NULL,
  extension_from_days           BIGINT NOT NULL,
  extension_until_days          BIGINT NOT NULL,
  longest_protection_days       BIGINT NOT NULL,
  completes_after_delivery_days BIGINT,
  not_received_opens            TEXT COLLATE "C" NOT NULL,
  no_tracking_days              BIGINT,
  return_ship_days              BIGINT,
  chargeback_days               BIGINT,
  longest_protection_from       TEXT COLLATE "C" NOT NULL
);

-- The day counts from which the deadlines of each rule set's orders were calculated.
CREATE TABLE scheduled_rules (
  name       TEXT COLLATE "C" NOT NULL PRIMARY KEY,
  day_counts TEXT COLLATE "C" NOT NULL
);

-- `highest_id`: the highest id of an order ever assigned.
CREATE TABLE counters (
  name  TEXT COLLATE "C" NOT NULL PRIMARY KEY,
  value BIGINT NOT NULL
);

-- The log: one entry for each change, the orders and rule sets that it changed, and the rows from
-- before it of those that existed. The names are those of the user and the computer that made it.
CREATE TABLE entries (
  id         BIGINT PRIMARY KEY,
  at         BIGINT NOT NULL,
  command    TEXT COLLATE "C" NOT NULL,
  user_name  TEXT COLLATE "C" NOT NULL,
  host_name  TEXT COLLATE "C" NOT NULL,
  highest_id BIGINT NOT NULL,
  undoes     BIGINT UNIQUE REFERENCES entries (id)
);

CREATE TABLE changes (
  entry_id BIGINT NOT NULL,  -- of `entries`; not a foreign key, as for the derived tables
  order_id BIGINT NOT NULL,
  existed  BIGINT NOT NULL CHECK (existed IN (0, 1)),
  PRIMARY KEY (entry_id, order_id)
);

CREATE INDEX changes_by_order ON changes (order_id);

-- `number_ended` is 1 if the order no longer had the number after the change.
CREATE TABLE former_orders (
  entry_id             BIGINT NOT NULL REFERENCES entries (id),
  id                   BIGINT NOT NULL,
  number_ended         BIGINT NOT NULL DEFAULT 0,
  number               TEXT COLLATE "C" NOT NULL,
  rules                TEXT COLLATE "C" NOT NULL,
  closes               BIGINT,
  title                TEXT COLLATE "C",
  seller               TEXT COLLATE "C",
  client               TEXT COLLATE "C",
  price_minor          BIGINT,
  price_currency       TEXT COLLATE "C",
  sale_price_minor     BIGINT,
  sale_price_currency  TEXT COLLATE "C",
  ordered_at           BIGINT,
  ship_by              BIGINT,
  days                 BIGINT,
  deadline             BIGINT,
  protection_days      BIGINT,
  late_credit          TEXT COLLATE "C",
  pickup_by            BIGINT,
  inspection           TEXT COLLATE "C",
  completion_notice_at BIGINT,
  completed_at         BIGINT,
  confirmed_at         BIGINT,
  cancelled_at         BIGINT,
  tags                 TEXT COLLATE "C",
  parcels              TEXT COLLATE "C",
  extensions           TEXT COLLATE "C",
  disputes             TEXT COLLATE "C",
  notes                TEXT COLLATE "C",
  PRIMARY KEY (entry_id, id)
);

CREATE INDEX ended_numbers ON former_orders (number, entry_id, id) WHERE number_ended = 1;

CREATE TABLE rule_changes (
  entry_id BIGINT NOT NULL REFERENCES entries (id),
  name     TEXT COLLATE "C" NOT NULL,
  existed  BIGINT NOT NULL CHECK (existed IN (0, 1)),
  PRIMARY KEY (entry_id, name)
);

CREATE INDEX rule_changes_by_name ON rule_changes (name);

CREATE TABLE former_rule_sets (
  entry_id                      BIGINT NOT NULL REFERENCES entries (id),
  name                          TEXT COLLATE "C" NOT NULL,
  era                           TEXT COLLATE "C" NOT NULL,
  source                        TEXT COLLATE "C" NOT NULL,
  dispute_opens_days            BIGINT NOT NULL,
  short_promise_days            BIGINT NOT NULL,
  dispute_after_completion_days BIGINT NOT NULL,
  escalation_opens_days         BIGINT,
  auto_escalates_days           BIGINT NOT NULL,
  reason_change_days            BIGINT,
  seller_answer_days            BIGINT,
  reminder_from_days            BIGINT NOT NULL,
  reminder_until_days           BIGINT NOT NULL,
  extension_from_days           BIGINT NOT NULL,
  extension_until_days          BIGINT NOT NULL,
  longest_protection_days       BIGINT NOT NULL,
  completes_after_delivery_days BIGINT,
  not_received_opens            TEXT COLLATE "C" NOT NULL,
  no_tracking_days              BIGINT,
  return_ship_days              BIGINT,
  chargeback_days               BIGINT,
  longest_protection_from       TEXT COLLATE "C" NOT NULL,
  PRIMARY KEY (entry_id, name)
);

-- What imports remember: the files that `sync` has read, what mails stated, and where the facts of a
-- change come from. `entry_id` is the change that recorded them: undoing it deletes the rows.
CREATE TABLE read_files (
  source   TEXT COLLATE "C" NOT NULL,
  file     BIGINT NOT NULL,  -- 64 bits of the SHA-256 of its name
  size     BIGINT NOT NULL,  -- 0 if a file of that name never changes
  modified BIGINT NOT NULL,  -- nanoseconds since 1970; likewise
  ending   BIGINT NOT NULL,  -- of an mbox: 64 bits of the SHA-256 of its last bytes
  entry_id BIGINT REFERENCES entries (id),
  PRIMARY KEY (source, file)
);

CREATE TABLE read_mails (
  number   TEXT COLLATE "C" NOT NULL,     -- of the order; empty if the mail names only parcels
  mail     BIGINT NOT NULL,  -- 64 bits of the SHA-256 of its Message-ID
  facts    TEXT COLLATE "C" NOT NULL,     -- JSON
  origin   TEXT COLLATE "C" NOT NULL,     -- JSON: file, line, message_id, date
  entry_id BIGINT REFERENCES entries (id),
  PRIMARY KEY (number, mail)
);

CREATE INDEX read_mails_by_entry ON read_mails (entry_id) WHERE entry_id IS NOT NULL;

CREATE TABLE entry_files (
  entry_id BIGINT NOT NULL REFERENCES entries (id),
  file     TEXT COLLATE "C" NOT NULL
);

CREATE INDEX files_of_entry ON entry_files (entry_id);

-- The reminders that `remind` has sent. They refer to orders by number, because undoing an addition
-- frees its id.
CREATE TABLE sent_reminders (
  number  TEXT COLLATE "C" NOT NULL,
  kind    TEXT COLLATE "C" NOT NULL,
  at      BIGINT NOT NULL,
  lead    BIGINT NOT NULL,
  sent_at BIGINT NOT NULL,
  PRIMARY KEY (number, kind, at, lead)
);

-- A random token of each change of the last hour, by the server's clock: a program that lost its
-- connection during COMMIT finds out by it whether the change was recorded.
CREATE TABLE recent_changes (
  at    BIGINT NOT NULL,
  token UUID NOT NULL,
  PRIMARY KEY (at, token)
);
