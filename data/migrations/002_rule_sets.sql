-- The rule sets that the user added. A day is 86,400 s; include/aliprotect/policy.h
-- describes the columns.

CREATE TABLE rule_sets (
  name                    TEXT NOT NULL PRIMARY KEY,
  era                     TEXT NOT NULL,
  source                  TEXT NOT NULL,
  dispute_opens_days      INTEGER NOT NULL,
  short_promise_days      INTEGER NOT NULL,
  dispute_grace_days      INTEGER NOT NULL,
  escalation_opens_days   INTEGER,
  auto_escalates_days     INTEGER NOT NULL,
  reason_change_days      INTEGER,
  seller_answer_days      INTEGER,
  reminder_from_days      INTEGER NOT NULL,
  reminder_until_days     INTEGER NOT NULL,
  extension_from_days     INTEGER NOT NULL,
  extension_until_days    INTEGER NOT NULL,
  longest_protection_days INTEGER NOT NULL,
  CHECK (length(name) BETWEEN 1 AND 40 AND name NOT GLOB '*[^a-z0-9._-]*')
) STRICT, WITHOUT ROWID;

-- Like `changes`, but for rule sets.
CREATE TABLE rule_changes (
  entry_id INTEGER NOT NULL REFERENCES entries (id),
  name     TEXT NOT NULL,
  before   TEXT,
  PRIMARY KEY (entry_id, name)
) STRICT, WITHOUT ROWID;

CREATE INDEX rule_changes_by_name ON rule_changes (name);

-- From now on, an undo also saves before-images. Earlier ones did not, so the result of the entry
-- that such an undo undid is unknown. Neither of the two entries shows a difference.
INSERT INTO changes (entry_id, order_id, before)
SELECT undo.id, undone.order_id, undone.before
FROM entries AS undo
  JOIN changes AS undone ON undone.entry_id = undo.undoes;
