-- Registrars that name each other by tags: what each wants to be asked, releases that wait for an answer, and what a
-- registrar wants done with a domain in time.

CREATE TABLE registrar_tag (
    account_id INTEGER PRIMARY KEY REFERENCES account (id),
    handshake  TEXT    NOT NULL CHECK (handshake IN ('never', 'without_registrant', 'always', 'decline')),
    barred     INTEGER NOT NULL CHECK (barred IN (0, 1))
) STRICT;

CREATE TABLE handshake (
    id         INTEGER PRIMARY KEY,
    losing     INTEGER NOT NULL REFERENCES account (id),
    gaining    INTEGER NOT NULL REFERENCES account (id),
    contact_id INTEGER NOT NULL REFERENCES contact (id) ON DELETE RESTRICT,
    moves      INTEGER NOT NULL CHECK (moves IN (0, 1)),
    opened_at  INTEGER NOT NULL,
    lapses_at  INTEGER NOT NULL
) STRICT;

-- A domain waits for one answer at a time.
CREATE TABLE handshake_domain (
    domain_id    INTEGER PRIMARY KEY REFERENCES domain (id) ON DELETE CASCADE,
    handshake_id INTEGER NOT NULL REFERENCES handshake (id) ON DELETE CASCADE
) STRICT;

CREATE INDEX handshake_domain_by_case ON handshake_domain (handshake_id);

CREATE TABLE upkeep (
    domain_id INTEGER PRIMARY KEY REFERENCES domain (id) ON DELETE CASCADE,
    orders    TEXT    NOT NULL
) STRICT;

-- Persons beside the first that speak for a registrant, each a contact of its own.
CREATE TABLE contact_person (
    holder_id INTEGER NOT NULL REFERENCES contact (id) ON DELETE CASCADE,
    kind      TEXT    NOT NULL CHECK (kind IN ('admin', 'billing')),
    place     INTEGER NOT NULL CHECK (place BETWEEN 1 AND 3),
    person_id INTEGER NOT NULL REFERENCES contact (id) ON DELETE RESTRICT,
    PRIMARY KEY (holder_id, kind, place)
) STRICT, WITHOUT ROWID;
