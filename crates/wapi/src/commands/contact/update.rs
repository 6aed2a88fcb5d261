//! `contact-update`: other data in the place of all that a contact says. What is left out is gone.

use engine::Field;
use engine::ops::contact::Replace;

use super::{existing, proof, zone};
use crate::Call;
use crate::answer::{Ended, Reply};
use crate::contact_data;
use crate::params::Params;

pub(in crate::commands) async fn run(call: &Call<'_>, mut params: Params) -> Ended {
    let replace = read(&mut params);
    let replace = params.finish(replace)?;
    call.command(replace).await.map(Reply::nothing)
}

fn read(params: &mut Params) -> Option<Replace> {
    let zone = zone(params);
    let handle = existing(params);
    let proof = proof(params);
    let mut contact = params.needed_inside("contact", Field::ContactPostal)?;
    let details = contact_data::read(&mut contact);
    params.absorb(contact);
    Some(Replace { handle: handle?, zone: zone?, details: details?, proof })
}
