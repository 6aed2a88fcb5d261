use engine::{
    Refusals,
    ops::contact::{Find, Fork},
};

use super::info::{Spaces, render_created};
use crate::nominet::{
    answer::Answer,
    commands::Reading,
    dialect::Subject,
    fields::{Fields, text},
    request::{At, Request},
    roid,
    std::unrenew::read_names,
};

/// Reads `<account:fork>`.
///
/// # Errors
/// Faults against the schema; every bad value.
pub(in crate::nominet) fn parse(reading: &mut Reading<'_, '_, '_>) -> Result<Request, Refusals> {
    let mut fields = Fields::of(reading.object);
    let roid = fields.take("roid").map(text).transpose()?.map(std::borrow::Cow::into_owned);
    reading.is_about(Subject::Account(roid.clone().unwrap_or_default()));
    let names = read_names(fields.all("domain-name"))?;
    fields.end()?;
    let source = roid.map(|roid| roid::read_contact(&roid)).transpose()?;
    let spaces = Spaces::of(reading.services);
    Ok(Request::new(move |at: At| async move {
        let registrant = match source {
            Some(id) => Some(at.query(Find { id }).await?.answer.view.contact.handle),
            None => None,
        };
        let done = at.command(Fork { registrant, handle: None, names }).await?;
        let found = at.query(Find { id: done.answer.id }).await?.answer;
        Ok(done.map(|_| Answer::of(move |xml| render_created(spaces, &found, xml))))
    }))
}
