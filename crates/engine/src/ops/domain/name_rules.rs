//! Which names can be registered where.

use std::sync::Arc;

use outcomes::{Field, Outcome};

use crate::{
    Refusal,
    model::DomainName,
    policy::{Place, Policies, Zone},
};

/// The zone in which a name would be registered.
///
/// # Errors
/// `zone_unknown` when it lies in none, `name_not_registrable` when it is not exactly one label under one.
pub(in crate::ops) fn zone_of<'a>(
    policies: &'a Policies,
    name: &DomainName,
) -> Result<&'a Arc<Zone>, Refusal> {
    let refused = |outcome| Refusal::new(outcome).at(Field::DomainName).value(name);
    match policies.place(name) {
        Place::Registrable(zone) => Ok(zone),
        Place::Below(zone) | Place::Apex(zone) => {
            Err(refused(Outcome::NameNotRegistrable).fact("zone", &zone.name))
        }
        Place::Elsewhere => Err(refused(Outcome::ZoneUnknown)),
    }
}

/// Whether the zone lets a label be registered.
///
/// # Errors
/// `label_single`, `label_length_refused`, `name_too_long`, `name_withheld`, `name_blocked`, `name_reserved`, `name_kept`,
/// `idn_not_offered`, `idn_table_mismatch`.
pub(super) fn check_label(zone: &Zone, name: &DomainName) -> Result<(), Refusal> {
    let refused = |outcome| Refusal::new(outcome).at(Field::DomainName).value(name).fact("zone", &zone.name);
    let label = name.labels().next().unwrap_or_default();
    if !zone.label.length.holds(label.len()) {
        return Err(match label.len() {
            1 => refused(Outcome::LabelSingle),
            _ => refused(Outcome::LabelLengthRefused).fact("range", zone.label.length),
        });
    }
    if name.as_str().len() > zone.label.longest_name {
        return Err(refused(Outcome::NameTooLong).fact("longest", zone.label.longest_name));
    }
    if let Some(outcome) = zone.bar(label) {
        return Err(refused(outcome));
    }
    match check_idn(zone, name, label) {
        Some(outcome) => Err(refused(outcome)),
        None => Ok(()),
    }
}

fn check_idn(zone: &Zone, name: &DomainName, label: &str) -> Option<Outcome> {
    if !label.starts_with("xn--") {
        return None;
    }
    if zone.idn.tables.is_empty() {
        return Some(Outcome::IdnNotOffered);
    }
    let unicode = name.unicode();
    let label = unicode.split('.').next().unwrap_or_default();
    let fits = zone.idn.tables.iter().any(|table| table.holds(label));
    (!fits).then_some(Outcome::IdnTableMismatch)
}
