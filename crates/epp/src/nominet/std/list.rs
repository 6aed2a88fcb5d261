//! `std-list-1.0`: the names of a tag that were registered, or end, in a month.

use engine::{
    Field, Outcome, Refusal, Refusals,
    model::{Date, DomainName},
    ops::domain::{ListMonth, MonthOf},
};
use wire::xml::Writer;

use crate::{
    nominet::{
        answer::Answer,
        commands::Reading,
        fields::{Fields, text},
        request::Request,
    },
    syntax::unexpected,
};

/// Reads `<list:list>`.
///
/// # Errors
/// Faults against the schema; `month_malformed`.
pub(in crate::nominet) fn parse(reading: &mut Reading<'_, '_, '_>) -> Result<Request, Refusals> {
    let uri = reading.namespace();
    let list = read(reading)?;
    let former = Fields::of(reading.object).take("fields");
    let warning = former.map(|_| Refusal::new(Outcome::FieldDeprecatedIgnored).value("fields"));
    let request = Request::query(list, move |names| Answer::of(move |xml| render(uri, &names, xml)));
    Ok(request.warned(warning))
}

/// Reads which month is asked for, and by which date.
///
/// # Errors
/// As [`parse`].
pub(in crate::nominet) fn read(reading: &Reading<'_, '_, '_>) -> Result<ListMonth, Refusals> {
    let mut fields = Fields::of(reading.object);
    let _ = fields.take("fields");
    let by = |by, month: &str| Ok::<_, Refusals>(ListMonth { month: month_of(month)?, by });
    let list = match (fields.take("month"), fields.take("expiry")) {
        (Some(month), None) => by(MonthOf::Creation, &text(month)?)?,
        (None, Some(month)) => by(MonthOf::Expiry, &text(month)?)?,
        (None, None) => by(MonthOf::Creation, &text(fields.required("month")?)?)?,
        (Some(_), Some(stray)) => return Err(unexpected(stray, "one month").into()),
    };
    fields.end()?;
    Ok(list)
}

fn month_of(text: &str) -> Result<Date, Refusal> {
    let malformed = || Refusal::new(Outcome::MonthMalformed).at(Field::Month).value(text);
    Date::parse(&format!("{text}-01")).ok().filter(|_| text.len() == MONTH).ok_or_else(malformed)
}

fn render(uri: &'static str, names: &[DomainName], xml: &mut Writer) {
    xml.open_with("list:listData", &[("xmlns:list", uri), ("noDomains", &names.len().to_string())]);
    for name in names {
        xml.leaf("list:domainName", name.as_str());
    }
    xml.close();
}

/// Characters of a month.
const MONTH: usize = "2026-08".len();
