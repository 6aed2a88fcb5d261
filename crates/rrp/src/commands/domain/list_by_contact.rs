//! `QueryDomainListByContact`: the domains of the account that have a contact, and what it is for each.

use engine::Field;
use engine::model::{ContactUse, Handle, Role};
use engine::ops::contact::Uses;

use crate::answer::{Ended, Reply};
use crate::call::Call;
use crate::columns::Columns;
use crate::page::Page;
use crate::params::Params;

pub(in crate::commands) async fn run(call: &Call<'_>, mut params: Params) -> Ended {
    let page = Page::read(&mut params);
    let handle = params.need("CONTACT", Field::ContactId, Handle::parse);
    params.ignore(&["WIDE", "ORDERBY", "ORDER"]);
    let uses = params.finish(handle.map(|handle| Uses { handle, window: page.window() }))?;
    let done = call.query(uses).await?;
    Ok(Reply::of(done, |found| page.scalars(told(&found.rows), found.rows.len(), found.total)))
}

fn told(rows: &[ContactUse]) -> Columns {
    Columns::new()
        .each("domain", rows, |row| row.name.to_string())
        .each("type", rows, |row| kind(row.role).to_owned())
}

const fn kind(role: Role) -> &'static str {
    match role {
        Role::Registrant => "OWNER",
        Role::Admin => "ADMIN",
        Role::Tech => "TECH",
        Role::Billing => "BILLING",
    }
}
