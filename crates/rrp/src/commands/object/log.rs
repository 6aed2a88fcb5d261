//! `QueryObjectLogList`: what happened to an object of the account, oldest first.

use engine::Field;
use engine::model::DomainName;
use engine::ops::object::{Log, LoggedChange, Subject};

use super::class;
use crate::answer::{Ended, Reply};
use crate::call::Call;
use crate::columns::Columns;
use crate::page::{Page, own_alone};
use crate::params::Params;
use crate::times::moment;

pub(in crate::commands) async fn run(call: &Call<'_>, mut params: Params) -> Ended {
    let subject = class::subject(&mut params);
    list(call, params, subject).await
}

/// `QueryDomainHistoryList`: the same of a domain, which is named by itself.
pub(in crate::commands) async fn of_domain(call: &Call<'_>, mut params: Params) -> Ended {
    let name = params.need("DOMAIN", Field::DomainName, DomainName::parse);
    list(call, params, name.map(Subject::Domain)).await
}

async fn list(call: &Call<'_>, mut params: Params, subject: Option<Subject>) -> Ended {
    own_alone(&mut params);
    params.choice("ORDERBY", &[("LOGDATE", ())]);
    let page = Page::read(&mut params);
    let log = params.finish(subject.map(|subject| Log { subject, window: page.window() }))?;
    let class = class::word(class::of(&log.subject));
    let done = call.query(log).await?;
    Ok(Reply::of(done, |found| page.scalars(told(&found.rows, class), found.rows.len(), found.total)))
}

fn told(rows: &[LoggedChange], class: &str) -> Columns {
    Columns::new()
        .each("logindex", rows, |row| row.line.operation.0.to_string())
        .each("logdate", rows, |row| moment(row.line.at))
        .each("loguser", rows, by)
        .each("objectclass", rows, |_| class.to_owned())
        .each("objectid", rows, |row| row.line.name.clone())
        .each("operationtype", rows, |row| operation(&row.line.action).to_owned())
        .each("operationstatus", rows, |_| "SUCCESSFUL".to_owned())
        .each("reference", rows, |row| row.line.client_id.clone().unwrap_or_default())
}

/// Who did it; the server's own deeds are nobody's.
pub(super) fn by(change: &LoggedChange) -> String {
    change.by.as_ref().map_or_else(|| "SYSTEM".to_owned(), ToString::to_string)
}

/// What was done, by the engine's name for it without the object: `domain_create` is `CREATE`.
pub(super) fn operation(action: &str) -> String {
    let objects = ["domain_", "contact_", "host_", "nsset_", "dns_zone_", "dns_"];
    let deed = objects.iter().find_map(|object| action.strip_prefix(object)).unwrap_or(action);
    deed.to_ascii_uppercase()
}
