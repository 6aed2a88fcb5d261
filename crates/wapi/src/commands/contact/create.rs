//! `contact-create`: a new contact. The answer tells its id, whoever chose it.

use engine::Field;
use engine::model::{DomainName, Handle, HandleForm, Secret};
use engine::ops::contact::Create;

use super::{wanted, zone};
use crate::Call;
use crate::answer::{Ended, Reply};
use crate::contact_data;
use crate::params::Params;
use crate::tree::Tree;

pub(in crate::commands) async fn run(call: &Call<'_>, mut params: Params) -> Ended {
    let zone = zone(&mut params);
    let create = read(call, zone, &mut params);
    let create = params.finish(create)?;
    let done = call.command(create).await?;
    Ok(Reply::telling(done, |created| Tree::map([("cname", Tree::text(created.handle.as_str()))])))
}

/// Contacts made so have no authInfo until one is sent to them.
fn read(call: &Call<'_>, zone: Option<DomainName>, params: &mut Params) -> Option<Create> {
    let mut contact = params.needed_inside("contact", Field::ContactPostal)?;
    let handle = handle(call, zone.as_ref(), &mut contact);
    let details = contact_data::read(&mut contact);
    params.absorb(contact);
    let (authinfo, form) = (Secret::new(""), HandleForm::House);
    Some(Create { handle, zone, details: details?, authinfo, form, reuse: false })
}

fn handle(call: &Call<'_>, zone: Option<&DomainName>, contact: &mut Params) -> Option<Handle> {
    contact.read("cname", Field::ContactId, |text| wanted(call, zone, text))
}
