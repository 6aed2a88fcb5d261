-- How many registrations an account took back before they were invoiced, by the month in which it did.

CREATE TABLE deletion (
    account_id INTEGER NOT NULL REFERENCES account (id),
    month      INTEGER NOT NULL,
    deletions  INTEGER NOT NULL CHECK (deletions > 0),
    PRIMARY KEY (account_id, month)
) STRICT, WITHOUT ROWID;
