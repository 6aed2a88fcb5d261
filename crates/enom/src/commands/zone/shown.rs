//! Rows as this protocol shows them: an MX's preference stands beside its target, and targets end with a dot.

use engine::model::{DnsRow, DnsRowId, DomainName, RecordType};

use super::easy_mail;

/// A row as it is shown.
pub(in crate::commands) struct Shown {
    pub(in crate::commands) id: String,
    pub(in crate::commands) name: String,
    pub(in crate::commands) kind: &'static str,
    pub(in crate::commands) address: String,
    /// Of mail exchangers.
    pub(in crate::commands) preference: Option<String>,
}

/// The rows among which hosts are listed; those of service locations have commands of their own.
pub(in crate::commands) fn hosts(zone: &DomainName, rows: &[DnsRow]) -> Vec<Shown> {
    let easy = |row: &DnsRow| easy_mail::address(zone, row, rows);
    let addresses: Vec<DnsRowId> = rows.iter().filter_map(|row| Some(easy(row)?.id)).collect();
    let listed = rows.iter().filter(|row| HOSTS.contains(&row.rdata.kind()) && !addresses.contains(&row.id));
    listed.map(|row| with_address(shown(row), easy(row))).collect()
}

/// A mail exchanger, or the address to which mail goes.
fn with_address(shown: Shown, address: Option<&DnsRow>) -> Shown {
    let Some(row) = address else { return shown };
    Shown { kind: easy_mail::TYPE, address: row.rdata.text().to_owned(), ..shown }
}

fn shown(row: &DnsRow) -> Shown {
    let kind = row.rdata.kind();
    let text = row.rdata.text();
    let (preference, target) = match kind {
        RecordType::Mx => text.split_once(' ').map_or((None, text), |(number, host)| (Some(number), host)),
        _ => (None, text),
    };
    let address = if kind.ends_with_host() { format!("{target}.") } else { target.to_owned() };
    Shown {
        id: row.id.0.to_string(),
        name: row.name.to_string(),
        kind: kind.name(),
        address,
        preference: preference.map(str::to_owned),
    }
}

/// Types that are listed and set as hosts.
pub(in crate::commands) const HOSTS: [RecordType; 7] = [
    RecordType::A,
    RecordType::Aaaa,
    RecordType::Caa,
    RecordType::Cname,
    RecordType::Mx,
    RecordType::Ns,
    RecordType::Txt,
];
