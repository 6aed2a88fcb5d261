//! The privacy of domains.

use engine::model::{DomainId, Privacy};
use engine::ports::store::{Privacies, PrivaciesMut, Result};

use crate::columns::Columns;
use crate::lists::{Lengths, all_of, for_each};
use crate::sql::Sql;
use crate::tables::{Tables, values};

impl<C: Sql> Privacies for Tables<C> {
    fn privacy(&self, domain: DomainId) -> Result<Option<Privacy>> {
        self.sql.one(SELECT, values![domain], privacy)
    }

    fn privacies(&self, domains: &[DomainId]) -> Result<Vec<Privacy>> {
        let mut found = all_of(&self.sql, SELECT_BY_IDS, domains.iter().copied(), privacy)?;
        found.sort_unstable_by_key(|privacy| privacy.domain);
        Ok(found)
    }
}

impl<C: Sql> PrivaciesMut for Tables<C> {
    fn put_privacy(&self, privacy: &Privacy) -> Result<()> {
        let &Privacy { domain, bought_at, expires_at, is_enabled, renews } = privacy;
        self.update(PUT, values![domain, bought_at, expires_at, is_enabled, renews])
    }

    fn delete_privacy(&self, domain: DomainId) -> Result<()> {
        self.update(DELETE, values![domain])
    }
}

fn privacy(columns: &mut Columns<'_>) -> Result<Privacy> {
    Ok(Privacy {
        domain: columns.read()?,
        bought_at: columns.read()?,
        expires_at: columns.read()?,
        is_enabled: columns.read()?,
        renews: columns.read()?,
    })
}

const SELECT: &str =
    "SELECT domain_id, bought_at, expires_at, enabled, renews FROM privacy WHERE domain_id = $1";
const SELECT_BY_IDS: &Lengths =
    for_each!("SELECT domain_id, bought_at, expires_at, enabled, renews FROM privacy WHERE domain_id = ");
const PUT: &str = "INSERT INTO privacy (domain_id, bought_at, expires_at, enabled, renews) \
     VALUES ($1, $2, $3, $4, $5) ON CONFLICT (domain_id) DO UPDATE SET bought_at = excluded.bought_at, \
     expires_at = excluded.expires_at, enabled = excluded.enabled, renews = excluded.renews";
const DELETE: &str = "DELETE FROM privacy WHERE domain_id = $1";
