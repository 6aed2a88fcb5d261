-- What becomes of registrants where registrars are tags: domains that pass to another one wait for its registrar's answer,
-- one without domains is removed in time, and wrong data of one has to be corrected.

ALTER TABLE handshake ADD COLUMN heir_id INTEGER REFERENCES contact (id) ON DELETE RESTRICT;
ALTER TABLE handshake ADD COLUMN asked_by TEXT;

CREATE TABLE idle_contact (
    contact_id INTEGER PRIMARY KEY REFERENCES contact (id) ON DELETE CASCADE,
    removed_at INTEGER NOT NULL
) STRICT;

CREATE TABLE data_quality (
    contact_id INTEGER PRIMARY KEY REFERENCES contact (id) ON DELETE CASCADE,
    process    TEXT NOT NULL
) STRICT;
