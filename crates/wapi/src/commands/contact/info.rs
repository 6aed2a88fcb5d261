//! `contact-info`: what a contact says. Who may not see everything reads `HIDDEN` in some places; who shows the authInfo
//! once may see everything from then on.

use engine::model::Clid;
use engine::ops::contact::{ContactView, Info};

use super::{existing, proof, zone};
use crate::Call;
use crate::answer::{Ended, Reply};
use crate::contact_data;
use crate::params::Params;
use crate::status;
use crate::times;
use crate::tree::Tree;

pub(in crate::commands) async fn run(call: &Call<'_>, mut params: Params) -> Ended {
    let zone = zone(&mut params);
    let handle = existing(&mut params);
    let proof = proof(&mut params);
    let shows_proof = proof.is_some();
    let info = params.finish(handle.map(|handle| Info { handle, zone, proof }))?;
    let done = if shows_proof { call.command(info).await? } else { call.query(info).await? };
    Ok(Reply::telling(done, |view| Tree::map([("contact", told(&view))])))
}

fn told(view: &ContactView) -> Tree {
    let contact = &view.contact;
    let details = contact_data::told(&contact.details, &view.hidden);
    let name = contact.details.main_postal().map(|postal| postal.name.to_string()).unwrap_or_default();
    let mut entries = vec![
        ("contact_id", Tree::text(contact.handle.as_str())),
        ("status", status::told(&view.statuses)),
        ("name", Tree::text(name)),
    ];
    entries.extend(details);
    entries.extend([
        ("reg_owner", Tree::text(view.sponsor.as_str())),
        ("reg_creator", Tree::text(view.creator.as_str())),
        ("reg_update", Tree::text(view.updater.as_ref().map(Clid::as_str).unwrap_or_default())),
        ("created_date", Tree::text(times::moment(contact.created_at))),
        ("updated_date", times::told(contact.updated_at)),
        ("transfer_date", times::told(contact.transferred_at)),
    ]);
    Tree::Map(entries)
}
