//! Protection services and invitations to them.

use engine::model::{
    AccountId, CustomerId, DomainName, Invitation, NetworkRecord, Protection, ProtectionId, Tally,
};
use engine::ports::store::{Inserted, Protections, ProtectionsMut, Result};

use crate::columns::Columns;
use crate::document;
use crate::network_records;
use crate::sql::{Attempt, Sql};
use crate::tables::{Tables, values};

impl<C: Sql> Protections for Tables<C> {
    fn protection(&self, name: &DomainName) -> Result<Option<Protection>> {
        self.sql.one(SELECT_BY_NAME, values![name], protection)
    }

    fn protection_by_id(&self, id: ProtectionId) -> Result<Option<Protection>> {
        self.sql.one(SELECT_BY_ID, values![id], protection)
    }

    fn protections_of(&self, account: AccountId) -> Result<Vec<Protection>> {
        self.sql.all(SELECT_OF, values![account], protection)
    }

    fn templates_of(&self, account: AccountId) -> Result<Vec<Protection>> {
        self.sql.all(SELECT_TEMPLATES, values![account], protection)
    }

    fn invitation(&self, protection: ProtectionId, guest: AccountId) -> Result<Option<Invitation>> {
        self.sql.one(SELECT_INVITATION, values![guest, protection], |columns| {
            Ok(Invitation {
                guest: columns.read()?,
                protection: columns.read()?,
                at: columns.read()?,
                accepted: columns.read()?,
            })
        })
    }

    fn network_record(&self, customer: CustomerId, name: &DomainName) -> Result<Option<NetworkRecord>> {
        network_records::find(self, customer, name)
    }
}

impl<C: Sql> ProtectionsMut for Tables<C> {
    fn insert_protection(&self, protection: &Protection) -> Result<Inserted> {
        let Documents { settings, asked } = Documents::of(protection)?;
        let inserted = self.sql.attempt(
            INSERT,
            values![
                protection.id,
                &protection.name,
                protection.account,
                protection.created_at,
                protection.state,
                protection.plan,
                protection.cycle,
                protection.expires_at,
                protection.mode,
                &settings,
                protection.is_template,
                protection.uses.since,
                protection.uses.count,
                protection.purges.since,
                protection.purges.count,
                protection.dns_set,
                protection.force_dns,
                protection.dns_token.as_ref(),
                protection.paid_by,
                asked.as_ref(),
            ],
        )?;
        Ok(if inserted == Attempt::Taken { Inserted::Taken } else { Inserted::Yes })
    }

    fn update_protection(&self, protection: &Protection) -> Result<()> {
        let Documents { settings, asked } = Documents::of(protection)?;
        self.update(
            UPDATE,
            values![
                protection.state,
                protection.plan,
                protection.cycle,
                protection.expires_at,
                protection.mode,
                &settings,
                protection.is_template,
                protection.uses.since,
                protection.uses.count,
                protection.purges.since,
                protection.purges.count,
                protection.dns_set,
                protection.force_dns,
                protection.dns_token.as_ref(),
                protection.paid_by,
                asked.as_ref(),
                protection.id,
            ],
        )
    }

    fn delete_protection(&self, id: ProtectionId) -> Result<()> {
        self.update(DELETE, values![id])
    }

    fn put_invitation(&self, invitation: &Invitation) -> Result<()> {
        let Invitation { protection, guest, at, accepted } = *invitation;
        self.sql.execute(PUT_INVITATION, values![guest, protection, at, accepted]).map(drop)
    }

    fn remove_invitation(&self, protection: ProtectionId, guest: AccountId) -> Result<bool> {
        Ok(self.sql.execute(DELETE_INVITATION, values![guest, protection])? == 1)
    }

    fn put_network_record(&self, record: &NetworkRecord) -> Result<()> {
        network_records::put(self, record)
    }

    fn remove_network_record(&self, customer: CustomerId, name: &DomainName) -> Result<bool> {
        network_records::remove(self, customer, name)
    }
}

/// What of a service stands in documents.
struct Documents {
    settings: String,
    asked: Option<String>,
}

impl Documents {
    fn of(protection: &Protection) -> Result<Self> {
        let asked = protection.asked.as_ref().map(document::text).transpose()?;
        Ok(Self { settings: document::text(&protection.settings)?, asked })
    }
}

fn protection(columns: &mut Columns<'_>) -> Result<Protection> {
    Ok(Protection {
        id: columns.read()?,
        name: columns.read()?,
        account: columns.read()?,
        created_at: columns.read()?,
        state: columns.read()?,
        plan: columns.read()?,
        cycle: columns.read()?,
        expires_at: columns.read()?,
        mode: columns.read()?,
        settings: columns.document()?,
        is_template: columns.read()?,
        uses: Tally { since: columns.read()?, count: columns.read()? },
        purges: Tally { since: columns.read()?, count: columns.read()? },
        dns_set: columns.read()?,
        force_dns: columns.read()?,
        dns_token: columns.read()?,
        paid_by: columns.read()?,
        asked: columns.optional_document()?,
    })
}

/// A query for services: all its columns, then the rest of the statement.
macro_rules! select {
    ($rest:literal) => {
        concat!(
            "SELECT id, name, account_id, created_at, state, plan, cycle, expires_at, mode, settings, is_template, \
             used_since, uses, purged_since, purges, dns_set, force_dns, dns_token, paid_by, asked FROM protection ",
            $rest
        )
    };
}

const SELECT_BY_NAME: &str = select!("WHERE name = $1");
const SELECT_BY_ID: &str = select!("WHERE id = $1");
const SELECT_OF: &str = select!(
    "WHERE account_id = $1 OR id IN \
     (SELECT protection_id FROM invitation WHERE guest = $1 AND accepted = 1) ORDER BY name"
);
const SELECT_TEMPLATES: &str = select!("WHERE account_id = $1 AND is_template = 1 ORDER BY name");
const INSERT: &str = "INSERT INTO protection (id, name, account_id, created_at, state, plan, cycle, expires_at, mode, \
     settings, is_template, used_since, uses, purged_since, purges, dns_set, force_dns, dns_token, paid_by, asked) \
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20)";
const UPDATE: &str = "UPDATE protection SET state = $1, plan = $2, cycle = $3, expires_at = $4, mode = $5, \
     settings = $6, is_template = $7, used_since = $8, uses = $9, purged_since = $10, purges = $11, dns_set = $12, \
     force_dns = $13, dns_token = $14, paid_by = $15, asked = $16 WHERE id = $17";
const DELETE: &str = "DELETE FROM protection WHERE id = $1";
const SELECT_INVITATION: &str =
    "SELECT guest, protection_id, at, accepted FROM invitation WHERE guest = $1 AND protection_id = $2";
const PUT_INVITATION: &str = "INSERT INTO invitation (guest, protection_id, at, accepted) VALUES ($1, $2, $3, $4) \
     ON CONFLICT (guest, protection_id) DO UPDATE SET at = excluded.at, accepted = excluded.accepted";
const DELETE_INVITATION: &str = "DELETE FROM invitation WHERE guest = $1 AND protection_id = $2";
