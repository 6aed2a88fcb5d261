use engine::{Refusals, model::DomainName};
use wire::xml::Writer;

use super::info::{Spaces, render as render_whole, whole};
use crate::nominet::{
    answer::Answer,
    commands::Reading,
    fields::{Fields, text},
    request::{At, Request},
    std::list::read,
};

/// Reads `<domain:list>`, with names alone or with all that is known of them.
///
/// # Errors
/// Faults against the schema; `month_malformed`.
pub(in crate::nominet) fn parse(reading: &mut Reading<'_, '_, '_>) -> Result<Request, Refusals> {
    let uri = reading.namespace();
    let list = read(reading)?;
    let fields = Fields::of(reading.object).take("fields").map(text).transpose()?;
    let shows_all = fields.as_deref() == Some("all");
    let spaces = Spaces::of(reading);
    Ok(Request::new(move |at: At| async move {
        let done = at.query(list).await?;
        if !shows_all {
            return Ok(done.map(|names| Answer::of(move |xml| render(uri, &names, xml))));
        }
        let mut all = Vec::with_capacity(done.answer.len());
        for name in done.answer.iter().cloned() {
            all.push(whole(&at, name).await?.answer);
        }
        Ok(done.map(|_| {
            Answer::of(move |xml| {
                open(uri, all.len(), xml);
                all.iter().for_each(|whole| render_whole(spaces, whole, xml));
                xml.close();
            })
        }))
    }))
}

fn open(uri: &'static str, count: usize, xml: &mut Writer) {
    xml.open_with("domain:listData", &[("xmlns:domain", uri), ("no-domains", &count.to_string())]);
}

fn render(uri: &'static str, names: &[DomainName], xml: &mut Writer) {
    open(uri, names.len(), xml);
    for name in names {
        xml.leaf("domain:name", name.as_str());
    }
    xml.close();
}
