//! `StatusContact`: what a contact says, to its sponsor and whoever presents its authorisation code.

use engine::Field;
use engine::model::{AuthInfo, Clid, Details, Line};
use engine::ops::contact::{ContactView, Info};

use super::data::{self, shown};
use crate::answer::{Ended, Reply};
use crate::call::Call;
use crate::columns::Columns;
use crate::params::Params;
use crate::times::moment;

pub(in crate::commands) async fn run(call: &Call<'_>, mut params: Params) -> Ended {
    let handle = data::handle(&mut params);
    let proof = params.read("AUTH", Field::Authinfo, |text| Ok(AuthInfo::presented(text)));
    let handle = params.finish(handle)?;
    let done = call.query(Info { handle, zone: None, proof }).await?;
    Ok(Reply::of(done, |view| told(&view)))
}

fn told(view: &ContactView) -> Columns {
    let contact = &view.contact;
    let statuses = view.statuses.iter().map(|(status, _)| status.to_string()).collect();
    said(Columns::new().one("contact", contact.handle.as_str()), &contact.details)
        .many("status", statuses)
        .one("roid", contact.id.roid())
        .one("registrar", view.sponsor.as_str())
        .one("created date", moment(contact.created_at))
        .one("created by", view.creator.as_str())
        .maybe("updated date", contact.updated_at.map(moment))
        .maybe("updated by", view.updater.as_ref().map(Clid::as_str))
}

fn said(columns: Columns, details: &Details) -> Columns {
    let columns = match details.main_postal() {
        None => columns,
        Some(postal) => columns
            .one("name", postal.name.as_str())
            .one("firstname", postal.name.first())
            .one("lastname", postal.name.last())
            .maybe("organization", postal.organisation.as_ref().map(Line::as_str))
            .many("street", postal.street.iter().map(|line| line.as_str().to_owned()).collect())
            .one("city", postal.city.as_str())
            .maybe("state", postal.province.as_ref().map(Line::as_str))
            .maybe("zip", postal.postal_code.as_ref().map(Line::as_str))
            .one("country", postal.country.as_str()),
    };
    columns
        .maybe("phone", details.voice.as_ref().map(shown))
        .maybe("fax", details.fax.as_ref().map(shown))
        .one("email", details.email.as_str())
}
