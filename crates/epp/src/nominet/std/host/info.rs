use engine::{Refusals, ops::host::HostView};
use wire::xml::Writer;

use super::DECLARED;
use crate::{
    nominet::{
        answer::Answer,
        commands::Reading,
        request::Request,
        text::{address, host, time},
    },
    objects,
};

/// Reads `<host:info>`.
///
/// # Errors
/// Faults against the schema; a bad name.
pub(in crate::nominet) fn parse(reading: &mut Reading<'_, '_, '_>) -> Result<Request, Refusals> {
    let info = objects::host::info::parse(reading.object)?;
    Ok(Request::query(info, |view| Answer::of(move |xml| render(&view, xml))))
}

fn render(view: &HostView, xml: &mut Writer) {
    let shown = &view.host;
    xml.open_with("host:infData", DECLARED)
        .leaf("host:name", &host(&shown.name))
        .leaf_display("host:roid", format_args!("{}-UK", shown.id.0));
    for (status, _) in &view.statuses {
        xml.empty("host:status", &[("s", status.name())]);
    }
    for one in &shown.addresses {
        let version = if one.is_v6() { "v6" } else { "v4" };
        xml.leaf_with("host:addr", &[("ip", version)], &address(one));
    }
    xml.leaf("host:clID", view.sponsor.as_str())
        .leaf("host:crID", view.creator.as_str())
        .leaf("host:crDate", &time(shown.created_at));
    if let Some((updater, at)) = view.updater.as_ref().zip(shown.updated_at) {
        xml.leaf("host:upID", updater.as_str()).leaf("host:upDate", &time(at));
    }
    xml.close();
}
