use engine::{
    Refusals,
    model::{Role, Secret},
    ops::{Together, domain::Created, upkeep},
};
use wire::xml::Writer;

use super::{DECLARED, ignored, read_change};
use crate::{
    extensions::{Extension, secdns::SecDns},
    nominet::{
        answer::Answer,
        commands::Reading,
        fields::Fields,
        request::{At, Request},
        text::time,
    },
    objects,
    request::Request as Standard,
};

/// Reads `<domain:create>`. The registrant is the only contact, and authInfo is of no use.
///
/// # Errors
/// Faults against the schema; every bad value.
pub(in crate::nominet) fn parse(reading: &mut Reading<'_, '_, '_>) -> Result<Request, Refusals> {
    let mut create = objects::domain::create::parse(reading.object)?;
    let mut warnings = Vec::new();
    if !create.authinfo.is_empty() {
        create.authinfo = Secret::new("");
        warnings.push(ignored("domain:authInfo"));
    }
    let count = create.contacts.len();
    create.contacts.retain(|(role, _)| *role == Role::Registrant);
    if create.contacts.len() < count {
        warnings.push(ignored("domain:contact"));
    }
    if let Some(element) = reading.extension("secDNS")
        && let Standard::DomainCreate(with) =
            SecDns.read(element, Standard::DomainCreate(create.clone().into()))?
    {
        create = *with;
    }
    let change = match reading.extension("domain-nom-ext") {
        Some(element) => {
            let mut fields = Fields::of(element);
            let change = read_change(&mut fields)?;
            fields.end()?;
            change
        }
        None => upkeep::Change::default(),
    };
    let set = upkeep::Set { name: create.name.clone(), change };
    let request = Request::new(move |at: At| async move {
        at.require_own_zone(&create.name)?;
        let done = if set.change.is_empty() {
            at.command(create).await?
        } else {
            let mut both = at.command(Together { first: create, then: set }).await?;
            let mut first = both.answer.0;
            first.warnings = std::mem::take(&mut both.warnings);
            first
        };
        Ok(done.map(|created| Answer::of(move |xml| render(&created, xml))))
    });
    Ok(request.warned(warnings))
}

fn render(created: &Created, xml: &mut Writer) {
    xml.open_with("domain:creData", DECLARED)
        .leaf("domain:name", created.name.as_str())
        .leaf("domain:crDate", &time(created.created_at))
        .leaf("domain:exDate", &time(created.expires_at))
        .close();
}
