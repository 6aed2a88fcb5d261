use engine::{Refusals, model::Reseller, ops::reseller::List};
use wire::xml::Writer;

use super::render;
use crate::nominet::{answer::Answer, commands::Reading, request::Request};

/// Reads `<reseller:list>`: the references, or everything where `fields` is `all`.
///
/// # Errors
/// None: it holds nothing.
pub(in crate::nominet) fn parse(reading: &mut Reading<'_, '_, '_>) -> Result<Request, Refusals> {
    let (uri, is_whole) = (reading.namespace(), reading.object.attribute("fields") == Some("all"));
    Ok(Request::query(List, move |resellers| {
        Answer::of(move |xml| render_list(uri, is_whole, &resellers, xml))
    }))
}

fn render_list(uri: &'static str, is_whole: bool, resellers: &[Reseller], xml: &mut Writer) {
    xml.open_with("reseller:listData", &[("xmlns:reseller", uri)]);
    for reseller in resellers {
        if is_whole {
            render(reseller, &[], xml);
        } else {
            xml.leaf("reseller:reference", reseller.reference.as_str());
        }
    }
    xml.close();
}
