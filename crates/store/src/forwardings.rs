//! What is sent on to elsewhere: mail and visitors.

use engine::model::{
    AccountId, DomainName, Email, MailForwarding, MailForwardingId, WebForwarding, WebForwardingId,
};
use engine::ports::store::{ForwardingFilter, Forwardings, ForwardingsMut, Inserted, Result, Slice};

use crate::columns::Columns;
use crate::pages::Listing;
use crate::sql::{Sql, Value};
use crate::tables::{Tables, values};

impl<C: Sql> Forwardings for Tables<C> {
    fn mail_forwarding(
        &self,
        account: AccountId,
        address: &Email,
        target: &Email,
    ) -> Result<Option<MailForwarding>> {
        self.sql.one(SELECT_MAIL, values![account, address, target], mail)
    }

    fn mail_forwardings(
        &self,
        filter: &ForwardingFilter,
        slice: &Slice<(Email, Email)>,
    ) -> Result<Vec<MailForwarding>> {
        let after = slice.after.as_ref();
        let (address, target) =
            after.map_or(("", ""), |(address, target)| (address.as_str(), target.as_str()));
        let place = values![address, target, slice.most, slice.skip];
        listed(filter, MAIL_OF_ACCOUNT, MAIL_OF_NAME).slice(&self.sql, &scope(filter), place, mail)
    }

    fn count_mail_forwardings(&self, filter: &ForwardingFilter) -> Result<u64> {
        listed(filter, MAIL_OF_ACCOUNT, MAIL_OF_NAME).count(&self.sql, &scope(filter))
    }

    fn web_forwarding(&self, source: &DomainName) -> Result<Option<WebForwarding>> {
        self.sql.one(SELECT_WEB, values![source], web)
    }

    fn web_forwardings(
        &self,
        filter: &ForwardingFilter,
        slice: &Slice<DomainName>,
    ) -> Result<Vec<WebForwarding>> {
        let after = slice.after.as_ref().map_or("", DomainName::as_str);
        let place = values![after, slice.most, slice.skip];
        listed(filter, WEB_OF_ACCOUNT, WEB_OF_NAME).slice(&self.sql, &scope(filter), place, web)
    }

    fn count_web_forwardings(&self, filter: &ForwardingFilter) -> Result<u64> {
        listed(filter, WEB_OF_ACCOUNT, WEB_OF_NAME).count(&self.sql, &scope(filter))
    }
}

/// The list of an account, or that of a name if one is named.
fn listed(filter: &ForwardingFilter, of_account: Listing, of_name: Listing) -> Listing {
    if filter.held_name.is_some() { of_name } else { of_account }
}

fn scope(filter: &ForwardingFilter) -> Vec<Value<'_>> {
    let name = filter.held_name.as_ref().map(Value::from);
    std::iter::once(filter.account.into()).chain(name).collect()
}

impl<C: Sql> ForwardingsMut for Tables<C> {
    fn insert_mail_forwarding(&self, forwarding: &MailForwarding) -> Result<Inserted> {
        let inserted = self.sql.execute(
            INSERT_MAIL,
            values![
                forwarding.id,
                forwarding.address_id,
                &forwarding.address,
                &forwarding.target,
                forwarding.account,
                &forwarding.held_name,
                forwarding.mailspace,
                forwarding.added_at,
            ],
        )?;
        Ok(if inserted == 1 { Inserted::Yes } else { Inserted::Taken })
    }

    fn delete_mail_forwarding(&self, id: MailForwardingId) -> Result<()> {
        self.update(DELETE_MAIL, values![id])
    }

    fn insert_web_forwarding(&self, forwarding: &WebForwarding) -> Result<Inserted> {
        let WebForwarding { id, source, target, kind, account, held_name, added_at } = forwarding;
        let row = values![*id, source, target, *kind, *account, held_name, *added_at];
        Ok(if self.sql.execute(INSERT_WEB, row)? == 1 { Inserted::Yes } else { Inserted::Taken })
    }

    fn delete_web_forwarding(&self, id: WebForwardingId) -> Result<()> {
        self.update(DELETE_WEB, values![id])
    }
}

fn mail(columns: &mut Columns<'_>) -> Result<MailForwarding> {
    Ok(MailForwarding {
        id: columns.read()?,
        address_id: columns.read()?,
        address: columns.read()?,
        target: columns.read()?,
        account: columns.read()?,
        held_name: columns.read()?,
        mailspace: columns.read()?,
        added_at: columns.read()?,
    })
}

fn web(columns: &mut Columns<'_>) -> Result<WebForwarding> {
    Ok(WebForwarding {
        id: columns.read()?,
        source: columns.read()?,
        target: columns.read()?,
        kind: columns.read()?,
        account: columns.read()?,
        held_name: columns.read()?,
        added_at: columns.read()?,
    })
}

/// A query for mail forwardings: all their columns, then the rest of the statement.
macro_rules! select_mail {
    ($rest:literal) => {
        concat!(
            "SELECT id, address_id, address, target, account_id, held_name, mailspace_id, added_at \
             FROM mail_forwarding ",
            $rest
        )
    };
}

/// The same for web forwardings.
macro_rules! select_web {
    ($rest:literal) => {
        concat!(
            "SELECT id, source, target, kind, account_id, held_name, added_at FROM web_forwarding ",
            $rest
        )
    };
}

const SELECT_MAIL: &str = select_mail!("WHERE account_id = $1 AND address = $2 AND target = $3");
const MAIL_OF_ACCOUNT: Listing = Listing {
    rows: select_mail!(
        "WHERE id IN (SELECT id FROM mail_forwarding WHERE account_id = $1 AND (address, target) > ($2, $3) \
         ORDER BY address, target LIMIT $4 OFFSET $5) ORDER BY address, target"
    ),
    count: "SELECT COUNT(*) FROM mail_forwarding WHERE account_id = $1",
};
const MAIL_OF_NAME: Listing = Listing {
    rows: select_mail!(
        "WHERE id IN (SELECT id FROM mail_forwarding WHERE account_id = $1 AND held_name = $2 \
         AND (address, target) > ($3, $4) ORDER BY address, target LIMIT $5 OFFSET $6) ORDER BY address, target"
    ),
    count: "SELECT COUNT(*) FROM mail_forwarding WHERE account_id = $1 AND held_name = $2",
};
const INSERT_MAIL: &str = "INSERT INTO mail_forwarding (id, address_id, address, target, account_id, held_name, \
     mailspace_id, added_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8) \
     ON CONFLICT (account_id, address, target) DO NOTHING";
const DELETE_MAIL: &str = "DELETE FROM mail_forwarding WHERE id = $1";

const SELECT_WEB: &str = select_web!("WHERE source = $1");
const WEB_OF_ACCOUNT: Listing = Listing {
    rows: select_web!(
        "WHERE id IN (SELECT id FROM web_forwarding WHERE account_id = $1 AND source > $2 ORDER BY source \
         LIMIT $3 OFFSET $4) ORDER BY source"
    ),
    count: "SELECT COUNT(*) FROM web_forwarding WHERE account_id = $1",
};
const WEB_OF_NAME: Listing = Listing {
    rows: select_web!(
        "WHERE id IN (SELECT id FROM web_forwarding WHERE account_id = $1 AND held_name = $2 AND source > $3 \
         ORDER BY source LIMIT $4 OFFSET $5) ORDER BY source"
    ),
    count: "SELECT COUNT(*) FROM web_forwarding WHERE account_id = $1 AND held_name = $2",
};
const INSERT_WEB: &str = "INSERT INTO web_forwarding (id, source, target, kind, account_id, held_name, added_at) \
     VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT (source) DO NOTHING";
const DELETE_WEB: &str = "DELETE FROM web_forwarding WHERE id = $1";
