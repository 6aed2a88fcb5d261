//! Standing orders for domains, and who speaks for registrants.

use engine::model::{ContactId, DomainId, Upkeep};
use engine::ports::store::{Result, Upkeeps, UpkeepsMut};

use crate::document;
use crate::sql::Sql;
use crate::tables::{Tables, values};

impl<C: Sql> Upkeeps for Tables<C> {
    #[allow(
        clippy::redundant_closure_for_method_calls,
        reason = "the method itself is not general enough over lifetimes"
    )]
    fn upkeep(&self, domain: DomainId) -> Result<Upkeep> {
        Ok(self.sql.one(SELECT, values![domain], |columns| columns.document())?.unwrap_or_default())
    }

    fn persons(&self, holder: ContactId) -> Result<Vec<(String, u8, ContactId)>> {
        self.sql.all(SELECT_PERSONS, values![holder], |columns| {
            Ok((columns.text()?.to_owned(), columns.read()?, columns.read()?))
        })
    }
}

impl<C: Sql> UpkeepsMut for Tables<C> {
    fn put_upkeep(&self, domain: DomainId, upkeep: &Upkeep) -> Result<()> {
        self.update(PUT, values![domain, &document::text(upkeep)?])
    }

    fn put_person(&self, holder: ContactId, kind: &str, place: u8, person: ContactId) -> Result<()> {
        self.update(PUT_PERSON, values![holder, kind, place, person])
    }

    fn remove_person(&self, holder: ContactId, kind: &str, place: u8) -> Result<()> {
        self.sql.execute(DELETE_PERSON, values![holder, kind, place]).map(drop)
    }
}

const SELECT: &str = "SELECT orders FROM upkeep WHERE domain_id = $1";
const SELECT_PERSONS: &str =
    "SELECT kind, place, person_id FROM contact_person WHERE holder_id = $1 ORDER BY kind, place";
const PUT: &str = "INSERT INTO upkeep (domain_id, orders) VALUES ($1, $2) \
     ON CONFLICT (domain_id) DO UPDATE SET orders = excluded.orders";
const PUT_PERSON: &str = "INSERT INTO contact_person (holder_id, kind, place, person_id) VALUES ($1, $2, $3, $4) \
     ON CONFLICT (holder_id, kind, place) DO UPDATE SET person_id = excluded.person_id";
const DELETE_PERSON: &str = "DELETE FROM contact_person WHERE holder_id = $1 AND kind = $2 AND place = $3";
