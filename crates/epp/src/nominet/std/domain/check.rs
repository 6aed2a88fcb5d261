use engine::{
    Failure, Refusals,
    model::DomainName,
    ops::domain::{Claimant, Right, RightFound},
};
use wire::xml::Writer;

use super::{DECLARED, right};
use crate::{
    nominet::{
        answer::Answer,
        commands::Reading,
        request::{At, Request},
    },
    objects,
};

/// Reads `<domain:check>`, perhaps with a question whose right the name is, which can be asked of one name at a time.
///
/// # Errors
/// Faults against the schema; every bad value.
pub(in crate::nominet) fn parse(reading: &mut Reading<'_, '_, '_>) -> Result<Request, Refusals> {
    let mut check = objects::domain::check::parse(reading.object)?;
    let claimant = reading.extension("nom-direct-rights").map(right::read).transpose()?;
    if claimant.is_some() {
        check.most = Some(1);
    }
    let tells_rights = reading.services.has("nom-direct-rights");
    let extension = reading.services.uri("domain-nom-ext");
    Ok(Request::new(move |at: At| async move {
        let first = check.names.first().and_then(|name| name.as_ref().ok()).cloned();
        let is_one = check.names.len() == 1;
        let done = at.glance(check)?;
        let left = first.as_ref().and_then(|name| at.checks_left(name));
        let right = match first.filter(|_| tells_rights && is_one) {
            Some(name) => Some(right_to(&at, name, claimant).await?),
            None => None,
        };
        Ok(done.map(|answers| {
            let is_foreign = right.iter().flatten().any(|right| right.is_foreign);
            let names: Vec<_> = answers.into_iter().map(|one| at.offers(one)).collect();
            let names = names.into_iter().map(|(name, is_free)| (name, is_free && !is_foreign));
            let names: Vec<_> = names.collect();
            let mut answer = Answer::of(move |xml| render(&names, xml));
            if let Some((uri, left)) = extension.zip(left) {
                answer = answer.extended(move |xml| {
                    let left = left.to_string();
                    let attributes = [("xmlns:domain-nom-ext", uri), ("abuse-limit", left.as_str())];
                    xml.empty("domain-nom-ext:chkData", &attributes);
                });
            }
            match right {
                Some(right) => answer.extended(move |xml| right::render(right.as_ref(), xml)),
                None => answer,
            }
        }))
    }))
}

/// Whose right a name is. Of one that nobody can register, nobody has it, unless somebody claims it.
async fn right_to(
    at: &At,
    name: DomainName,
    claimant: Option<Claimant>,
) -> Result<Option<RightFound>, Failure> {
    let is_claimed = claimant.is_some();
    match at.query(Right { name, claimant }).await {
        Ok(done) => Ok(done.answer),
        Err(Failure::Refused(_)) if !is_claimed => Ok(None),
        Err(failure) => Err(failure),
    }
}

/// Why a name is taken is not told.
fn render(names: &[(String, bool)], xml: &mut Writer) {
    xml.open_with("domain:chkData", DECLARED);
    for (name, is_free) in names {
        let available = if *is_free { "1" } else { "0" };
        xml.open("domain:cd").leaf_with("domain:name", &[("avail", available)], name).close();
    }
    xml.close();
}
