//! What registrars want of releases, releases that wait for an answer, and registrations that were taken back.

use engine::model::{AccountId, Domain, DomainId, HandshakeCase, HandshakeId, Heir, Instant, RegistrarTag};
use engine::ports::store::{Inserted, Result, Tags, TagsMut};

use crate::columns::{self, Columns};
use crate::domains::{domain, select_domains};
use crate::lists::{Lengths, all_of, for_each};
use crate::sql::{Attempt, Sql};
use crate::tables::{Tables, values};

impl<C: Sql> Tags for Tables<C> {
    fn tag(&self, account: AccountId) -> Result<RegistrarTag> {
        Ok(self.sql.one(SELECT_TAG, values![account], tag)?.unwrap_or_default())
    }

    fn handshake(&self, id: HandshakeId) -> Result<Option<HandshakeCase>> {
        self.sql.one(SELECT_CASE, values![id], case)
    }

    fn handshake_domains(&self, id: HandshakeId) -> Result<Vec<Domain>> {
        self.sql.all(SELECT_DOMAINS, values![id], domain)
    }

    fn waiting_domains(&self, ids: &[DomainId]) -> Result<Vec<DomainId>> {
        all_of(&self.sql, SELECT_WAITING, ids.iter().copied(), columns::only)
    }

    fn deletions(&self, account: AccountId, month: Instant) -> Result<u32> {
        Ok(self.sql.one(SELECT_DELETIONS, values![account, month], columns::only)?.unwrap_or_default())
    }
}

impl<C: Sql> TagsMut for Tables<C> {
    fn put_tag(&self, account: AccountId, tag: &RegistrarTag) -> Result<()> {
        self.update(PUT_TAG, values![account, tag.handshake, tag.barred])
    }

    fn insert_handshake(&self, case: &HandshakeCase, domains: &[DomainId]) -> Result<Inserted> {
        let heir = case.heir.as_ref();
        self.update(
            INSERT_CASE,
            values![
                case.id,
                case.losing,
                case.gaining,
                case.registrant,
                case.moves,
                case.opened_at,
                case.lapses_at,
                heir.map(|heir| heir.contact),
                heir.map(|heir| &heir.asked_by),
            ],
        )?;
        for domain in domains {
            if self.sql.attempt(INSERT_DOMAIN, values![*domain, case.id])? == Attempt::Taken {
                return Ok(Inserted::Taken);
            }
        }
        Ok(Inserted::Yes)
    }

    fn remove_handshake(&self, id: HandshakeId) -> Result<()> {
        self.update(DELETE_CASE, values![id])
    }

    fn count_deletion(&self, account: AccountId, month: Instant) -> Result<()> {
        self.update(COUNT_DELETION, values![account, month])
    }
}

fn tag(columns: &mut Columns<'_>) -> Result<RegistrarTag> {
    Ok(RegistrarTag { handshake: columns.read()?, barred: columns.read()? })
}

fn case(columns: &mut Columns<'_>) -> Result<HandshakeCase> {
    Ok(HandshakeCase {
        id: columns.read()?,
        losing: columns.read()?,
        gaining: columns.read()?,
        registrant: columns.read()?,
        moves: columns.read()?,
        opened_at: columns.read()?,
        lapses_at: columns.read()?,
        heir: heir(columns)?,
    })
}

fn heir(columns: &mut Columns<'_>) -> Result<Option<Heir>> {
    let (contact, asked_by) = (columns.read::<Option<_>>()?, columns.read::<Option<_>>()?);
    Ok(contact.zip(asked_by).map(|(contact, asked_by)| Heir { contact, asked_by }))
}

const SELECT_TAG: &str = "SELECT handshake, barred FROM registrar_tag WHERE account_id = $1";
const SELECT_CASE: &str = "SELECT id, losing, gaining, contact_id, moves, opened_at, lapses_at, heir_id, asked_by \
     FROM handshake WHERE id = $1";
const SELECT_DOMAINS: &str =
    select_domains!("JOIN handshake_domain ON domain_id = id WHERE handshake_id = $1 ORDER BY id");
const SELECT_WAITING: &Lengths = for_each!("SELECT domain_id FROM handshake_domain WHERE domain_id = ");
const SELECT_DELETIONS: &str = "SELECT deletions FROM deletion WHERE account_id = $1 AND month = $2";
const COUNT_DELETION: &str = "INSERT INTO deletion (account_id, month, deletions) VALUES ($1, $2, 1) \
     ON CONFLICT (account_id, month) DO UPDATE SET deletions = deletion.deletions + 1";
const PUT_TAG: &str = "INSERT INTO registrar_tag (account_id, handshake, barred) VALUES ($1, $2, $3) \
     ON CONFLICT (account_id) DO UPDATE SET handshake = excluded.handshake, barred = excluded.barred";
const INSERT_CASE: &str = "INSERT INTO handshake (id, losing, gaining, contact_id, moves, opened_at, \
     lapses_at, heir_id, asked_by) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)";
const INSERT_DOMAIN: &str = "INSERT INTO handshake_domain (domain_id, handshake_id) VALUES ($1, $2)";
const DELETE_CASE: &str = "DELETE FROM handshake WHERE id = $1";
