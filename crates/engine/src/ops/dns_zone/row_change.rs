//! Changes of many rows of a zone in one go.

use std::collections::BTreeSet;

use super::settings::{check_name_servers, set_name_servers};
use crate::{
    Failure, Findings, Refusal, Writing,
    model::{DnsRow, DnsZone, DomainName, Rdata, RecordType, RowName},
    ops::dns_row::{NewDnsRow, absent, taken},
    policy::DnsRules,
};

/// What becomes of the rows of a zone: first all are replaced, then some go, then some come. As in a zone file, the name
/// servers of the zone are rows of it, of the type NS and with the name of the zone.
#[derive(Clone, Debug, Default)]
pub struct RowChange {
    /// Rows that take the place of all there are. Where no name server is among them, those of the zone stay.
    pub all: Option<Vec<NewDnsRow>>,
    /// Rows that go, whatever their TTL.
    pub remove: Vec<(RowName, Rdata)>,
    /// Rows that come.
    pub add: Vec<NewDnsRow>,
}

impl RowChange {
    /// Whether nothing is to be changed.
    pub fn is_empty(&self) -> bool {
        self.all.is_none() && self.remove.is_empty() && self.add.is_empty()
    }

    /// Notes what is wrong with it whatever the zone holds.
    pub(super) fn check(&self, zone: &DomainName, rules: &DnsRules, findings: &mut Findings) {
        check(self.all.as_deref().unwrap_or_default(), zone, rules, findings);
        check(&self.add, zone, rules, findings);
    }

    /// Changes the rows of a zone and counts them. The caller writes the zone's own row.
    ///
    /// # Errors
    /// `dns_row_unknown`, and as of adding a row.
    pub(super) fn apply(&self, cx: &Writing<'_>, zone: &mut DnsZone) -> Result<(), Failure> {
        if let Some(rows) = &self.all {
            replace(cx, zone, rows)?;
        }
        let mut name_servers = zone.name_servers.clone();
        for (name, rdata) in &self.remove {
            match name_server(name, rdata) {
                Some(host) => drop_name_server(zone, &mut name_servers, &host, rdata)?,
                None => remove(cx, zone, name, rdata)?,
            }
        }
        for row in &self.add {
            match name_server(&row.name, &row.rdata) {
                Some(host) if name_servers.contains(&host) => {
                    return Err(taken(zone, &row.name, &row.rdata).into());
                }
                Some(host) => name_servers.push(host),
                None => drop(row.insert(cx, zone)?),
            }
        }
        settle(cx, zone, &name_servers)
    }
}

/// Notes what is wrong with new rows whatever the zone holds.
pub(super) fn check(rows: &[NewDnsRow], zone: &DomainName, rules: &DnsRules, findings: &mut Findings) {
    for row in rows.iter().filter(|row| name_server(&row.name, &row.rdata).is_none()) {
        row.check(zone, rules, findings);
    }
}

/// Puts rows in the place of all that a zone has. What is there already is not touched. Where no name server is among them,
/// those of the zone stay.
///
/// # Errors
/// As of adding a row, and `named_twice`, `dns_name_servers_too_many`.
pub(super) fn replace(cx: &Writing<'_>, zone: &mut DnsZone, rows: &[NewDnsRow]) -> Result<(), Failure> {
    let mut kept = keep_wanted(cx, zone, rows)?;
    let mut name_servers = Vec::new();
    for row in rows {
        match name_server(&row.name, &row.rdata) {
            Some(host) => name_servers.push(host),
            None if kept.remove(&key(&row.name, &row.rdata, row.ttl)) => {}
            None => drop(row.insert(cx, zone)?),
        }
    }
    if name_servers.is_empty() { Ok(()) } else { settle(cx, zone, &name_servers) }
}

/// Deletes the rows that are not wanted, and tells which of those wanted are there.
fn keep_wanted(cx: &Writing<'_>, zone: &mut DnsZone, rows: &[NewDnsRow]) -> Result<BTreeSet<Key>, Failure> {
    let mut wanted: BTreeSet<Key> = rows.iter().map(|row| key(&row.name, &row.rdata, row.ttl)).collect();
    let mut kept = BTreeSet::new();
    for row in cx.store.dns_rows(zone.id)? {
        let ttls = [Some(row.ttl), None];
        match ttls.into_iter().find_map(|ttl| wanted.take(&key(&row.name, &row.rdata, ttl))) {
            Some(key) => drop(kept.insert(key)),
            None => delete(cx, zone, &row)?,
        }
    }
    Ok(kept)
}

/// What tells rows apart, and the TTL that is wanted.
type Key = (RowName, RecordType, [u8; 16], Option<u32>);

fn key(name: &RowName, rdata: &Rdata, ttl: Option<u32>) -> Key {
    (name.clone(), rdata.kind(), rdata.fingerprint(), ttl)
}

/// The name server of the zone itself that a row names.
fn name_server(name: &RowName, rdata: &Rdata) -> Option<DomainName> {
    let is_one = name.is_apex() && rdata.kind() == RecordType::Ns;
    is_one.then(|| DomainName::parse(rdata.text()).ok())?
}

fn drop_name_server(
    zone: &DnsZone,
    name_servers: &mut Vec<DomainName>,
    host: &DomainName,
    rdata: &Rdata,
) -> Result<(), Refusal> {
    let place = name_servers.iter().position(|present| present == host);
    let place = place.ok_or_else(|| absent(zone, &RowName::apex(), rdata))?;
    name_servers.remove(place);
    Ok(())
}

fn remove(cx: &Writing<'_>, zone: &mut DnsZone, name: &RowName, rdata: &Rdata) -> Result<(), Failure> {
    let row = cx.store.same_dns_row(zone.id, name, rdata)?;
    delete(cx, zone, &row.ok_or_else(|| absent(zone, name, rdata))?)
}

fn delete(cx: &Writing<'_>, zone: &mut DnsZone, row: &DnsRow) -> Result<(), Failure> {
    cx.store.delete_dns_row(row)?;
    zone.rows = zone.rows.saturating_sub(1);
    Ok(())
}

/// Gives the zone its name servers if they changed.
fn settle(cx: &Writing<'_>, zone: &mut DnsZone, name_servers: &[DomainName]) -> Result<(), Failure> {
    if zone.name_servers == name_servers {
        return Ok(());
    }
    let (rules, mut findings) = (&cx.policies.house.dns, Findings::new());
    check_name_servers(name_servers, rules, &mut findings);
    findings.end()?;
    set_name_servers(zone, name_servers, rules);
    Ok(())
}
