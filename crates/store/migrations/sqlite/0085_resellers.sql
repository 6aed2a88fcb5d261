-- Resellers of registrars, whom the registry names beside the domains that they sold.

CREATE TABLE reseller (
    account_id  INTEGER NOT NULL REFERENCES account (id),
    reference   TEXT    NOT NULL,
    particulars TEXT    NOT NULL,
    PRIMARY KEY (account_id, reference)
) STRICT, WITHOUT ROWID;
