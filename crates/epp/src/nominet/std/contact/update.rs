use engine::{
    Done, Failure, Field, Outcome, Refusal, Refusals,
    model::PostalKind,
    ops::{Several, Together, contact, data_quality::Validate},
};

use super::{quality, read_registrant};
use crate::{
    nominet::{
        answer::Answer,
        commands::Reading,
        fields::Fields,
        request::{At, Request},
        std::domain::ignored,
    },
    objects,
};

/// Reads `<contact:update>`, perhaps with the wish that the data be looked at then. The form of an address that is
/// sent changes the one that is kept.
///
/// # Errors
/// Faults against the schema; every bad value; `status_not_settable`.
pub(in crate::nominet) fn parse(reading: &mut Reading<'_, '_, '_>) -> Result<Request, Refusals> {
    let mut update = objects::contact::update::parse(reading.object)?;
    let statuses = &update.statuses;
    let status = statuses.add.iter().map(|(status, _)| status).chain(&statuses.remove).next();
    if let Some(status) = status {
        let refusal = Refusal::new(Outcome::StatusNotSettable).at(Field::Status).value(status);
        return Err(refusal.into());
    }
    let mut warnings: Vec<_> =
        update.authinfo.take().map(|_| ignored("contact:authInfo")).into_iter().collect();
    if update.postal.len() > 1 {
        update.postal.retain(|postal| postal.kind == PostalKind::Loc);
        warnings.push(Refusal::new(Outcome::PostalIgnored).value(PostalKind::Int.name()));
    }
    warnings.extend(update.fax.take().map(|_| ignored("contact:fax")));
    let set = match reading.extension("contact-nom-ext") {
        Some(element) => {
            let mut fields = Fields::of(element);
            let registrant = read_registrant(&mut fields)?;
            fields.end()?;
            Some(registrant.change(update.handle.clone()))
        }
        None => None,
    };
    let validate = match reading.extension("nom-data-quality") {
        Some(element) => Some(quality::read(element, &update.handle)?),
        None => None,
    };
    let request = Request::new(move |at: At| async move { change(&at, update, set, validate).await });
    Ok(request.warned(warnings))
}

/// Changes a contact in one go. Addresses are of the kind that the contact has.
async fn change(
    at: &At,
    mut update: contact::Update,
    set: Option<contact::SetRegistrant>,
    validate: Option<Validate>,
) -> Result<Done<Answer>, Failure> {
    if !update.postal.is_empty() {
        let info = contact::Info { handle: update.handle.clone(), zone: None, proof: None };
        let found = at.query(info).await?.answer.contact.details;
        if let Some(kept) = found.main_postal() {
            update.postal.iter_mut().for_each(|postal| postal.kind = kept.kind);
        }
    }
    let nothing = |done: Done<()>| done.map(|()| Answer::nothing());
    if let Some(validate) = validate {
        let updates = if update.is_empty() { Vec::new() } else { vec![update] };
        let changes = Together { first: Several(updates), then: Several(set.into_iter().collect()) };
        let done = at.command(Together { first: changes, then: validate }).await?;
        return Ok(nothing(done.map(|(_, last)| last)));
    }
    match set {
        None => Ok(nothing(at.command(update).await?)),
        Some(set) if update.is_empty() => Ok(nothing(at.command(set).await?)),
        Some(set) => {
            let done = at.command(Together { first: update, then: set }).await?;
            Ok(nothing(done.map(|(_, last)| last)))
        }
    }
}
