//! Commands on contacts.

pub(super) mod check;
pub(super) mod create;
pub(super) mod info;
pub(super) mod send_auth_info;
pub(super) mod transfer;
pub(super) mod update;

use engine::model::{AuthInfo, DomainName, Handle};
use engine::{Field, Refusal};

use crate::Call;
use crate::params::Params;

/// The zone whose rules are asked for.
pub(super) fn zone(params: &mut Params) -> Option<DomainName> {
    params.need("tld", Field::Zone, DomainName::parse)
}

/// The authInfo that a client shows.
pub(super) fn proof(params: &mut Params) -> Option<AuthInfo> {
    params.optional("auth_info", Field::Authinfo).map(|text| AuthInfo::presented(&text))
}

/// The handle of a contact that exists, whichever protocol it was made by. One client calls it by its other name.
fn existing(params: &mut Params) -> Option<Handle> {
    let name = params.first_of(&["cname", "name"]);
    params.need(name, Field::ContactId, Handle::parse)
}

/// The handle of a contact that is to be made in a zone, in the form that the zone wants. What is wrong with the zone is
/// the engine's to say.
fn wanted(call: &Call<'_>, zone: Option<&DomainName>, text: &str) -> Result<Handle, Refusal> {
    let zone = zone.and_then(|name| call.desk.engine().policies().zone(name));
    zone.map_or_else(|| Handle::parse(text), |zone| zone.handle(text))
}
