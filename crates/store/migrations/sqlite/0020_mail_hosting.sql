-- Mail hosting: mailspaces, the mailboxes in them, e-mail addresses; what is forwarded.

-- Room for mail that is paid for some months at a time. What is in it is counted here, so that its limits hold.
CREATE TABLE mailspace (
    id               INTEGER PRIMARY KEY,
    name             TEXT    NOT NULL UNIQUE,
    title            TEXT,
    account_id       INTEGER NOT NULL REFERENCES account (id),
    added_at         INTEGER NOT NULL,
    quota            INTEGER NOT NULL,
    most_mailboxes   INTEGER NOT NULL,
    most_forwardings INTEGER NOT NULL,
    address          TEXT,
    term             INTEGER NOT NULL CHECK (term BETWEEN 1 AND 12),
    paid_until       INTEGER NOT NULL,
    is_unpaid        INTEGER NOT NULL CHECK (is_unpaid = 0 OR is_unpaid = 1),
    is_suspended     INTEGER NOT NULL CHECK (is_suspended = 0 OR is_suspended = 1),
    allotted         INTEGER NOT NULL CHECK (allotted <= quota),
    mailboxes        INTEGER NOT NULL CHECK (mailboxes <= most_mailboxes),
    forwardings      INTEGER NOT NULL CHECK (forwardings <= most_forwardings)
) STRICT;

CREATE INDEX mailspace_account ON mailspace (account_id, name);

CREATE TABLE mailbox (
    id           INTEGER PRIMARY KEY,
    name         TEXT    NOT NULL,
    mailspace_id INTEGER NOT NULL REFERENCES mailspace (id),
    account_id   INTEGER NOT NULL REFERENCES account (id),
    added_at     INTEGER NOT NULL,
    quota        INTEGER NOT NULL,
    is_enabled   INTEGER NOT NULL CHECK (is_enabled = 0 OR is_enabled = 1),
    UNIQUE (account_id, name),
    -- For addresses to refer to, so that none says it lies in another mailspace than its mailbox.
    UNIQUE (id, mailspace_id)
) STRICT;

CREATE INDEX mailbox_mailspace ON mailbox (mailspace_id, name);

-- To which mailspace the hosted addresses of a domain belong, while there are any.
CREATE TABLE mail_domain (
    domain       TEXT    NOT NULL PRIMARY KEY,
    mailspace_id INTEGER NOT NULL REFERENCES mailspace (id),
    UNIQUE (mailspace_id, domain)
) STRICT, WITHOUT ROWID;

-- Every address for which mail is taken, in one table whatever becomes of its mail: so it is hosted or forwarded, once in
-- the whole system. One without mailbox is forwarded, and stays so until its row goes: what is forwarded from it refers to
-- the row's id.
CREATE TABLE mail_address (
    id           INTEGER PRIMARY KEY,
    address      TEXT    NOT NULL UNIQUE,
    account_id   INTEGER NOT NULL REFERENCES account (id),
    added_at     INTEGER NOT NULL,
    domain       TEXT    NOT NULL,
    mailspace_id INTEGER,
    mailbox_id   INTEGER,
    password     TEXT,
    CHECK ((mailspace_id IS NULL) = (mailbox_id IS NULL)),
    CHECK ((password IS NULL) = (mailbox_id IS NULL)),
    FOREIGN KEY (mailbox_id, mailspace_id) REFERENCES mailbox (id, mailspace_id),
    FOREIGN KEY (mailspace_id, domain) REFERENCES mail_domain (mailspace_id, domain)
) STRICT;

-- The mailbox stands behind the key so that a page can skip rows without reading them.
CREATE INDEX mail_address_account ON mail_address (account_id, address, mailbox_id) WHERE mailbox_id IS NOT NULL;
CREATE INDEX mail_address_mailbox ON mail_address (mailbox_id, address) WHERE mailbox_id IS NOT NULL;
CREATE INDEX mail_address_domain ON mail_address (mailspace_id, domain) WHERE mailspace_id IS NOT NULL;

-- Mail that is sent on. `held_name` is the domain or DNS zone of the account in which the address lies.
CREATE TABLE mail_forwarding (
    id           INTEGER PRIMARY KEY,
    address_id   INTEGER NOT NULL REFERENCES mail_address (id),
    address      TEXT    NOT NULL,
    target       TEXT    NOT NULL,
    account_id   INTEGER NOT NULL REFERENCES account (id),
    held_name    TEXT    NOT NULL,
    mailspace_id INTEGER REFERENCES mailspace (id),
    added_at     INTEGER NOT NULL,
    UNIQUE (account_id, address, target)
) STRICT;

CREATE INDEX mail_forwarding_address ON mail_forwarding (address_id);
CREATE INDEX mail_forwarding_held_name ON mail_forwarding (account_id, held_name, address, target);
CREATE INDEX mail_forwarding_mailspace ON mail_forwarding (mailspace_id) WHERE mailspace_id IS NOT NULL;

-- Visitors who are led elsewhere.
CREATE TABLE web_forwarding (
    id         INTEGER PRIMARY KEY,
    source     TEXT    NOT NULL UNIQUE,
    target     TEXT    NOT NULL,
    kind       TEXT    NOT NULL CHECK (kind = 'redirect' OR kind = 'framed'),
    account_id INTEGER NOT NULL REFERENCES account (id),
    held_name  TEXT    NOT NULL,
    added_at   INTEGER NOT NULL
) STRICT;

CREATE INDEX web_forwarding_account ON web_forwarding (account_id, source);
CREATE INDEX web_forwarding_held_name ON web_forwarding (account_id, held_name, source);
