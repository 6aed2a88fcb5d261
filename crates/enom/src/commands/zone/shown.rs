//! Rows as this protocol shows them: an MX's preference stands beside its target, and targets end with a dot.

use engine::model::{DnsRow, RecordType};

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
pub(in crate::commands) fn hosts(rows: &[DnsRow]) -> Vec<Shown> {
    rows.iter().filter(|row| HOSTS.contains(&row.rdata.kind())).map(shown).collect()
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
