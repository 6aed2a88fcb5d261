//! Until when domains stay with their sponsors because their holders changed.

use engine::model::{ContactId, DomainId, DomainName, Instant, Role};
use engine::ports::store::{HolderLocks, HolderLocksMut, Result};

use crate::columns::only;
use crate::sql::Sql;
use crate::tables::{Tables, values};

impl<C: Sql> HolderLocks for Tables<C> {
    fn holder_lock(&self, domain: DomainId) -> Result<Option<Instant>> {
        self.sql.one(SELECT, values![domain], only)
    }
}

impl<C: Sql> HolderLocksMut for Tables<C> {
    fn put_holder_lock(&self, domain: DomainId, until: Instant) -> Result<()> {
        self.update(PUT, values![domain, until])
    }

    fn put_holder_locks(&self, registrant: ContactId, zone: &DomainName, until: Instant) -> Result<()> {
        self.sql.execute(PUT_ALL, values![until, registrant, Role::Registrant, zone]).map(drop)
    }
}

const SELECT: &str = "SELECT until FROM holder_lock WHERE domain_id = $1";
const PUT: &str = "INSERT INTO holder_lock (domain_id, until) VALUES ($1, $2) \
     ON CONFLICT (domain_id) DO UPDATE SET until = excluded.until";
const PUT_ALL: &str = "INSERT INTO holder_lock (domain_id, until) SELECT domain.id, $1 FROM domain_contact \
     JOIN domain ON domain.id = domain_contact.domain_id \
     WHERE domain_contact.contact_id = $2 AND domain_contact.role = $3 AND domain.zone = $4 \
     ON CONFLICT (domain_id) DO UPDATE SET until = excluded.until";
