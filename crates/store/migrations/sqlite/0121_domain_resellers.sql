-- For which reseller a registrar keeps a domain: a link, so that nothing names a reseller that is gone.

CREATE TABLE domain_reseller (
    domain_id  INTEGER PRIMARY KEY REFERENCES domain (id) ON DELETE CASCADE,
    account_id INTEGER NOT NULL,
    reference  TEXT    NOT NULL,
    FOREIGN KEY (account_id, reference) REFERENCES reseller (account_id, reference) ON DELETE CASCADE
) STRICT;

CREATE INDEX domain_reseller_by_reseller ON domain_reseller (account_id, reference);

INSERT INTO domain_reseller (domain_id, account_id, reference)
    SELECT upkeep.domain_id, reseller.account_id, reseller.reference
    FROM upkeep JOIN domain ON domain.id = upkeep.domain_id
    JOIN reseller ON reseller.account_id = domain.sponsor AND reseller.reference = json_extract(upkeep.orders, '$.reseller');
