//! Mailspaces and their mailboxes.

use engine::model::{
    AccountId, Mailbox, MailboxId, MailboxName, Mailspace, MailspaceId, MailspaceName, PlacedMailbox,
};
use engine::ports::store::{Deleted, Inserted, MailboxFilter, Mailspaces, MailspacesMut, Result, Slice};

use crate::columns::Columns;
use crate::pages::Listing;
use crate::sql::{Attempt, Sql, Value};
use crate::tables::{Tables, values};

impl<C: Sql> Mailspaces for Tables<C> {
    fn mailspace(&self, name: &MailspaceName) -> Result<Option<Mailspace>> {
        self.sql.one(SELECT_BY_NAME, values![name], mailspace)
    }

    fn mailspace_by_id(&self, id: MailspaceId) -> Result<Option<Mailspace>> {
        self.sql.one(SELECT_BY_ID, values![id], mailspace)
    }

    fn mailspaces_of(&self, account: AccountId, slice: &Slice<MailspaceName>) -> Result<Vec<Mailspace>> {
        let after = slice.after.as_ref().map_or("", MailspaceName::as_str);
        OF_ACCOUNT.slice(&self.sql, values![account], values![after, slice.most, slice.skip], mailspace)
    }

    fn count_mailspaces(&self, account: AccountId) -> Result<u64> {
        OF_ACCOUNT.count(&self.sql, values![account])
    }

    fn mailbox(&self, account: AccountId, name: &MailboxName) -> Result<Option<Mailbox>> {
        self.sql.one(SELECT_BOX_BY_NAME, values![account, name], mailbox)
    }

    fn mailbox_by_id(&self, id: MailboxId) -> Result<Option<Mailbox>> {
        self.sql.one(SELECT_BOX_BY_ID, values![id], mailbox)
    }

    fn mailboxes(&self, filter: MailboxFilter, slice: &Slice<MailboxName>) -> Result<Vec<PlacedMailbox>> {
        let (listing, scope) = boxes(filter);
        let after = slice.after.as_ref().map_or("", MailboxName::as_str);
        listing.slice(&self.sql, &[scope], values![after, slice.most, slice.skip], placed)
    }

    fn count_mailboxes(&self, filter: MailboxFilter) -> Result<u64> {
        let (listing, scope) = boxes(filter);
        listing.count(&self.sql, &[scope])
    }
}

impl<C: Sql> MailspacesMut for Tables<C> {
    fn insert_mailspace(&self, mailspace: &Mailspace) -> Result<Inserted> {
        let address = mailspace.address.map(|address| address.to_string());
        let inserted = self.sql.execute(
            INSERT,
            values![
                mailspace.id,
                &mailspace.name,
                mailspace.title.as_ref(),
                mailspace.account,
                mailspace.added_at,
                mailspace.quota,
                mailspace.most_mailboxes,
                mailspace.most_forwardings,
                address.as_ref(),
                mailspace.term,
                mailspace.paid_until,
                mailspace.is_unpaid,
                mailspace.is_suspended,
                mailspace.allotted,
                mailspace.mailboxes,
                mailspace.forwardings,
            ],
        )?;
        Ok(if inserted == 1 { Inserted::Yes } else { Inserted::Taken })
    }

    fn update_mailspace(&self, mailspace: &Mailspace) -> Result<()> {
        let address = mailspace.address.map(|address| address.to_string());
        self.update(
            UPDATE,
            values![
                mailspace.title.as_ref(),
                mailspace.quota,
                mailspace.most_mailboxes,
                mailspace.most_forwardings,
                address.as_ref(),
                mailspace.term,
                mailspace.paid_until,
                mailspace.is_unpaid,
                mailspace.is_suspended,
                mailspace.allotted,
                mailspace.mailboxes,
                mailspace.forwardings,
                mailspace.id,
            ],
        )
    }

    fn delete_mailspace(&self, id: MailspaceId) -> Result<Deleted> {
        deleted(self.sql.attempt(DELETE, values![id])?)
    }

    fn clear_mailspace(&self, id: MailspaceId) -> Result<()> {
        for statement in [RELEASE_FORWARDINGS, DELETE_ADDRESSES, UNLINK_DOMAINS, DELETE_BOXES] {
            self.sql.execute(statement, values![id])?;
        }
        self.update(DELETE, values![id])
    }

    fn insert_mailbox(&self, mailbox: &Mailbox) -> Result<Inserted> {
        let &Mailbox { id, ref name, mailspace, account, added_at, quota, is_enabled } = mailbox;
        let row = values![id, name, mailspace, account, added_at, quota, is_enabled];
        Ok(if self.sql.execute(INSERT_BOX, row)? == 1 { Inserted::Yes } else { Inserted::Taken })
    }

    fn update_mailbox(&self, mailbox: &Mailbox) -> Result<()> {
        self.update(UPDATE_BOX, values![mailbox.quota, mailbox.is_enabled, mailbox.id])
    }

    fn delete_mailbox(&self, id: MailboxId) -> Result<Deleted> {
        deleted(self.sql.attempt(DELETE_BOX, values![id])?)
    }
}

fn deleted(attempt: Attempt) -> Result<Deleted> {
    Ok(if attempt == Attempt::InUse { Deleted::InUse } else { Deleted::Yes })
}

fn boxes(filter: MailboxFilter) -> (Listing, Value<'static>) {
    match filter {
        MailboxFilter::Account(account) => (BOXES_OF_ACCOUNT, account.into()),
        MailboxFilter::Mailspace(mailspace) => (BOXES_OF_MAILSPACE, mailspace.into()),
    }
}

fn mailspace(columns: &mut Columns<'_>) -> Result<Mailspace> {
    Ok(Mailspace {
        id: columns.read()?,
        name: columns.read()?,
        title: columns.read()?,
        account: columns.read()?,
        added_at: columns.read()?,
        quota: columns.read()?,
        most_mailboxes: columns.read()?,
        most_forwardings: columns.read()?,
        address: columns.read()?,
        term: columns.read()?,
        paid_until: columns.read()?,
        is_unpaid: columns.read()?,
        is_suspended: columns.read()?,
        allotted: columns.read()?,
        mailboxes: columns.read()?,
        forwardings: columns.read()?,
    })
}

fn mailbox(columns: &mut Columns<'_>) -> Result<Mailbox> {
    Ok(Mailbox {
        id: columns.read()?,
        name: columns.read()?,
        mailspace: columns.read()?,
        account: columns.read()?,
        added_at: columns.read()?,
        quota: columns.read()?,
        is_enabled: columns.read()?,
    })
}

fn placed(columns: &mut Columns<'_>) -> Result<PlacedMailbox> {
    Ok(PlacedMailbox { mailbox: mailbox(columns)?, mailspace: columns.read()? })
}

/// A query for mailspaces: all their columns, then the rest of the statement.
macro_rules! select {
    ($rest:literal) => {
        concat!(
            "SELECT id, name, title, account_id, added_at, quota, most_mailboxes, most_forwardings, address, term, \
             paid_until, is_unpaid, is_suspended, allotted, mailboxes, forwardings FROM mailspace ",
            $rest
        )
    };
}

/// The same for mailboxes, with the name of their mailspace behind.
macro_rules! select_boxes {
    ($rest:literal) => {
        concat!(
            "SELECT mailbox.id, mailbox.name, mailspace_id, mailbox.account_id, mailbox.added_at, mailbox.quota, \
             is_enabled, mailspace.name FROM mailbox JOIN mailspace ON mailspace.id = mailspace_id ",
            $rest
        )
    };
}

const SELECT_BY_NAME: &str = select!("WHERE name = $1");
const SELECT_BY_ID: &str = select!("WHERE id = $1");
const OF_ACCOUNT: Listing = Listing {
    rows: select!(
        "WHERE id IN (SELECT id FROM mailspace WHERE account_id = $1 AND name > $2 ORDER BY name \
         LIMIT $3 OFFSET $4) ORDER BY name"
    ),
    count: "SELECT COUNT(*) FROM mailspace WHERE account_id = $1",
};
const INSERT: &str = "INSERT INTO mailspace (id, name, title, account_id, added_at, quota, most_mailboxes, \
     most_forwardings, address, term, paid_until, is_unpaid, is_suspended, allotted, mailboxes, forwardings) \
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16) ON CONFLICT (name) DO NOTHING";
const UPDATE: &str = "UPDATE mailspace SET title = $1, quota = $2, most_mailboxes = $3, most_forwardings = $4, \
     address = $5, term = $6, paid_until = $7, is_unpaid = $8, is_suspended = $9, allotted = $10, mailboxes = $11, \
     forwardings = $12 WHERE id = $13";
const DELETE: &str = "DELETE FROM mailspace WHERE id = $1";
const RELEASE_FORWARDINGS: &str = "UPDATE mail_forwarding SET mailspace_id = NULL WHERE mailspace_id = $1";
const DELETE_ADDRESSES: &str = "DELETE FROM mail_address WHERE mailspace_id = $1";
const UNLINK_DOMAINS: &str = "DELETE FROM mail_domain WHERE mailspace_id = $1";
const DELETE_BOXES: &str = "DELETE FROM mailbox WHERE mailspace_id = $1";

const SELECT_BOX_BY_NAME: &str = select_boxes!("WHERE mailbox.account_id = $1 AND mailbox.name = $2");
const SELECT_BOX_BY_ID: &str = select_boxes!("WHERE mailbox.id = $1");
const BOXES_OF_ACCOUNT: Listing = Listing {
    rows: select_boxes!(
        "WHERE mailbox.id IN (SELECT id FROM mailbox WHERE account_id = $1 AND name > $2 ORDER BY name \
         LIMIT $3 OFFSET $4) ORDER BY mailbox.name"
    ),
    count: "SELECT COUNT(*) FROM mailbox WHERE account_id = $1",
};
const BOXES_OF_MAILSPACE: Listing = Listing {
    rows: select_boxes!(
        "WHERE mailbox.id IN (SELECT id FROM mailbox WHERE mailspace_id = $1 AND name > $2 ORDER BY name \
         LIMIT $3 OFFSET $4) ORDER BY mailbox.name"
    ),
    count: "SELECT COUNT(*) FROM mailbox WHERE mailspace_id = $1",
};
const INSERT_BOX: &str = "INSERT INTO mailbox (id, name, mailspace_id, account_id, added_at, quota, is_enabled) \
     VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT (account_id, name) DO NOTHING";
const UPDATE_BOX: &str = "UPDATE mailbox SET quota = $1, is_enabled = $2 WHERE id = $3";
const DELETE_BOX: &str = "DELETE FROM mailbox WHERE id = $1";
