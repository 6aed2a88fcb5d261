use engine::{Field, Refusals, model::DomainName, ops::domain::Check};
use wire::xml::Writer;

use crate::nominet::{
    answer::Answer,
    commands::Reading,
    dialect::Subject,
    fields::{Fields, domain_name, text},
    request::{At, Request},
};

/// Reads `<domain:check>`.
///
/// # Errors
/// Faults against the schema; `domain_name_missing`.
pub(in crate::nominet) fn parse(reading: &mut Reading<'_, '_, '_>) -> Result<Request, Refusals> {
    let uri = reading.namespace();
    let mut fields = Fields::of(reading.object);
    let elements = fields.all("name");
    let first = domain_name(elements.first().copied())?;
    reading.is_about(Subject::Domain(first.to_string()));
    let mut names = Vec::with_capacity(elements.len());
    for element in elements {
        names.push(DomainName::parse(&text(element)?).map_err(|refusal| refusal.at(Field::DomainName)));
    }
    fields.end()?;
    Ok(Request::new(move |at: At| async move {
        let first = names.iter().flatten().next().cloned();
        let done = at.glance(Check { names, most: None })?;
        let left = first.and_then(|name| at.checks_left(&name)).map(|left| left.to_string());
        Ok(done.map(|answers| {
            let names: Vec<_> = answers.into_iter().map(|one| at.offers(one)).collect();
            Answer::of(move |xml| render(uri, left.as_deref(), &names, xml))
        }))
    }))
}

fn render(uri: &'static str, left: Option<&str>, names: &[(String, bool)], xml: &mut Writer) {
    let mut attributes = vec![("xmlns:domain", uri)];
    attributes.extend(left.map(|left| ("abuse-limit", left)));
    xml.open_with("domain:chkData", &attributes);
    for (name, is_free) in names {
        let available = if *is_free { "1" } else { "0" };
        xml.open("domain:cd").leaf_with("domain:name", &[("avail", available)], name).close();
    }
    xml.close();
}
