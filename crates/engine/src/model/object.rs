//! Objects of any class in one list.

use outcomes::Operation;

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

    /// The operation by which an account deletes an object of the class.
    pub const fn deletion(self) -> Operation {
        match self {
            Self::Domain => Operation::DomainDelete,
            Self::Contact => Operation::ContactDelete,
            Self::Host => Operation::HostDelete,
            Self::Nsset => Operation::NssetDelete,
            Self::DnsZone => Operation::DnsZoneDelete,
        }
    }
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
