//! `MXE` rows: mail for a host goes to an address. In DNS it goes to names, so each of them is two rows: a mail exchanger under a
//! name that tells the address, and the address of that name. Other protocols show the two as what they are.

use engine::model::{DnsRow, DomainName, Rdata, RecordType};
use engine::ops::dns_row::NewDnsRow;
use engine::{Field, Refusal};

use super::rows;

/// What such rows are called.
pub(super) const TYPE: &str = "MXE";

/// The mail exchanger of a host, and its address.
///
/// # Errors
/// What is wrong with the host, the preference or the address.
pub(super) fn rows(
    zone: &DomainName,
    host: &str,
    preference: &str,
    address: &str,
) -> Result<[NewDnsRow; 2], Refusal> {
    let address = Rdata::parse(RecordType::A, address).map_err(|refusal| refusal.at(Field::DnsRdata))?;
    let exchanger = exchanger(address.text());
    let mail = rows::row(zone, host, RecordType::Mx, &format!("{preference} {exchanger}"))?;
    Ok([mail, rows::row(zone, &exchanger, RecordType::A, address.text())?])
}

/// The row with the address to which mail goes, if a row and that are two such rows.
pub(super) fn address<'r>(zone: &DomainName, row: &DnsRow, rows: &'r [DnsRow]) -> Option<&'r DnsRow> {
    let (_, target) = row.rdata.text().split_once(' ').filter(|_| row.rdata.kind() == RecordType::Mx)?;
    let label = target.strip_suffix(zone.as_str())?.strip_suffix('.')?;
    let is_it = |other: &&DnsRow| {
        let is_named = other.name.as_str() == label && other.rdata.kind() == RecordType::A;
        is_named && exchanger(other.rdata.text()) == label
    };
    rows.iter().find(is_it)
}

/// The name of a mail exchanger at an address.
fn exchanger(address: &str) -> String {
    format!("mxe-{}", address.replace('.', "-"))
}
