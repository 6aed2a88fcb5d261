-- Domains whose holder changed, and until when they stay with their sponsor for that.

CREATE TABLE holder_lock (
    domain_id INTEGER PRIMARY KEY REFERENCES domain (id) ON DELETE CASCADE,
    until     INTEGER NOT NULL
) STRICT;
