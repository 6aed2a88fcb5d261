//! The addresses for which mail is taken.

use engine::Fault;
use engine::model::{
    DomainName, Email, MailAddress, MailAddressId, MailUsage, MailspaceId, PlacedMailAddress,
};
use engine::ports::store::{MailAddressFilter, MailAddresses, MailAddressesMut, Result, Slice};

use crate::columns::{self, Columns};
use crate::pages::Listing;
use crate::sql::{Sql, Value};
use crate::tables::{Tables, values};

impl<C: Sql> MailAddresses for Tables<C> {
    fn mail_address(&self, address: &Email) -> Result<Option<MailAddress>> {
        self.sql.one(SELECT, values![address], read)
    }

    fn mail_addresses(
        &self,
        filter: MailAddressFilter,
        slice: &Slice<Email>,
    ) -> Result<Vec<PlacedMailAddress>> {
        let (listing, scope) = listed(filter);
        let after = slice.after.as_ref().map_or("", Email::as_str);
        listing.slice(&self.sql, &[scope], values![after, slice.most, slice.skip], placed)
    }

    fn count_mail_addresses(&self, filter: MailAddressFilter) -> Result<u64> {
        let (listing, scope) = listed(filter);
        listing.count(&self.sql, &[scope])
    }

    fn mailspace_of_domain(&self, domain: &DomainName) -> Result<Option<MailspaceId>> {
        self.sql.one(SELECT_DOMAIN, values![domain], columns::only)
    }
}

impl<C: Sql> MailAddressesMut for Tables<C> {
    fn link_mail_domain(&self, domain: &DomainName, mailspace: MailspaceId) -> Result<MailspaceId> {
        self.sql.execute(LINK_DOMAIN, values![domain, mailspace])?;
        let linked = self.mailspace_of_domain(domain)?;
        linked.ok_or_else(|| Fault::internal(format_args!("the mail of {domain} has no mailspace")))
    }

    fn claim_mail_address(&self, address: &MailAddress) -> Result<MailAddress> {
        let domain = address.domain();
        let (mailspace, mailbox, password) = match &address.usage {
            MailUsage::Hosted { mailspace, mailbox, password } => {
                (Some(*mailspace), Some(*mailbox), Some(password))
            }
            MailUsage::Forwarded => (None, None, None),
        };
        let &MailAddress { id, account, added_at, .. } = address;
        self.sql.execute(
            INSERT,
            values![id, &address.address, account, added_at, &domain, mailspace, mailbox, password],
        )?;
        let present = self.mail_address(&address.address)?;
        present.ok_or_else(|| Fault::internal("an address that was claimed is not there"))
    }

    fn update_mail_address(&self, address: &MailAddress) -> Result<()> {
        let MailUsage::Hosted { mailbox, password, .. } = &address.usage else {
            return Err(Fault::internal("an address without mailbox has nothing to change"));
        };
        self.update(UPDATE, values![*mailbox, password, address.id])
    }

    fn delete_mail_address(&self, address: &MailAddress) -> Result<()> {
        self.update(DELETE, values![address.id])?;
        self.sql.execute(UNLINK_DOMAIN, values![&address.domain()]).map(drop)
    }

    fn release_mail_address(&self, id: MailAddressId) -> Result<()> {
        self.sql.execute(RELEASE, values![id]).map(drop)
    }
}

fn listed(filter: MailAddressFilter) -> (Listing, Value<'static>) {
    match filter {
        MailAddressFilter::Account(account) => (OF_ACCOUNT, account.into()),
        MailAddressFilter::Mailbox(mailbox) => (OF_MAILBOX, mailbox.into()),
    }
}

fn read(columns: &mut Columns<'_>) -> Result<MailAddress> {
    Ok(MailAddress {
        id: columns.read()?,
        address: columns.read()?,
        account: columns.read()?,
        added_at: columns.read()?,
        usage: usage(columns)?,
    })
}

fn usage(columns: &mut Columns<'_>) -> Result<MailUsage> {
    match columns.read()? {
        None => Ok(MailUsage::Forwarded),
        Some(mailspace) => {
            Ok(MailUsage::Hosted { mailspace, mailbox: columns.read()?, password: columns.read()? })
        }
    }
}

fn placed(columns: &mut Columns<'_>) -> Result<PlacedMailAddress> {
    Ok(PlacedMailAddress {
        address: columns.read()?,
        added_at: columns.read()?,
        mailbox: columns.read()?,
        mailspace: columns.read()?,
    })
}

/// A query for hosted addresses with the names of where they lie.
macro_rules! select_placed {
    ($rest:literal) => {
        concat!(
            "SELECT mail_address.address, mail_address.added_at, mailbox.name, mailspace.name FROM mail_address \
             JOIN mailbox ON mailbox.id = mailbox_id \
             JOIN mailspace ON mailspace.id = mail_address.mailspace_id ",
            $rest
        )
    };
}

const SELECT: &str = "SELECT id, address, account_id, added_at, mailspace_id, mailbox_id, password \
     FROM mail_address WHERE address = $1";
const OF_ACCOUNT: Listing = Listing {
    rows: select_placed!(
        "WHERE mail_address.id IN (SELECT id FROM mail_address WHERE account_id = $1 AND address > $2 \
         AND mailbox_id IS NOT NULL ORDER BY address LIMIT $3 OFFSET $4) ORDER BY mail_address.address"
    ),
    count: "SELECT COUNT(*) FROM mail_address WHERE account_id = $1 AND mailbox_id IS NOT NULL",
};
const OF_MAILBOX: Listing = Listing {
    rows: select_placed!(
        "WHERE mail_address.id IN (SELECT id FROM mail_address WHERE mailbox_id = $1 AND address > $2 \
         ORDER BY address LIMIT $3 OFFSET $4) ORDER BY mail_address.address"
    ),
    count: "SELECT COUNT(*) FROM mail_address WHERE mailbox_id = $1",
};
const INSERT: &str = "INSERT INTO mail_address (id, address, account_id, added_at, domain, mailspace_id, mailbox_id, \
     password) VALUES ($1, $2, $3, $4, $5, $6, $7, $8) ON CONFLICT (address) DO NOTHING";
const UPDATE: &str = "UPDATE mail_address SET mailbox_id = $1, password = $2 WHERE id = $3";
const DELETE: &str = "DELETE FROM mail_address WHERE id = $1";
const RELEASE: &str = "DELETE FROM mail_address WHERE id = $1 \
     AND NOT EXISTS (SELECT 1 FROM mail_forwarding WHERE address_id = $1)";
const SELECT_DOMAIN: &str = "SELECT mailspace_id FROM mail_domain WHERE domain = $1";
const LINK_DOMAIN: &str =
    "INSERT INTO mail_domain (domain, mailspace_id) VALUES ($1, $2) ON CONFLICT (domain) DO NOTHING";
const UNLINK_DOMAIN: &str = "DELETE FROM mail_domain WHERE domain = $1 AND NOT EXISTS (SELECT 1 FROM mail_address \
     WHERE mail_address.mailspace_id = mail_domain.mailspace_id AND mail_address.domain = mail_domain.domain)";
