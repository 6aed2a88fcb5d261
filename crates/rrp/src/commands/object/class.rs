//! Classes of objects by their names.

use engine::model::{DomainName, Handle, NssetName, ObjectClass};
use engine::ops::object::Subject;
use engine::{Field, Outcome, Refusal};

use crate::params::Params;

/// A class's name.
pub(super) const fn word(class: ObjectClass) -> &'static str {
    match class {
        ObjectClass::Domain => "DOMAIN",
        ObjectClass::Contact => "CONTACT",
        ObjectClass::Host => "NAMESERVER",
        ObjectClass::Nsset => "NSSET",
        ObjectClass::DnsZone => "DNSZONE",
    }
}

/// Reads a class.
///
/// # Errors
/// `entity_unknown`.
pub(super) fn parse(text: &str) -> Result<ObjectClass, Refusal> {
    let found = ObjectClass::ALL.into_iter().find(|class| word(*class).eq_ignore_ascii_case(text.trim()));
    found.ok_or_else(|| Refusal::new(Outcome::EntityUnknown).value(text))
}

/// The object that a command names by class and name.
pub(super) fn subject(params: &mut Params) -> Option<Subject> {
    let class = params.need("OBJECTCLASS", Field::Command, parse);
    let (field, name) = match class {
        Some(ObjectClass::Contact) => (Field::ContactId, params.required("OBJECTID", Field::ContactId)?),
        _ => (Field::DomainName, params.required("OBJECTID", Field::DomainName)?),
    };
    params.take(field, named(class?, &name))
}

fn named(class: ObjectClass, name: &str) -> Result<Subject, Refusal> {
    Ok(match class {
        ObjectClass::Domain => Subject::Domain(DomainName::parse(name)?),
        ObjectClass::Contact => Subject::Contact(Handle::parse(name)?),
        ObjectClass::Host => Subject::Host(DomainName::parse(name)?),
        ObjectClass::Nsset => Subject::Nsset(NssetName::parse(name)?),
        ObjectClass::DnsZone => Subject::DnsZone(DomainName::parse(name)?),
    })
}

/// The class of an object.
pub(super) const fn of(subject: &Subject) -> ObjectClass {
    match subject {
        Subject::Domain(_) => ObjectClass::Domain,
        Subject::Contact(_) => ObjectClass::Contact,
        Subject::Host(_) => ObjectClass::Host,
        Subject::Nsset(_) => ObjectClass::Nsset,
        Subject::DnsZone(_) => ObjectClass::DnsZone,
    }
}
