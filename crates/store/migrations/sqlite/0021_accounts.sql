-- Accounts below accounts, roles, address books; notices that were acknowledged; objects by their sponsors.

ALTER TABLE account ADD COLUMN parent    INTEGER REFERENCES account (id);
ALTER TABLE account ADD COLUMN closed_at INTEGER;

CREATE INDEX account_parent ON account (parent, id) WHERE parent IS NOT NULL AND closed_at IS NULL;

-- Of a role: the commands it may give, and where it may come from. NULL in `commands`: the account's own credential.
ALTER TABLE credential ADD COLUMN commands TEXT;
ALTER TABLE credential ADD COLUMN networks TEXT;

-- It stands apart from the account, so that nobody who logs in carries it about.
CREATE TABLE address_book (
    account_id INTEGER PRIMARY KEY REFERENCES account (id),
    book       TEXT    NOT NULL
) STRICT;

-- What a notice is of, so that a list can be asked for some kinds only.
ALTER TABLE notice ADD COLUMN kind TEXT NOT NULL DEFAULT '';

UPDATE notice SET kind = json_extract(event, '$.event')
    || COALESCE('_' || json_extract(event, '$.news.what'), '')
    || COALESCE('/' || json_extract(event, '$.transfer.state'), '');

-- Notices that were acknowledged, for as long as they can be read again.
CREATE TABLE past_notice (
    account_id      INTEGER NOT NULL REFERENCES account (id),
    id              INTEGER NOT NULL,
    at              INTEGER NOT NULL,
    event           TEXT    NOT NULL,
    asked           TEXT,
    kind            TEXT    NOT NULL,
    acknowledged_at INTEGER NOT NULL,
    PRIMARY KEY (account_id, id)
) STRICT, WITHOUT ROWID;

-- As for domains: ids grow with time, so what is new comes to the end of its sponsor's part.
CREATE INDEX IF NOT EXISTS contact_sponsor ON contact (sponsor, id);
CREATE INDEX IF NOT EXISTS host_sponsor ON host (sponsor, id);
CREATE INDEX IF NOT EXISTS nsset_sponsor ON nsset (sponsor, id);
CREATE INDEX IF NOT EXISTS dns_zone_age ON dns_zone (owner, id) WHERE state <> 'deleted';
