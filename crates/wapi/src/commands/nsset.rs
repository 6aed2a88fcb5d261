//! Commands on sets of name servers.

pub(super) mod check;
pub(super) mod create;
pub(super) mod info;
pub(super) mod send_auth_info;
pub(super) mod transfer;
pub(super) mod update;

use engine::Field;
use engine::model::{Handle, NssetName};

use crate::params::Params;

pub(super) use super::contact::{proof, zone};

fn name(params: &mut Params) -> Option<NssetName> {
    params.need("name", Field::NssetName, NssetName::parse)
}

/// The technical contacts: one as a text, or a list. None is one too few only where the zone says so.
fn technical_contacts(params: &mut Params) -> Vec<Handle> {
    let handles = params.texts("tech_c", Field::NssetContact);
    let read = |text: String| params.take(Field::NssetContact, Handle::parse(&text));
    handles.into_iter().filter_map(read).collect()
}
