//! Writing the rows of the zone behind a domain. The zone is made with its first rows; the account has to have the domain.

use engine::model::{Axfr, DnsRow, DomainName, Rdata, RecordType, RowName};
use engine::ops::Together;
use engine::ops::dns_row::{List, NewDnsRow};
use engine::ops::dns_zone::{Add, Edit, NewDnsZone, RowChange, SoaChange, Update};
use engine::ops::domain::Dossier;
use engine::{Command, Failure, Field, Outcome, Refusal};

use crate::call::Call;

/// The rows of the zone of a domain that the account has; none if there is no zone yet, or no more.
///
/// # Errors
/// `domain_unknown`, `not_sponsor`, and as of listing rows.
pub(super) async fn read(call: &Call<'_>, name: &DomainName) -> Result<Zone, Failure> {
    call.query(Dossier { name: name.clone() }).await?;
    match call.query(List { zone: name.clone() }).await {
        Ok(done) => Ok(Zone { rows: done.answer, exists: true }),
        Err(failure) if is_absent(&failure) => Ok(Zone { rows: Vec::new(), exists: false }),
        Err(failure) => Err(failure),
    }
}

/// The zone behind a domain.
pub(super) struct Zone {
    pub(super) rows: Vec<DnsRow>,
    exists: bool,
}

impl Zone {
    /// New rows in the place of those of some types; all others stay. They are published at once.
    pub(super) fn replace(
        self,
        name: DomainName,
        is_replaced: impl Fn(&DnsRow) -> bool,
        mut rows: Vec<NewDnsRow>,
    ) -> Change {
        let kept = self.rows.into_iter().filter(|row| !is_replaced(row));
        rows.extend(kept.map(again));
        if !self.exists {
            let (kind, soa) = (NewDnsZone::Primary(Axfr::default()), SoaChange::default());
            return Change::Add(Add { name, kind, name_servers: Vec::new(), soa, rows });
        }
        let rows = RowChange { all: Some(rows), ..RowChange::default() };
        let settings = Update {
            name,
            zone_type: None,
            axfr: None,
            name_servers: None,
            soa: SoaChange::default(),
            auto_commit: None,
            primary: None,
        };
        Change::Edit(Edit { settings, rows, republish: false })
    }
}

/// What makes a zone as it is wanted.
pub(super) enum Change {
    Add(Add),
    Edit(Edit),
}

impl Change {
    /// Does it.
    ///
    /// # Errors
    /// As of adding and editing a zone.
    pub(super) async fn send(self, call: &Call<'_>) -> Result<(), Failure> {
        match self {
            Self::Add(add) => call.command(add).await.map(drop),
            Self::Edit(edit) => call.command(edit).await.map(drop),
        }
    }

    /// Does it together with something else, or neither.
    ///
    /// # Errors
    /// As of adding and editing a zone, and of what else is done.
    pub(super) async fn send_with<C: Command + Sync>(self, call: &Call<'_>, first: C) -> Result<(), Failure> {
        match self {
            Self::Add(then) => call.command(Together { first, then }).await.map(drop),
            Self::Edit(then) => call.command(Together { first, then }).await.map(drop),
        }
    }
}

fn again(row: DnsRow) -> NewDnsRow {
    NewDnsRow { name: row.name, ttl: Some(row.ttl), rdata: row.rdata, comment: row.comment }
}

/// Whether there is no zone: another takes the place of one that was deleted.
fn is_absent(failure: &Failure) -> bool {
    let Failure::Refused(refusals) = failure else { return false };
    matches!(refusals.first().outcome, Outcome::DnsZoneUnknown | Outcome::DnsZoneIsDeleted)
}

/// A new row of a name and type, with data as this protocol writes it: names that are not whole lie in the zone.
///
/// # Errors
/// What is wrong with name or data.
pub(super) fn row(zone: &DomainName, name: &str, kind: RecordType, data: &str) -> Result<NewDnsRow, Refusal> {
    let name = match name.trim() {
        "@" | "" => RowName::apex(),
        name => RowName::parse(name).map_err(|refusal| refusal.at(Field::DnsRowName))?,
    };
    let data = if kind.ends_with_host() { whole(zone, data) } else { data.to_owned() };
    let rdata = Rdata::parse(kind, &data).map_err(|refusal| refusal.at(Field::DnsRdata))?;
    Ok(NewDnsRow { name, ttl: None, rdata, comment: None })
}

/// The last word of the data, a name, with the zone behind it unless it ends with a dot or has several labels.
fn whole(zone: &DomainName, data: &str) -> String {
    let data = data.trim();
    let (before, host) = data.rsplit_once(' ').map_or(("", data), |(before, host)| (before, host));
    let host = match host.strip_suffix('.') {
        Some(host) => host.to_owned(),
        None if host == "@" => zone.to_string(),
        None if host.contains('.') => host.to_owned(),
        None => format!("{host}.{zone}"),
    };
    format!("{before} {host}").trim_start().to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_without_a_dot_lie_in_the_zone() {
        let zone = DomainName::parse("shop.test").unwrap();
        for (data, expected) in [
            ("10 mail", "10 mail.shop.test"),
            ("10 mail.else.test.", "10 mail.else.test"),
            ("www", "www.shop.test"),
            ("@", "shop.test"),
            ("a.b.test", "a.b.test"),
        ] {
            assert_eq!(whole(&zone, data), expected, "{data}");
        }
    }
}
