//! What can be seen of the data alone.

use crate::{
    Findings,
    model::{DataFault, Details, Postal},
    ops::contact::check_for_zone,
    policy::Policies,
};

/// What is wrong with the data of a registrant, if anything is.
pub(super) fn doubt(policies: &Policies, details: &Details) -> Option<(DataFault, String)> {
    if !is_name(details.holder_name()) {
        return Some((DataFault::Holder, format!("'{}' is no name", details.holder_name())));
    }
    let particulars = &details.particulars;
    let kind = particulars.registrant_type.filter(|kind| kind.is_registered());
    if let Some(kind) = kind.filter(|_| particulars.company_number.is_none()) {
        return Some((
            DataFault::Holder,
            format!("the number of a registrant of type {} is missing", kind.code()),
        ));
    }
    let postal = details.main_postal()?;
    if !has_street(postal) {
        return Some((DataFault::Address, "the street is missing".to_owned()));
    }
    let mut findings = Findings::new();
    let zone = policies.zones().find(|zone| zone.tags.is_some())?;
    check_for_zone(zone, details, &mut findings);
    let refusals = findings.end().err()?;
    Some((DataFault::Address, refusals.first().reason()))
}

/// Whether it has four characters, of which three are letters.
fn is_name(name: &str) -> bool {
    name.chars().count() >= 4 && name.chars().filter(|character| character.is_alphabetic()).count() >= 3
}

fn has_street(postal: &Postal) -> bool {
    postal.street.iter().any(|line| line.as_str().chars().any(char::is_alphabetic))
}
