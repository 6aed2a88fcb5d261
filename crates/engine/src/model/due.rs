//! What falls due.

use super::{Instant, ObjectId};

/// A reminder to look at an object at a moment. It carries no instruction: what has to be done then, if anything, is
/// read off the object itself, so a reminder that was overtaken by events does no harm.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Due {
    /// When to look.
    pub at: Instant,
    /// What to look for.
    pub job: Job,
    /// At which object.
    pub object: ObjectId,
    /// The moment at which it was due first: what is done late is done as of then.
    pub since: Instant,
}

impl Due {
    /// A reminder for a moment.
    pub const fn new(at: Instant, job: Job, object: ObjectId) -> Self {
        Self { at, job, object, since: at }
    }

    /// The same reminder later: after as long as it was put off already, an hour at least and a day at most.
    #[must_use]
    pub fn put_off(self, now: Instant) -> Self {
        let waited = now.millis() - self.since.millis();
        Self { at: now.plus_millis(waited.clamp(HOUR, 24 * HOUR)), ..self }
    }
}

/// What a reminder is about. Jobs that fall due at the same moment are done in this order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Job {
    /// The losing sponsor's time to answer a transfer is up; the object is the domain or contact.
    Transfer,
    /// The next step in the life of a domain.
    Domain,
    /// Something has to be delivered; the object is the notice or letter.
    Delivery,
    /// A request that waits for nothing but its time ends; the object is the request.
    Pending,
    /// The name of a deleted object becomes free; the object is the one that is gone.
    Quarantine,
    /// The next step in the life of a DNS zone.
    DnsZone,
    /// A protection service has to be set up or renewed, or ends.
    Protection,
    /// The time in which a trade can be cancelled is up; the object is the domain.
    Trade,
    /// A mailspace has to be renewed, or ends.
    Mailspace,
    /// The next step in the life of an order of a certificate.
    Certificate,
    /// The gaining registrar's time to answer a release is up.
    Handshake,
    /// A renewal that a registrar ordered is due; the object is the domain.
    Upkeep,
    /// The registry decides about a registration; the object is the domain.
    Referral,
    /// A registrant that has had no domain for a while is removed; the object is the contact.
    Idle,
    /// The next step of having wrong data corrected; the object is the contact.
    DataQuality,
    /// A command that was put off is to be carried out, or forgotten; the object is the task.
    Task,
    /// The privacy of a domain has to be renewed, or ends; the object is the domain.
    Privacy,
}

impl Job {
    /// Every job.
    pub const ALL: [Self; 17] = [
        Self::Transfer,
        Self::Domain,
        Self::Delivery,
        Self::Pending,
        Self::Quarantine,
        Self::DnsZone,
        Self::Protection,
        Self::Trade,
        Self::Mailspace,
        Self::Certificate,
        Self::Handshake,
        Self::Upkeep,
        Self::Referral,
        Self::Idle,
        Self::DataQuality,
        Self::Task,
        Self::Privacy,
    ];

    /// The job's name.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Transfer => "transfer",
            Self::Domain => "domain",
            Self::Delivery => "delivery",
            Self::Pending => "pending",
            Self::Quarantine => "quarantine",
            Self::DnsZone => "dns_zone",
            Self::Protection => "protection",
            Self::Trade => "trade",
            Self::Mailspace => "mailspace",
            Self::Certificate => "certificate",
            Self::Handshake => "handshake",
            Self::Upkeep => "upkeep",
            Self::Referral => "referral",
            Self::Idle => "idle",
            Self::DataQuality => "data_quality",
            Self::Task => "task",
            Self::Privacy => "privacy",
        }
    }
}

/// In milliseconds.
const HOUR: i64 = 60 * 60 * 1000;
