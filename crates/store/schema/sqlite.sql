-- Made by the migrations, version 35. Do not edit.

CREATE TABLE account (
    id           INTEGER PRIMARY KEY,
    clid         TEXT    NOT NULL UNIQUE,
    name         TEXT    NOT NULL,
    state        TEXT    NOT NULL CHECK (state IN ('active', 'suspended')),
    networks     TEXT,
    certificates TEXT,
    max_sessions INTEGER,
    price_list   TEXT,
    vat          INTEGER NOT NULL CHECK (vat BETWEEN 0 AND 10000),
    created_at   INTEGER NOT NULL
, max_requests INTEGER, dns_zones INTEGER CHECK (dns_zones >= 0), dns_rows  INTEGER CHECK (dns_rows >= 0), credit TEXT NOT NULL DEFAULT 'active' CHECK (credit IN ('active', 'locked', 'inactive')), party INTEGER REFERENCES party (id), reverse_charge INTEGER NOT NULL DEFAULT 0 CHECK (reverse_charge IN (0, 1)), customer INTEGER, parent    INTEGER REFERENCES account (id), closed_at INTEGER) STRICT;

CREATE INDEX account_parent ON account (parent, id) WHERE parent IS NOT NULL AND closed_at IS NULL;

CREATE TABLE address_book (
    account_id INTEGER PRIMARY KEY REFERENCES account (id),
    book       TEXT    NOT NULL
) STRICT;

CREATE TABLE address_check (
    id           INTEGER PRIMARY KEY,
    account_id   INTEGER NOT NULL REFERENCES account (id),
    email        TEXT    NOT NULL,
    asked_at     INTEGER NOT NULL,
    until        INTEGER NOT NULL,
    mailed_at    INTEGER NOT NULL,
    code         BLOB    NOT NULL CHECK (length(code) = 32),
    confirmed_at INTEGER,
    UNIQUE (account_id, email)
) STRICT;

CREATE TABLE api_token (
    account_id INTEGER NOT NULL REFERENCES account (id),
    name       TEXT    NOT NULL,
    id         INTEGER NOT NULL,
    digest     BLOB    NOT NULL CHECK (length(digest) = 32),
    ending     TEXT    NOT NULL,
    made_at    INTEGER NOT NULL,
    PRIMARY KEY (account_id, name)
) STRICT, WITHOUT ROWID;

CREATE TABLE assortment (
    account_id INTEGER PRIMARY KEY REFERENCES account (id),
    zones      TEXT
) STRICT;

CREATE TABLE balance (
    account_id     INTEGER PRIMARY KEY REFERENCES account (id),
    currency       TEXT    NOT NULL,
    amount         INTEGER NOT NULL,
    held           INTEGER NOT NULL CHECK (held >= 0),
    credit_limit   INTEGER NOT NULL CHECK (credit_limit >= 0),
    credit_warning INTEGER CHECK (credit_warning >= 0)
) STRICT;

CREATE TABLE cart_item (
    account_id INTEGER NOT NULL REFERENCES account (id),
    id         INTEGER NOT NULL,
    product    TEXT    NOT NULL CHECK (product IN
        ('register', 'renew', 'restore', 'transfer', 'privacy', 'privacy_renewal', 'certificate')),
    title      TEXT    NOT NULL,
    years      INTEGER NOT NULL,
    renews     INTEGER NOT NULL,
    locked     INTEGER NOT NULL,
    active     INTEGER NOT NULL, words BLOB,
    PRIMARY KEY (account_id, id)
) STRICT, WITHOUT ROWID;

CREATE UNIQUE INDEX cart_item_by_domain ON cart_item (account_id, title)
    WHERE product IN ('register', 'renew', 'restore', 'transfer');

CREATE UNIQUE INDEX cart_item_by_privacy ON cart_item (account_id, title)
    WHERE product IN ('privacy', 'privacy_renewal');

CREATE TABLE certificate_order (
    id          INTEGER PRIMARY KEY,
    certificate INTEGER NOT NULL,
    number      INTEGER NOT NULL,
    account_id  INTEGER NOT NULL REFERENCES account (id),
    kind        TEXT    NOT NULL,
    class       TEXT    NOT NULL,
    years       INTEGER NOT NULL,
    state       TEXT    NOT NULL,
    since       INTEGER NOT NULL,
    created_at  INTEGER NOT NULL,
    expires_at  INTEGER,
    look_at     INTEGER,
    repays      INTEGER NOT NULL,
    request     TEXT,
    controls    TEXT,
    reference   TEXT,
    issued      TEXT,
    reason      TEXT, common_name TEXT,
    UNIQUE (certificate, number)
) STRICT;

CREATE INDEX certificate_of_account ON certificate_order (account_id, certificate, number);

CREATE TABLE consent (
    domain_id  INTEGER NOT NULL,
    operation  INTEGER NOT NULL,
    person     TEXT    NOT NULL,
    PRIMARY KEY (domain_id, operation)
) STRICT, WITHOUT ROWID;

CREATE TABLE contact (
    id             INTEGER PRIMARY KEY,
    handle         TEXT    NOT NULL UNIQUE,
    sponsor        INTEGER NOT NULL REFERENCES account (id),
    creator        INTEGER NOT NULL REFERENCES account (id),
    created_at     INTEGER NOT NULL,
    updater        INTEGER REFERENCES account (id),
    updated_at     INTEGER,
    transferred_at INTEGER,
    statuses       INTEGER NOT NULL,
    status_notes   TEXT,
    authinfo       BLOB    CHECK (length(authinfo) = 32),
    details        TEXT    NOT NULL
, fingerprint INTEGER) STRICT;

CREATE INDEX contact_fingerprint ON contact (sponsor, fingerprint, id);

CREATE INDEX contact_sponsor ON contact (sponsor, id);

CREATE TABLE contact_access (
    contact_id INTEGER NOT NULL REFERENCES contact (id) ON DELETE CASCADE,
    account_id INTEGER NOT NULL REFERENCES account (id),
    PRIMARY KEY (contact_id, account_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE contact_person (
    holder_id INTEGER NOT NULL REFERENCES contact (id) ON DELETE CASCADE,
    kind      TEXT    NOT NULL CHECK (kind IN ('admin', 'billing')),
    place     INTEGER NOT NULL CHECK (place BETWEEN 1 AND 3),
    person_id INTEGER NOT NULL REFERENCES contact (id) ON DELETE RESTRICT,
    PRIMARY KEY (holder_id, kind, place)
) STRICT, WITHOUT ROWID;

CREATE TABLE credential (
    realm      TEXT    NOT NULL CHECK (realm IN ('epp', 'rrp', 'wapi', 'enom')),
    login      TEXT    NOT NULL,
    account_id INTEGER NOT NULL REFERENCES account (id),
    hash       TEXT    NOT NULL,
    set_at     INTEGER NOT NULL, commands TEXT, networks TEXT, one_time_key BLOB,
    PRIMARY KEY (realm, login)
) STRICT, WITHOUT ROWID;

CREATE INDEX credential_account ON credential (account_id);

CREATE TABLE data_quality (
    contact_id INTEGER PRIMARY KEY REFERENCES contact (id) ON DELETE CASCADE,
    process    TEXT NOT NULL
) STRICT;

CREATE TABLE deletion (
    account_id INTEGER NOT NULL REFERENCES account (id),
    month      INTEGER NOT NULL,
    deletions  INTEGER NOT NULL CHECK (deletions > 0),
    PRIMARY KEY (account_id, month)
) STRICT, WITHOUT ROWID;

CREATE TABLE delivery (
    cargo_id INTEGER PRIMARY KEY,
    begun_at  INTEGER,
    next_at   INTEGER NOT NULL,
    attempts  INTEGER NOT NULL
) STRICT;

CREATE TABLE destination (
    account_id INTEGER PRIMARY KEY REFERENCES account (id),
    kind       TEXT    NOT NULL CHECK (kind IN ('url', 'mail')),
    address    TEXT    NOT NULL,
    secret     BLOB
, form TEXT) STRICT;

CREATE TABLE dns_record (
    zone_id INTEGER NOT NULL REFERENCES dns_zone (id),
    name    TEXT    NOT NULL,
    kind    INTEGER NOT NULL,
    digest  BLOB    NOT NULL CHECK (length(digest) = 16),
    ttl     INTEGER NOT NULL,
    wire    BLOB    NOT NULL,
    PRIMARY KEY (zone_id, name, kind, digest)
) STRICT, WITHOUT ROWID;

CREATE TABLE dns_row (
    id         INTEGER PRIMARY KEY,
    zone_id    INTEGER NOT NULL REFERENCES dns_zone (id),
    name       TEXT    NOT NULL,
    kind       INTEGER NOT NULL,
    digest     BLOB    NOT NULL CHECK (length(digest) = 16),
    ttl        INTEGER NOT NULL,
    rdata      TEXT    NOT NULL,
    wire       BLOB    NOT NULL,
    changed_at INTEGER NOT NULL,
    remark     TEXT,
    committed  INTEGER NOT NULL CHECK (committed IN (0, 1))
) STRICT;

CREATE INDEX dns_row_draft ON dns_row (zone_id) WHERE committed = 0;

CREATE UNIQUE INDEX dns_row_place ON dns_row (zone_id, name, kind, digest);

CREATE TABLE dns_withdrawal (
    zone_id INTEGER NOT NULL REFERENCES dns_zone (id),
    name    TEXT    NOT NULL,
    kind    INTEGER NOT NULL,
    digest  BLOB    NOT NULL CHECK (length(digest) = 16),
    PRIMARY KEY (zone_id, name, kind, digest)
) STRICT, WITHOUT ROWID;

CREATE TABLE dns_zone (
    id           INTEGER PRIMARY KEY,
    name         TEXT    NOT NULL UNIQUE,
    owner        INTEGER NOT NULL REFERENCES account (id),
    state        TEXT    NOT NULL CHECK (state IN ('active', 'disabled', 'deleted')),
    locked       TEXT    NOT NULL CHECK (locked IN ('none', 'user')),
    signing      TEXT    NOT NULL CHECK (signing IN ('unsigned', 'own', 'keyset')),
    keyset       TEXT,
    mname        TEXT    NOT NULL,
    rname        TEXT    NOT NULL,
    refresh      INTEGER NOT NULL,
    retry        INTEGER NOT NULL,
    expire       INTEGER NOT NULL,
    minimum      INTEGER NOT NULL,
    soa_ttl      INTEGER NOT NULL,
    name_servers TEXT,
    serial       INTEGER NOT NULL,
    row_count    INTEGER NOT NULL CHECK (row_count >= 0),
    changed      INTEGER NOT NULL CHECK (changed IN (0, 1)),
    auto_commit  INTEGER NOT NULL CHECK (auto_commit IN (0, 1)),
    added_at     INTEGER NOT NULL,
    changed_at   INTEGER,
    committed_at INTEGER,
    reloaded_at  INTEGER,
    disabled_at  INTEGER,
    enabled_at   INTEGER,
    deleted_at   INTEGER,
    axfr         INTEGER CHECK (axfr IN (0, 1)),
    axfr_to      TEXT,
    source       TEXT,
    next_run     INTEGER,
    asked_at     INTEGER,
    answered_at  INTEGER,
    expires_at   INTEGER,
    expired      INTEGER CHECK (expired IN (0, 1)),
    CHECK ((axfr IS NULL) <> (source IS NULL))
) STRICT;

CREATE INDEX dns_zone_age ON dns_zone (owner, id) WHERE state <> 'deleted';

CREATE INDEX dns_zone_owner ON dns_zone (owner, name) WHERE state <> 'deleted';

CREATE TABLE domain (
    id              INTEGER PRIMARY KEY,
    name            TEXT    NOT NULL UNIQUE,
    zone            TEXT    NOT NULL,
    sponsor         INTEGER NOT NULL REFERENCES account (id),
    creator         INTEGER NOT NULL REFERENCES account (id),
    created_at      INTEGER NOT NULL,
    updater         INTEGER REFERENCES account (id),
    updated_at      INTEGER,
    expires_at      INTEGER NOT NULL,
    renewal         TEXT    CHECK (renewal = 'automatic' OR renewal = 'explicit' OR renewal = 'once' OR renewal = 'delete'),
    transferred_at  INTEGER,
    statuses        INTEGER NOT NULL,
    status_notes    TEXT,
    authinfo        BLOB    CHECK (length(authinfo) = 32),
    contacts        TEXT,
    hosts           TEXT,
    host_attributes TEXT,
    dnssec          TEXT,
    grace           TEXT,
    redemption      TEXT
, nsset INTEGER REFERENCES nsset (id) ON DELETE RESTRICT, time_out TEXT CHECK (time_out = 'approve' OR time_out = 'cancel')) STRICT;

CREATE INDEX domain_by_expiry ON domain (sponsor, expires_at, id);

CREATE INDEX domain_by_name ON domain (sponsor, name);

CREATE INDEX domain_by_update ON domain (sponsor, COALESCE(updated_at, created_at), id);

CREATE INDEX domain_nsset ON domain (nsset) WHERE nsset IS NOT NULL;

CREATE INDEX domain_sponsor ON domain (sponsor, id);

CREATE TABLE domain_contact (
    contact_id INTEGER NOT NULL REFERENCES contact (id) ON DELETE RESTRICT,
    domain_id  INTEGER NOT NULL,
    role       INTEGER NOT NULL CHECK (role BETWEEN 0 AND 3),
    PRIMARY KEY (contact_id, domain_id, role)
) STRICT, WITHOUT ROWID;

CREATE TABLE domain_host (
    host_id   INTEGER NOT NULL REFERENCES host (id) ON DELETE RESTRICT,
    sponsor   INTEGER NOT NULL,
    domain_id INTEGER NOT NULL,
    PRIMARY KEY (host_id, sponsor, domain_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE domain_reseller (
    domain_id  INTEGER PRIMARY KEY REFERENCES domain (id) ON DELETE CASCADE,
    account_id INTEGER NOT NULL,
    reference  TEXT    NOT NULL,
    FOREIGN KEY (account_id, reference) REFERENCES reseller (account_id, reference) ON DELETE CASCADE
) STRICT;

CREATE INDEX domain_reseller_by_reseller ON domain_reseller (account_id, reference);

CREATE TABLE domain_tag (
    domain_id INTEGER NOT NULL,
    tag       TEXT    NOT NULL,
    sponsor   INTEGER NOT NULL REFERENCES account (id),
    PRIMARY KEY (domain_id, tag)
) STRICT, WITHOUT ROWID;

CREATE INDEX domain_tag_sponsor ON domain_tag (sponsor, tag, domain_id);

CREATE TABLE due (
    at     INTEGER NOT NULL,
    job    INTEGER NOT NULL,
    object INTEGER NOT NULL,
    since  INTEGER NOT NULL,
    PRIMARY KEY (at, job, object)
) STRICT, WITHOUT ROWID;

CREATE TABLE folder (
    account_id  INTEGER NOT NULL REFERENCES account (id),
    name        TEXT    NOT NULL,
    id          INTEGER NOT NULL,
    description TEXT,
    PRIMARY KEY (account_id, name)
) STRICT, WITHOUT ROWID;

CREATE TABLE handshake (
    id         INTEGER PRIMARY KEY,
    losing     INTEGER NOT NULL REFERENCES account (id),
    gaining    INTEGER NOT NULL REFERENCES account (id),
    contact_id INTEGER NOT NULL REFERENCES contact (id) ON DELETE RESTRICT,
    moves      INTEGER NOT NULL CHECK (moves IN (0, 1)),
    opened_at  INTEGER NOT NULL,
    lapses_at  INTEGER NOT NULL
, heir_id INTEGER REFERENCES contact (id) ON DELETE RESTRICT, asked_by TEXT) STRICT;

CREATE TABLE handshake_domain (
    domain_id    INTEGER PRIMARY KEY REFERENCES domain (id) ON DELETE CASCADE,
    handshake_id INTEGER NOT NULL REFERENCES handshake (id) ON DELETE CASCADE
) STRICT;

CREATE INDEX handshake_domain_by_case ON handshake_domain (handshake_id);

CREATE TABLE history (
    operation  INTEGER NOT NULL,
    object     INTEGER NOT NULL,
    at         INTEGER NOT NULL,
    account_id INTEGER NOT NULL,
    action     TEXT    NOT NULL,
    name       TEXT    NOT NULL,
    client_id  TEXT,
    PRIMARY KEY (object, operation)
) STRICT, WITHOUT ROWID;

CREATE INDEX history_deletion ON history (account_id, operation, object)
    WHERE action = 'domain_delete' OR action = 'contact_delete' OR action = 'host_delete' OR action = 'nsset_delete'
        OR action = 'dns_zone_delete';

CREATE INDEX history_operation ON history (operation) WHERE operation <> object;

CREATE TABLE hold (
    id         INTEGER PRIMARY KEY,
    operation  INTEGER NOT NULL,
    at         INTEGER NOT NULL,
    account_id INTEGER NOT NULL REFERENCES account (id),
    kind       TEXT    NOT NULL,
    net        INTEGER NOT NULL CHECK (net >= 0),
    tax        INTEGER NOT NULL CHECK (tax >= 0),
    currency   TEXT    NOT NULL,
    object     INTEGER NOT NULL,
    years      INTEGER NOT NULL
, party INTEGER REFERENCES party (id)) STRICT;

CREATE INDEX hold_account ON hold (account_id, at);

CREATE INDEX hold_object ON hold (object);

CREATE TABLE holder_lock (
    domain_id INTEGER PRIMARY KEY REFERENCES domain (id) ON DELETE CASCADE,
    until     INTEGER NOT NULL
) STRICT;

CREATE TABLE host (
    id             INTEGER PRIMARY KEY,
    name           TEXT    NOT NULL UNIQUE,
    superordinate  INTEGER REFERENCES domain (id) ON DELETE RESTRICT,
    sponsor        INTEGER NOT NULL REFERENCES account (id),
    creator        INTEGER NOT NULL REFERENCES account (id),
    created_at     INTEGER NOT NULL,
    updater        INTEGER REFERENCES account (id),
    updated_at     INTEGER,
    transferred_at INTEGER,
    statuses       INTEGER NOT NULL,
    status_notes   TEXT,
    addresses      TEXT
) STRICT;

CREATE INDEX host_by_name ON host (sponsor, name);

CREATE INDEX host_sponsor ON host (sponsor, id);

CREATE INDEX host_superordinate ON host (superordinate) WHERE superordinate IS NOT NULL;

CREATE TABLE idle_contact (
    contact_id INTEGER PRIMARY KEY REFERENCES contact (id) ON DELETE CASCADE,
    removed_at INTEGER NOT NULL
) STRICT;

CREATE TABLE invitation (
    guest         INTEGER NOT NULL REFERENCES account (id),
    protection_id INTEGER NOT NULL REFERENCES protection (id) ON DELETE CASCADE,
    at            INTEGER NOT NULL,
    accepted      INTEGER NOT NULL CHECK (accepted IN (0, 1)),
    PRIMARY KEY (guest, protection_id)
) STRICT, WITHOUT ROWID;

CREATE INDEX invitation_protection ON invitation (protection_id);

CREATE TABLE invoice (
    account_id INTEGER NOT NULL REFERENCES account (id),
    number     INTEGER NOT NULL,
    party      INTEGER NOT NULL REFERENCES party (id),
    operation  INTEGER NOT NULL,
    at         INTEGER NOT NULL,
    kind       TEXT    NOT NULL,
    net        INTEGER NOT NULL,
    tax        INTEGER NOT NULL,
    currency   TEXT    NOT NULL,
    object     INTEGER NOT NULL,
    years      INTEGER NOT NULL,
    corrects   INTEGER,
    PRIMARY KEY (account_id, number)
) STRICT, WITHOUT ROWID;

CREATE TABLE ledger (
    id           INTEGER PRIMARY KEY,
    operation    INTEGER NOT NULL,
    at           INTEGER NOT NULL,
    kind         TEXT    NOT NULL,
    from_account INTEGER REFERENCES account (id),
    from_book    TEXT    CHECK (from_book = 'revenue' OR from_book = 'tax' OR from_book = 'bank'),
    to_account   INTEGER REFERENCES account (id),
    to_book      TEXT    CHECK (to_book = 'revenue' OR to_book = 'tax' OR to_book = 'bank'),
    amount       INTEGER NOT NULL CHECK (amount >= 0),
    currency     TEXT    NOT NULL,
    object       INTEGER,
    years        INTEGER NOT NULL,
    reverses     INTEGER REFERENCES ledger (id), invoice INTEGER,
    CHECK ((from_account IS NULL) <> (from_book IS NULL)),
    CHECK ((to_account IS NULL) <> (to_book IS NULL))
) STRICT;

CREATE INDEX ledger_object ON ledger (object) WHERE object IS NOT NULL;

CREATE UNIQUE INDEX ledger_reverses ON ledger (reverses) WHERE reverses IS NOT NULL;

CREATE TABLE letter (
    id         INTEGER PRIMARY KEY,
    account_id INTEGER NOT NULL REFERENCES account (id),
    at         INTEGER NOT NULL,
    recipient  TEXT    NOT NULL,
    subject    TEXT    NOT NULL,
    text       BLOB    NOT NULL
) STRICT;

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

CREATE INDEX mail_address_account ON mail_address (account_id, address, mailbox_id) WHERE mailbox_id IS NOT NULL;

CREATE INDEX mail_address_domain ON mail_address (mailspace_id, domain) WHERE mailspace_id IS NOT NULL;

CREATE INDEX mail_address_mailbox ON mail_address (mailbox_id, address) WHERE mailbox_id IS NOT NULL;

CREATE TABLE mail_domain (
    domain       TEXT    NOT NULL PRIMARY KEY,
    mailspace_id INTEGER NOT NULL REFERENCES mailspace (id),
    UNIQUE (mailspace_id, domain)
) STRICT, WITHOUT ROWID;

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

CREATE TABLE memo (
    account_id INTEGER NOT NULL REFERENCES account (id),
    kind       TEXT    NOT NULL CHECK (kind IN ('account', 'domain', 'order')),
    object_id  INTEGER NOT NULL,
    number     INTEGER NOT NULL,
    key        TEXT    NOT NULL,
    value      TEXT    NOT NULL,
    shown      INTEGER NOT NULL,
    entered_by TEXT,
    set_at     INTEGER NOT NULL,
    PRIMARY KEY (account_id, kind, object_id, number, key)
) STRICT, WITHOUT ROWID;

CREATE TABLE network_record (
    customer   INTEGER NOT NULL,
    name       TEXT    NOT NULL,
    service    INTEGER,
    plan       TEXT    NOT NULL,
    expires_at INTEGER NOT NULL,
    mode       TEXT    NOT NULL,
    settings   TEXT    NOT NULL,
    dns_set_at INTEGER,
    purged_at  INTEGER,
    PRIMARY KEY (customer, name)
) STRICT, WITHOUT ROWID;

CREATE TABLE notice (
    id         INTEGER PRIMARY KEY,
    account_id INTEGER NOT NULL REFERENCES account (id),
    at         INTEGER NOT NULL,
    event      TEXT    NOT NULL
, asked TEXT, kind TEXT NOT NULL DEFAULT '') STRICT;

CREATE INDEX notice_account ON notice (account_id, id);

CREATE TABLE nsset (
    id             INTEGER PRIMARY KEY,
    name           TEXT    NOT NULL UNIQUE,
    sponsor        INTEGER NOT NULL REFERENCES account (id),
    creator        INTEGER NOT NULL REFERENCES account (id),
    created_at     INTEGER NOT NULL,
    updater        INTEGER REFERENCES account (id),
    updated_at     INTEGER,
    transferred_at INTEGER,
    statuses       INTEGER NOT NULL,
    status_notes   TEXT,
    authinfo       BLOB    CHECK (length(authinfo) = 32),
    contacts       TEXT,
    servers        TEXT
) STRICT;

CREATE INDEX nsset_sponsor ON nsset (sponsor, id);

CREATE TABLE nsset_contact (
    contact_id INTEGER NOT NULL REFERENCES contact (id) ON DELETE RESTRICT,
    nsset_id   INTEGER NOT NULL,
    PRIMARY KEY (contact_id, nsset_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE order_line (
    order_id   INTEGER NOT NULL,
    place      INTEGER NOT NULL,
    account_id INTEGER NOT NULL REFERENCES account (id),
    placed_at  INTEGER NOT NULL,
    product    TEXT    NOT NULL CHECK (product IN
        ('register', 'renew', 'restore', 'transfer', 'privacy', 'privacy_renewal', 'certificate')),
    title      TEXT    NOT NULL,
    object_id  INTEGER,
    years      INTEGER NOT NULL,
    amount     INTEGER NOT NULL,
    currency   TEXT    NOT NULL,
    refused    TEXT, words BLOB,
    PRIMARY KEY (order_id, place)
) STRICT, WITHOUT ROWID;

CREATE INDEX order_line_by_account ON order_line (account_id, order_id, place);

CREATE INDEX order_line_by_certificate ON order_line (object_id) WHERE product = 'certificate';

CREATE INDEX order_line_by_title ON order_line (account_id, title, order_id, place);

CREATE TABLE owed (
    operation  INTEGER PRIMARY KEY,
    account_id INTEGER NOT NULL REFERENCES account (id),
    amount     INTEGER NOT NULL CHECK (amount >= 0),
    currency   TEXT    NOT NULL,
    object     INTEGER NOT NULL,
    name       TEXT    NOT NULL,
    since      INTEGER NOT NULL
) STRICT;

CREATE TABLE party (
    id         INTEGER PRIMARY KEY,
    account_id INTEGER NOT NULL REFERENCES account (id),
    details    TEXT    NOT NULL
) STRICT;

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

CREATE TABLE pending (
    id         INTEGER PRIMARY KEY,
    account_id INTEGER NOT NULL REFERENCES account (id),
    at         INTEGER NOT NULL,
    asked      TEXT    NOT NULL
) STRICT;

CREATE TABLE preferences (
    account_id     INTEGER PRIMARY KEY REFERENCES account (id),
    years          INTEGER NOT NULL,
    renewal        TEXT,
    locked         INTEGER NOT NULL CHECK (locked IN (0, 1)),
    house          INTEGER NOT NULL CHECK (house IN (0, 1)),
    servers        TEXT,
    buys_privacy   INTEGER NOT NULL CHECK (buys_privacy IN (0, 1)),
    renews_privacy INTEGER NOT NULL CHECK (renews_privacy IN (0, 1)),
    opts_out       INTEGER NOT NULL CHECK (opts_out IN (0, 1))
) STRICT;

CREATE TABLE privacy (
    domain_id  INTEGER PRIMARY KEY REFERENCES domain (id) ON DELETE CASCADE,
    bought_at  INTEGER NOT NULL,
    expires_at INTEGER NOT NULL,
    enabled    INTEGER NOT NULL CHECK (enabled IN (0, 1)),
    renews     INTEGER NOT NULL CHECK (renews IN (0, 1))
) STRICT;

CREATE TABLE protection (
    id           INTEGER PRIMARY KEY,
    name         TEXT    NOT NULL UNIQUE,
    account_id   INTEGER NOT NULL REFERENCES account (id),
    created_at   INTEGER NOT NULL,
    state        TEXT    NOT NULL CHECK (state IN ('requested', 'running', 'unpaid')),
    plan         TEXT    NOT NULL CHECK (plan IN ('start', 'advanced', 'expert')),
    cycle        TEXT    NOT NULL CHECK (cycle IN ('monthly', 'yearly')),
    expires_at   INTEGER NOT NULL,
    mode         TEXT    NOT NULL CHECK (mode IN ('ns', 'cname')),
    settings     TEXT    NOT NULL,
    is_template  INTEGER NOT NULL CHECK (is_template IN (0, 1)),
    used_since   INTEGER NOT NULL,
    uses         INTEGER NOT NULL,
    purged_since INTEGER NOT NULL,
    purges       INTEGER NOT NULL,
    dns_set      INTEGER NOT NULL CHECK (dns_set IN (0, 1)),
    force_dns    INTEGER NOT NULL CHECK (force_dns IN (0, 1)),
    dns_token    BLOB,
    paid_by      INTEGER NOT NULL,
    asked        TEXT
) STRICT;

CREATE INDEX protection_account ON protection (account_id, name);

CREATE TABLE queue (
    account_id INTEGER PRIMARY KEY REFERENCES account (id),
    waiting    INTEGER NOT NULL CHECK (waiting >= 0)
) STRICT;

CREATE TABLE redo (
    id      INTEGER PRIMARY KEY CHECK (id = 1),
    epoch   INTEGER NOT NULL CHECK (epoch >= 0),
    applied INTEGER NOT NULL CHECK (applied >= 0)
) STRICT;

CREATE TABLE registrar_tag (
    account_id INTEGER PRIMARY KEY REFERENCES account (id),
    handshake  TEXT    NOT NULL CHECK (handshake IN ('never', 'without_registrant', 'always', 'decline')),
    barred     INTEGER NOT NULL CHECK (barred IN (0, 1))
) STRICT;

CREATE TABLE reseller (
    account_id  INTEGER NOT NULL REFERENCES account (id),
    reference   TEXT    NOT NULL,
    particulars TEXT    NOT NULL,
    PRIMARY KEY (account_id, reference)
) STRICT, WITHOUT ROWID;

CREATE TABLE security_question (
    account_id INTEGER PRIMARY KEY REFERENCES account (id),
    question   TEXT    NOT NULL,
    answer     BLOB    NOT NULL
) STRICT;

CREATE TABLE task (
    id          INTEGER PRIMARY KEY,
    account_id  INTEGER NOT NULL REFERENCES account (id),
    placed_at   INTEGER NOT NULL,
    kind        TEXT    NOT NULL CHECK (kind IN ('job', 'order')),
    protocol    TEXT    NOT NULL,
    command     TEXT    NOT NULL,
    action      TEXT    NOT NULL,
    object      TEXT    NOT NULL,
    client_id   TEXT,
    words       BLOB    NOT NULL,
    state       TEXT    NOT NULL CHECK (state IN ('waiting', 'done', 'refused')),
    since       INTEGER NOT NULL,
    refusals    INTEGER NOT NULL,
    outcome     TEXT,
    code        INTEGER,
    description TEXT,
    answer      TEXT, realm TEXT, login TEXT CHECK ((login IS NULL) = (realm IS NULL)),
    CHECK ((code IS NULL) = (answer IS NULL) AND (description IS NULL) = (answer IS NULL))
) STRICT;

CREATE INDEX task_by_account ON task (account_id, kind, id);

CREATE INDEX task_waiting_job ON task (account_id, object, id) WHERE kind = 'job' AND state = 'waiting';

CREATE TABLE tombstone (
    object INTEGER PRIMARY KEY,
    kind   TEXT    NOT NULL CHECK (kind IN ('contact', 'nsset')),
    name   TEXT    NOT NULL,
    until  INTEGER NOT NULL,
    UNIQUE (kind, name)
) STRICT;

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

CREATE TABLE transfer (
    object       INTEGER PRIMARY KEY,
    state        TEXT    NOT NULL,
    gaining      INTEGER NOT NULL REFERENCES account (id),
    requested_at INTEGER NOT NULL,
    losing       INTEGER NOT NULL REFERENCES account (id),
    acts_at      INTEGER NOT NULL,
    years        INTEGER NOT NULL,
    expires_at   INTEGER
, asked TEXT, arrival TEXT, needs_sponsor INTEGER NOT NULL DEFAULT 0) STRICT;

CREATE INDEX transfer_gaining ON transfer (gaining, object) WHERE state = 'pending';

CREATE INDEX transfer_losing ON transfer (losing, object) WHERE state = 'pending';

CREATE TABLE upkeep (
    domain_id INTEGER PRIMARY KEY REFERENCES domain (id) ON DELETE CASCADE,
    orders    TEXT    NOT NULL
) STRICT;

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
