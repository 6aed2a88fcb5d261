-- What resellers want to know and choose about their domains, contacts and hosts.

-- What becomes of a transfer that is not answered in time, if the sponsor chose.
ALTER TABLE domain ADD COLUMN time_out TEXT CHECK (time_out = 'approve' OR time_out = 'cancel');

-- Two more modes of renewal. A check cannot be changed but in the definition itself; see 0010.
PRAGMA writable_schema = ON;

UPDATE sqlite_schema
SET sql = replace(sql,
    'renewal IN (''automatic'', ''explicit'')',
    'renewal = ''automatic'' OR renewal = ''explicit'' OR renewal = ''once'' OR renewal = ''delete''')
WHERE type = 'table' AND name = 'domain';

PRAGMA writable_schema = RESET;

-- The orders in which an account reads the list of its domains; by age it has that of domain_sponsor. But for the names,
-- what is new comes to the end of its sponsor's part.
CREATE INDEX domain_by_name ON domain (sponsor, name);
CREATE INDEX domain_by_expiry ON domain (sponsor, expires_at, id);
CREATE INDEX domain_by_update ON domain (sponsor, COALESCE(updated_at, created_at), id);

-- Labels that a sponsor put on its domains.
CREATE TABLE domain_tag (
    domain_id INTEGER NOT NULL,
    tag       TEXT    NOT NULL,
    sponsor   INTEGER NOT NULL REFERENCES account (id),
    PRIMARY KEY (domain_id, tag)
) STRICT, WITHOUT ROWID;

CREATE INDEX domain_tag_sponsor ON domain_tag (sponsor, tag, domain_id);

-- Transfers that had ended before the latest of the same object. A moment may hold several, so there is no key.
CREATE TABLE past_transfer (
    object       INTEGER NOT NULL,
    state        TEXT    NOT NULL,
    gaining      INTEGER NOT NULL REFERENCES account (id),
    requested_at INTEGER NOT NULL,
    losing       INTEGER NOT NULL REFERENCES account (id),
    acts_at      INTEGER NOT NULL,
    years        INTEGER NOT NULL,
    expires_at   INTEGER,
    asked        TEXT
) STRICT;

CREATE INDEX past_transfer_object ON past_transfer (object, requested_at);
CREATE INDEX transfer_losing ON transfer (losing, object) WHERE state = 'pending';

-- The latest trade of a domain. Its contacts are named and not referred to: one that is over keeps none.
CREATE TABLE trade (
    domain_id       INTEGER PRIMARY KEY,
    state           TEXT    NOT NULL,
    account_id      INTEGER NOT NULL REFERENCES account (id),
    requested_at    INTEGER NOT NULL,
    acts_at         INTEGER NOT NULL,
    from_registrant TEXT,
    to_registrant   TEXT    NOT NULL,
    asked           TEXT
) STRICT;

-- By what a contact says it is found again. Those that were made before have none until they are changed.
ALTER TABLE contact ADD COLUMN fingerprint INTEGER;

CREATE INDEX contact_fingerprint ON contact (sponsor, fingerprint, id);
CREATE INDEX IF NOT EXISTS contact_sponsor ON contact (sponsor, id);
CREATE INDEX host_by_name ON host (sponsor, name);
