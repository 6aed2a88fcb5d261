-- Folders: labels that an account keeps a list of, with a description. A domain is in a folder if it has its label.

CREATE TABLE folder (
    account_id  INTEGER NOT NULL REFERENCES account (id),
    name        TEXT    NOT NULL,
    id          INTEGER NOT NULL,
    description TEXT,
    PRIMARY KEY (account_id, name)
) STRICT, WITHOUT ROWID;
