//! `std-release-1.0`: a domain, or a registrant with all its domains, goes to another tag.

use engine::{
    Field, Outcome, Refusal, Refusals,
    model::{DomainName, Handle},
    ops::domain::{Release, Released},
};

use crate::nominet::{
    answer::Answer,
    commands::Reading,
    fields::{Fields, domain_name, text},
    request::{At, Request},
};

/// Reads `<r:release>`.
///
/// # Errors
/// Faults against the schema; every bad value.
pub(in crate::nominet) fn parse(reading: &mut Reading<'_, '_, '_>) -> Result<Request, Refusals> {
    let uri = reading.namespace();
    let mut fields = Fields::of(reading.object);
    let what = match fields.take("registrant") {
        Some(registrant) => {
            let handle = Handle::parse(&text(registrant)?).map_err(|refusal| refusal.at(Field::ContactId))?;
            Released::Registrant(handle)
        }
        None => {
            let name = DomainName::parse(&domain_name(fields.take("domainName"))?);
            Released::Domain(name.map_err(|refusal| refusal.at(Field::DomainName))?)
        }
    };
    let tag = text(fields.required("registrarTag")?)?.into_owned();
    fields.end()?;
    Ok(release(Release { what, tag, registrant: None }, Some(uri)))
}

/// Releases. What the release waits for is data of the answer here, and not a warning; the nom family does not tell.
pub(in crate::nominet) fn release(release: Release, uri: Option<&'static str>) -> Request {
    Request::new(move |at: At| async move {
        let mut done = at.command(release).await?;
        let waits = |told: &Refusal| told.outcome == Outcome::ReleaseWaits;
        let pending = done.warnings.iter().find(|told| waits(told)).map(Refusal::reason);
        done.warnings.retain(|told| !waits(told));
        Ok(done.map(|()| match pending.zip(uri) {
            Some((text, uri)) => Answer::of(move |xml| {
                xml.leaf_with("r:releasePending", &[("xmlns:r", uri)], &text);
            }),
            None => Answer::nothing(),
        }))
    })
}
