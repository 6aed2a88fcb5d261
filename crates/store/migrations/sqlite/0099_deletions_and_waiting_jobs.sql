-- What each account deleted, in the order in which it did, and which jobs wait, by what they are about.

CREATE INDEX history_deletion ON history (account_id, operation, object)
    WHERE action IN ('domain_delete', 'contact_delete', 'host_delete', 'nsset_delete', 'dns_zone_delete');

CREATE INDEX task_waiting_job ON task (account_id, object, id) WHERE kind = 'job' AND state = 'waiting';
