-- The same index under a condition that is only compared: for a list behind IN, SQLite makes a table with every row
-- that is written.
DROP INDEX history_deletion;

CREATE INDEX history_deletion ON history (account_id, operation, object)
    WHERE action = 'domain_delete' OR action = 'contact_delete' OR action = 'host_delete' OR action = 'nsset_delete'
        OR action = 'dns_zone_delete';
