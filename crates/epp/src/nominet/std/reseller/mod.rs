//! `nom-reseller-1.0`: resellers, in both families.

pub(crate) mod create;
pub(crate) mod delete;
pub(crate) mod info;
pub(crate) mod list;
pub(crate) mod update;

use engine::{
    Field, Findings, Refusal, Refusals,
    model::{Email, Line, Phone, Reseller, ResellerReference},
    ops::reseller::Change,
};
use wire::xml::Writer;

use crate::nominet::fields::{Fields, text};

/// Reads `<reseller:reference>`.
///
/// # Errors
/// `element_missing`, `reseller_reference_malformed`.
fn read_reference(fields: &mut Fields<'_, '_>) -> Result<ResellerReference, Refusals> {
    let reference = text(fields.required("reference")?)?;
    Ok(ResellerReference::parse(&reference).map_err(|refusal| refusal.at(Field::Reseller))?)
}

/// Reads what is told of a reseller. An empty element says nothing.
///
/// # Errors
/// Every bad value.
fn read_change(fields: &mut Fields<'_, '_>) -> Result<Change, Refusals> {
    let mut findings = Findings::new();
    let line = |text: &str| Line::parse(text, LONGEST);
    let change = Change {
        trading_name: read(fields, "tradingName", Field::ContactTradeName, &mut findings, line)?,
        url: read(fields, "url", Field::ResellerUrl, &mut findings, line)?,
        email: read(fields, "email", Field::ContactEmail, &mut findings, Email::parse)?,
        voice: read(fields, "voice", Field::ContactVoice, &mut findings, |text| Phone::parse(text, None))?,
    };
    findings.finish(change)
}

fn read<T>(
    fields: &mut Fields<'_, '_>,
    name: &str,
    field: Field,
    findings: &mut Findings,
    parse: impl Fn(&str) -> Result<T, Refusal>,
) -> Result<Option<T>, Refusals> {
    let said = fields.take(name).map(text).transpose()?.filter(|text| !text.is_empty());
    Ok(said.and_then(|text| findings.take(field, parse(&text))))
}

/// Writes `<reseller:infData>`.
fn render(reseller: &Reseller, declared: &[(&'static str, &'static str)], xml: &mut Writer) {
    let told = &reseller.particulars;
    xml.open_with("reseller:infData", declared)
        .leaf("reseller:reference", reseller.reference.as_str())
        .leaf("reseller:tradingName", told.trading_name.as_str())
        .leaf("reseller:url", told.url.as_str());
    if let Some(email) = &told.email {
        xml.leaf("reseller:email", email.as_str());
    }
    if let Some(voice) = &told.voice {
        xml.leaf("reseller:voice", voice.number());
    }
    xml.close();
}

/// Characters of a name or URL.
const LONGEST: usize = 255;
