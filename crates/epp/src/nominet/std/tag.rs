//! `nom-tag-1.0`: the list of tags, in both families.

use engine::{
    Refusals,
    model::Handshake,
    ops::tag::{List, ListedTag},
};
use wire::xml::Writer;

use crate::nominet::{answer::Answer, commands::Reading, request::Request};

/// Reads `<tag:list>`.
///
/// # Errors
/// None: it holds nothing.
pub(in crate::nominet) fn parse(reading: &mut Reading<'_, '_, '_>) -> Result<Request, Refusals> {
    let uri = reading.namespace();
    Ok(Request::query(List, move |tags| Answer::of(move |xml| render(uri, &tags, xml))))
}

fn render(uri: &'static str, tags: &[ListedTag], xml: &mut Writer) {
    xml.open_with("tag:listData", &[("xmlns:tag", uri)]);
    for ListedTag { tag, name, handshake } in tags {
        let asks = if *handshake == Handshake::Never { "N" } else { "Y" };
        xml.open("tag:infData")
            .leaf("tag:registrar-tag", tag.as_str())
            .leaf("tag:name", name)
            .leaf("tag:handshake", asks)
            .close();
    }
    xml.close();
}
