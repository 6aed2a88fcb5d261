use engine::{
    Outcome, Refusal, Refusals,
    ops::contact::{Find, Merge},
};

use crate::nominet::{
    answer::Answer,
    commands::Reading,
    dialect::Subject,
    fields::{Fields, text},
    request::{At, Request},
    roid,
    std::unrenew::read_names,
};

/// Reads `<account:merge>`. Accounts are named by number or by their domains; a name alone tells them not apart.
///
/// # Errors
/// Faults against the schema; every bad value; `option_unimplemented`.
pub(in crate::nominet) fn parse(reading: &mut Reading<'_, '_, '_>) -> Result<Request, Refusals> {
    let mut fields = Fields::of(reading.object);
    let (mut target, mut sources) = (None, Vec::new());
    for element in fields.all("roid") {
        let roid = text(element)?;
        if element.attribute("source").is_some_and(|source| source.eq_ignore_ascii_case("y")) {
            sources.push(roid::read_contact(&roid)?);
        } else {
            reading.is_about(Subject::Account(roid.to_string()));
            target = Some(roid::read_contact(&roid)?);
        }
    }
    if let Some(name) = fields.take("name") {
        let refusal = Refusal::new(Outcome::OptionUnimplemented).value(text(name)?);
        return Err(refusal.fact("option", "merger by the name of an account").into());
    }
    let names = fields.all("domain-name");
    let names = if names.is_empty() { Vec::new() } else { read_names(names)? };
    let target = match target {
        Some(target) => target,
        None => return Err(fields.required("roid").err().unwrap_or_else(unknown)),
    };
    fields.end()?;
    Ok(Request::new(move |at: At| async move {
        let target = at.query(Find { id: target }).await?.answer.view.contact.handle;
        let mut handles = Vec::new();
        for id in sources {
            handles.push(at.query(Find { id }).await?.answer.view.contact.handle);
        }
        let done = at.command(Merge { target, sources: handles, names }).await?;
        Ok(done.map(|()| Answer::nothing()))
    }))
}

fn unknown() -> Refusals {
    Refusal::new(Outcome::ContactUnknown).value("").into()
}
