//! Standing orders for domains, and who speaks for registrants.

use engine::model::{AccountId, ContactId, DomainId, Upkeep};
use engine::ports::store::{Result, Upkeeps, UpkeepsMut};

use crate::document;
use crate::sql::Sql;
use crate::tables::{Tables, values};

impl<C: Sql> Upkeeps for Tables<C> {
    fn upkeep(&self, domain: DomainId) -> Result<Upkeep> {
        let found = self.sql.one(SELECT, values![domain], |columns| {
            let orders: Upkeep = columns.document()?;
            Ok(Upkeep { reseller: columns.read()?, ..orders })
        })?;
        Ok(found.unwrap_or_default())
    }

    fn persons(&self, holder: ContactId) -> Result<Vec<(String, u8, ContactId)>> {
        self.sql.all(SELECT_PERSONS, values![holder], |columns| {
            Ok((columns.text()?.to_owned(), columns.read()?, columns.read()?))
        })
    }
}

impl<C: Sql> UpkeepsMut for Tables<C> {
    fn put_upkeep(&self, account: AccountId, domain: DomainId, upkeep: &Upkeep) -> Result<()> {
        self.update(PUT, values![domain, &document::text(upkeep)?])?;
        match &upkeep.reseller {
            Some(reseller) => self.update(PUT_RESELLER, values![domain, account, reseller]),
            None => self.sql.execute(DELETE_RESELLER, values![domain]).map(drop),
        }
    }

    fn put_person(&self, holder: ContactId, kind: &str, place: u8, person: ContactId) -> Result<()> {
        self.update(PUT_PERSON, values![holder, kind, place, person])
    }

    fn remove_person(&self, holder: ContactId, kind: &str, place: u8) -> Result<()> {
        self.sql.execute(DELETE_PERSON, values![holder, kind, place]).map(drop)
    }
}

const SELECT: &str = "SELECT upkeep.orders, domain_reseller.reference FROM upkeep \
     LEFT JOIN domain_reseller ON domain_reseller.domain_id = upkeep.domain_id WHERE upkeep.domain_id = $1";
const SELECT_PERSONS: &str =
    "SELECT kind, place, person_id FROM contact_person WHERE holder_id = $1 ORDER BY kind, place";
const PUT: &str = "INSERT INTO upkeep (domain_id, orders) VALUES ($1, $2) \
     ON CONFLICT (domain_id) DO UPDATE SET orders = excluded.orders";
const PUT_RESELLER: &str = "INSERT INTO domain_reseller (domain_id, account_id, reference) VALUES ($1, $2, $3) \
     ON CONFLICT (domain_id) DO UPDATE SET account_id = excluded.account_id, reference = excluded.reference";
const DELETE_RESELLER: &str = "DELETE FROM domain_reseller WHERE domain_id = $1";
const PUT_PERSON: &str = "INSERT INTO contact_person (holder_id, kind, place, person_id) VALUES ($1, $2, $3, $4) \
     ON CONFLICT (holder_id, kind, place) DO UPDATE SET person_id = excluded.person_id";
const DELETE_PERSON: &str = "DELETE FROM contact_person WHERE holder_id = $1 AND kind = $2 AND place = $3";
