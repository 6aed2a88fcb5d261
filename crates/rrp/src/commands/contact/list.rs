//! `QueryContactList`: the account's contacts; with `wide=1` what each says.

use engine::model::{Contact, NamePattern};
use engine::ops::contact::List;

use crate::answer::{Ended, Reply};
use crate::call::Call;
use crate::columns::Columns;
use crate::page::Page;
use crate::params::Params;
use crate::times::moment;

pub(in crate::commands) async fn run(call: &Call<'_>, mut params: Params) -> Ended {
    let page = Page::read(&mut params);
    let pattern = NamePattern::new(&params.text("CONTACT").unwrap_or_default());
    let is_wide = params.flag("WIDE").unwrap_or(false);
    params.ignore(&["ORDERBY", "ORDER", "USERDEPTH"]);
    let window = page.window();
    let list = params.finish(Some(List { pattern, window }))?;
    let done = call.query(list).await?;
    Ok(Reply::of(done, |found| {
        let handles = column(&found.rows, |contact| contact.handle.to_string());
        let columns = Columns::new().many("contact", handles);
        let columns = if is_wide { widened(columns, &found.rows) } else { columns };
        page.scalars(columns, found.rows.len(), found.total)
    }))
}

fn widened(columns: Columns, contacts: &[Contact]) -> Columns {
    columns
        .each("contact name", contacts, |contact| name(contact).to_owned())
        .each("contact email", contacts, |contact| contact.details.email.to_string())
        .each("contact created date", contacts, |contact| moment(contact.created_at))
}

fn column(contacts: &[Contact], cell: impl Fn(&Contact) -> String) -> Vec<String> {
    contacts.iter().map(cell).collect()
}

fn name(contact: &Contact) -> &str {
    contact.details.main_postal().map_or("", |postal| postal.name.as_str())
}
