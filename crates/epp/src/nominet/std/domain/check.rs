use engine::{Refusals, model::DomainName, ops::domain::Right};
use wire::xml::Writer;

use super::DECLARED;
use crate::{
    nominet::{
        answer::Answer,
        commands::Reading,
        namespaces::uri,
        request::{At, Request},
    },
    objects,
};

/// Reads `<domain:check>`, perhaps with a question whose right the name is.
///
/// # Errors
/// Faults against the schema.
pub(in crate::nominet) fn parse(reading: &mut Reading<'_, '_, '_>) -> Result<Request, Refusals> {
    let check = objects::domain::check::parse(reading.object)?;
    let asks_for_right = reading.extension("nom-direct-rights").is_some();
    let extension = reading.services.uri("domain-nom-ext");
    Ok(Request::new(move |at: At| async move {
        let first = check.names.first().and_then(|name| name.as_ref().ok()).cloned();
        let done = at.glance(check)?;
        let left = first.as_ref().and_then(|name| at.checks_left(name));
        let right = match first.filter(|_| asks_for_right) {
            Some(name) => Some(at.query(Right { name }).await?.answer),
            None => None,
        };
        Ok(done.map(|answers| {
            let names: Vec<_> = answers.into_iter().map(|one| at.offers(one)).collect();
            let mut answer = Answer::of(move |xml| render(&names, xml));
            if let Some((uri, left)) = extension.zip(left) {
                answer = answer.extended(move |xml| {
                    let left = left.to_string();
                    let attributes = [("xmlns:domain-nom-ext", uri), ("abuse-limit", left.as_str())];
                    xml.empty("domain-nom-ext:chkData", &attributes);
                });
            }
            match right {
                Some(right) => answer.extended(move |xml| render_right(right.as_ref(), xml)),
                None => answer,
            }
        }))
    }))
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

fn render_right(right: Option<&DomainName>, xml: &mut Writer) {
    let uri = uri("nom-direct-rights", "1.0").unwrap_or_default();
    xml.open_with("nom-direct-rights:chkData", &[("xmlns:nom-direct-rights", uri)]);
    xml.leaf("nom-direct-rights:ror", right.map_or("", DomainName::as_str)).close();
}
