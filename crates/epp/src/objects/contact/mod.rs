//! Contacts (RFC 5733).

pub(crate) mod check;
pub(crate) mod create;
pub(crate) mod delete;
pub(crate) mod info;
pub(crate) mod transfer;
pub(crate) mod update;

mod disclosure;
mod phone;
mod postal;

use engine::{Field, Refusals, model::Handle};

use super::values::Values;
use crate::{namespaces::CONTACT, syntax::Content};

/// The declaration of the prefix under which answers are written.
const DECLARED: &[(&str, &str)] = &[("xmlns:contact", CONTACT)];

/// The id with which every command on one contact begins.
fn read_id(content: &mut Content<'_, '_>, values: &mut Values) -> Result<Option<Handle>, Refusals> {
    values.required(content, "id", Field::ContactId, Handle::parse)
}
