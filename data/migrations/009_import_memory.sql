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
