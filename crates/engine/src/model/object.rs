//! Objects of any class in one list.

use super::{Instant, ObjectId};

/// The classes of objects that an account can have.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ObjectClass {
    /// Registered names.
    Domain,
    /// Persons and organisations.
    Contact,
    /// Name servers.
    Host,
    /// Sets of name servers.
    Nsset,
    /// DNS zones.
    DnsZone,
}

impl ObjectClass {
    /// Every class, in the order of lists.
    pub const ALL: [Self; 5] = [Self::Domain, Self::Contact, Self::Host, Self::Nsset, Self::DnsZone];
}

/// An object in a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ObjectLine {
    /// Its class.
    pub class: ObjectClass,
    /// Its id.
    pub id: ObjectId,
    /// Its name or handle.
    pub name: String,
    /// When it was made.
    pub created_at: Instant,
}
