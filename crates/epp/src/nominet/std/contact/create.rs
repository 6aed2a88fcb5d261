use engine::{
    Outcome, Refusal, Refusals,
    model::{Details, Phone, PostalKind, Secret},
    ops::contact::{self, Created},
};
use wire::xml::Writer;

use super::{Registrant, read_registrant};
use crate::{
    namespaces::CONTACT,
    nominet::{
        answer::Answer,
        commands::Reading,
        fields::Fields,
        request::{At, Request},
        std::domain::ignored,
        text::time,
    },
    objects,
};

/// Reads `<contact:create>`. Of two forms of an address the localised one counts; fax, extensions of telephone numbers and
/// authInfo are of no use.
///
/// # Errors
/// Faults against the schema; every bad value.
pub(in crate::nominet) fn parse(reading: &mut Reading<'_, '_, '_>) -> Result<Request, Refusals> {
    let mut create = objects::contact::create::parse(reading.object)?;
    let registrant = match reading.extension("contact-nom-ext") {
        Some(element) => {
            let mut fields = Fields::of(element);
            let registrant = read_registrant(&mut fields)?;
            fields.end()?;
            registrant
        }
        None => Registrant::default(),
    };
    let mut warnings = Vec::new();
    if !create.authinfo.is_empty() {
        create.authinfo = Secret::new("");
        warnings.push(ignored("contact:authInfo"));
    }
    warnings.extend(simplify(&mut create.details));
    create.details.particulars = registrant.particulars();
    let request = Request::new(move |at: At| async move {
        let create = contact::Create { zone: at.contact_zone(), ..create };
        Ok(at.command(create).await?.map(|created| Answer::of(move |xml| render(&created, xml))))
    });
    Ok(request.warned(warnings))
}

/// Leaves out what the registry does not keep, and says so.
fn simplify(details: &mut Details) -> Vec<Refusal> {
    let mut warnings = Vec::new();
    if details.postal.len() > 1 {
        details.postal.retain(|postal| postal.kind == PostalKind::Loc);
        warnings.push(Refusal::new(Outcome::PostalIgnored).value(PostalKind::Int.name()));
    }
    if details.fax.take().is_some() {
        warnings.push(ignored("contact:fax"));
    }
    if let Some(voice) = details.voice.as_ref().filter(|voice| voice.extension().is_some()) {
        let plain = Phone::parse(voice.number(), None).ok();
        details.voice = plain;
        warnings.push(Refusal::new(Outcome::AttributeIgnored).value("x"));
    }
    warnings
}

fn render(created: &Created, xml: &mut Writer) {
    xml.open_with("contact:creData", &[("xmlns:contact", CONTACT)])
        .leaf("contact:id", created.handle.as_str())
        .leaf("contact:crDate", &time(created.created_at))
        .close();
}
