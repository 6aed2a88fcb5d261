//! Contacts of a domain, by role.

use engine::Field;
use engine::model::{Handle, Role};

use crate::params::Params;

/// The roles, as parameters and as columns.
pub(super) const ROLES: [(Role, &str, &str); 4] = [
    (Role::Registrant, "OWNERCONTACT", "ownercontact"),
    (Role::Admin, "ADMINCONTACT", "admincontact"),
    (Role::Tech, "TECHCONTACT", "techcontact"),
    (Role::Billing, "BILLINGCONTACT", "billingcontact"),
];

/// Reads all that were sent, each with its role; what changes contacts one by one has `ADD` or `DEL` before the names.
pub(super) fn read(params: &mut Params, before: &str) -> Vec<(Role, Handle)> {
    let mut contacts = Vec::new();
    for (role, name, _) in ROLES {
        let handles = params.each(&format!("{before}{name}"), field(role), Handle::parse);
        contacts.extend(handles.into_iter().map(|handle| (role, handle)));
    }
    contacts
}

/// Reads the contacts that are to take the place of others: the roles of which any were sent.
pub(super) fn replaced(params: &mut Params) -> Vec<(Role, Vec<Handle>)> {
    let mut roles = Vec::new();
    for (role, name, _) in ROLES {
        if params.was_sent(name) {
            roles.push((role, params.each(name, field(role), Handle::parse)));
        }
    }
    roles
}

const fn field(role: Role) -> Field {
    match role {
        Role::Registrant => Field::Registrant,
        Role::Admin | Role::Tech | Role::Billing => Field::DomainContact,
    }
}
