use engine::{
    Field, Refusals,
    model::{DomainName, Role},
    ops::{
        contact::{Find, Lock},
        domain,
    },
};

use crate::nominet::{
    answer::Answer,
    commands::Reading,
    dialect::Subject,
    fields::{Fields, domain_name, text},
    request::{At, Request},
    roid,
    std::locks::contact_lock,
};

/// Reads `<account:lock>`.
///
/// # Errors
/// Faults against the schema; `lock_type_unknown`.
pub(in crate::nominet) fn parse_lock(reading: &mut Reading<'_, '_, '_>) -> Result<Request, Refusals> {
    parse(reading, true)
}

/// Reads `<account:unlock>`.
///
/// # Errors
/// As [`parse_lock`].
pub(in crate::nominet) fn parse_unlock(reading: &mut Reading<'_, '_, '_>) -> Result<Request, Refusals> {
    parse(reading, false)
}

/// The account is named by its number or by one of its domains.
fn parse(reading: &mut Reading<'_, '_, '_>, is_set: bool) -> Result<Request, Refusals> {
    let kind = contact_lock(reading.object.attribute("type").unwrap_or_default())?;
    let mut fields = Fields::of(reading.object);
    if let Some(element) = fields.take("roid") {
        let roid = text(element)?.into_owned();
        reading.is_about(Subject::Account(roid.clone()));
        let id = roid::read_contact(&roid)?;
        return Ok(Request::new(move |at: At| async move {
            let handle = at.query(Find { id }).await?.answer.view.contact.handle;
            Ok(at.command(Lock { handle, kind, is_set }).await?.map(|()| Answer::nothing()))
        }));
    }
    let name = domain_name(fields.take("domain-name"))?;
    reading.is_about(Subject::Domain(name.to_string()));
    let name = DomainName::parse(&name).map_err(|refusal| refusal.at(Field::DomainName))?;
    fields.end()?;
    Ok(Request::new(move |at: At| async move {
        let view = at.query(domain::Info { name, proof: None }).await?.answer;
        let holders = view.contacts.into_iter().filter(|contact| contact.role == Role::Registrant);
        let locks = holders.map(|holder| Lock { handle: holder.handle, kind, is_set }).collect();
        Ok(at.command(engine::ops::Several(locks)).await?.map(|_| Answer::nothing()))
    }))
}
