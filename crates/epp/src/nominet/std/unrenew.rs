//! `std-unrenew-1.0`: renewals that are not invoiced are taken back.

use engine::{
    Field, Findings, Refusals,
    model::DomainName,
    ops::{Several, domain::Unrenew},
};
use wire::xml::Element;

use super::domain::renew::render;
use crate::nominet::{
    answer::{Answer, Part},
    commands::Reading,
    fields::{Fields, domain_name, text},
    request::Request,
};

/// Reads `<u:unrenew>`.
///
/// # Errors
/// Faults against the schema; every bad name.
pub(in crate::nominet) fn parse(reading: &mut Reading<'_, '_, '_>) -> Result<Request, Refusals> {
    let mut fields = Fields::of(reading.object);
    let names = read_names(fields.all("domainName"))?;
    fields.end()?;
    let unrenew = names.into_iter().map(|name| Unrenew { name }).collect();
    Ok(Request::command(Several(unrenew), |renewed| {
        let part = |renewed| -> Part { Box::new(move |xml| render(&renewed, xml)) };
        Answer { data: renewed.into_iter().map(part).collect(), ..Answer::default() }
    }))
}

/// The names of domains, one at least.
///
/// # Errors
/// `domain_name_missing`; every bad name.
pub(in crate::nominet) fn read_names(elements: Vec<Element<'_, '_>>) -> Result<Vec<DomainName>, Refusals> {
    domain_name(elements.first().copied())?;
    let (mut findings, mut names) = (Findings::new(), Vec::with_capacity(elements.len()));
    for element in elements {
        names.extend(findings.take(Field::DomainName, DomainName::parse(&text(element)?)));
    }
    findings.finish(names)
}
