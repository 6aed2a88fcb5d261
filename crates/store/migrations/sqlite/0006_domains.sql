-- Who agreed to the registry's rules; domains by their sponsors, and transfers by those who asked for them.

-- It refers to nothing, because it outlives what it tells of: it is evidence.
CREATE TABLE consent (
    domain_id  INTEGER NOT NULL,
    operation  INTEGER NOT NULL,
    person     TEXT    NOT NULL,
    PRIMARY KEY (domain_id, operation)
) STRICT, WITHOUT ROWID;

-- Ids grow with time, so a sponsor's new domains come to the end of its own part of the index.
CREATE INDEX domain_sponsor ON domain (sponsor, id);

CREATE INDEX transfer_gaining ON transfer (gaining, object) WHERE state = 'pending';
