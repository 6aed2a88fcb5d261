//! `nom-data-quality-1.1`: whether the data of a contact are right, and what is done if not.

use engine::{
    Refusals,
    model::Handle,
    ops::data_quality::{DataQualityView, Validate},
};
use wire::xml::{Element, Writer};

use crate::nominet::{fields::Fields, text::time};

/// Reads that the data are to be looked at.
///
/// # Errors
/// Faults against the schema.
pub(super) fn read(element: Element<'_, '_>, handle: &Handle) -> Result<Validate, Refusals> {
    let mut fields = Fields::of(element);
    let _asked = fields.required("validate")?;
    fields.end()?;
    Ok(Validate { handle: handle.clone() })
}

/// Writes `<nom-data-quality:infData>`.
pub(super) fn render(uri: &'static str, view: Option<&DataQualityView>, xml: &mut Writer) {
    xml.open_with("nom-data-quality:infData", &[("xmlns:nom-data-quality", uri)]);
    match view {
        None => drop(xml.leaf("nom-data-quality:status", "valid")),
        Some(view) => render_process(view, xml),
    }
    xml.close();
}

fn render_process(view: &DataQualityView, xml: &mut Writer) {
    let process = &view.process;
    xml.leaf("nom-data-quality:status", "invalid")
        .leaf("nom-data-quality:reason", &process.reason)
        .leaf("nom-data-quality:dateCommenced", &time(process.commenced_at))
        .leaf("nom-data-quality:dateToSuspend", &time(process.suspends_at))
        .leaf("nom-data-quality:lockApplied", if process.is_suspended { "Y" } else { "N" })
        .open_with("nom-data-quality:domainListData", &[("noDomains", &view.names.len().to_string())]);
    for name in &view.names {
        xml.leaf("nom-data-quality:domainName", name.as_str());
    }
    xml.close();
}
