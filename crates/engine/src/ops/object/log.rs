use outcomes::{Field, Operation as Name, Outcome};

use crate::{
    Done, Failure, Fault, Operation, Query, Reading, Refusal,
    clids::Clids,
    listing::Listing,
    model::{AccountId, Clid, DomainName, Handle, NssetName, ObjectId, OperationId, Page, Window},
    ports::store::{HistoryLine, Slice, Snapshot},
};

/// Tells by windows what happened to an object of the actor, oldest first, whoever did it.
///
/// Changes, bills and notifies nothing. Checks, in this order: whether the object exists; whether it is the actor's.
#[derive(Clone, Debug)]
pub struct Log {
    /// Which object.
    pub subject: Subject,
    /// Which changes.
    pub window: Window,
}

/// An object by its name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Subject {
    /// A domain.
    Domain(DomainName),
    /// A contact.
    Contact(Handle),
    /// A host.
    Host(DomainName),
    /// A set of name servers.
    Nsset(NssetName),
    /// A DNS zone.
    DnsZone(DomainName),
}

/// A change of an object.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LoggedChange {
    /// What happened.
    pub line: HistoryLine,
    /// Who did it; `None`: the server.
    pub by: Option<Clid>,
}

impl Operation for Log {
    type Answer = Page<LoggedChange>;
    const NAME: Name = Name::ObjectLog;
    const OUTCOMES: &'static [Outcome] = &[
        Outcome::ObjectLogTold,
        Outcome::DomainUnknown,
        Outcome::ContactUnknown,
        Outcome::HostUnknown,
        Outcome::NssetUnknown,
        Outcome::DnsZoneUnknown,
        Outcome::NotSponsor,
    ];

    fn object(&self) -> &str {
        self.subject.name()
    }
}

impl Query for Log {
    fn run(&self, cx: &mut Reading<'_>) -> Result<Done<Self::Answer>, Failure> {
        let (outcome, field) = self.subject.missing();
        let unknown = || Refusal::new(outcome).at(field).value(self.subject.name());
        let (object, sponsor) = self.subject.find(cx.store)?.ok_or_else(unknown)?;
        if sponsor != cx.actor.id() {
            return Err(Refusal::new(Outcome::NotSponsor).at(field).value(self.subject.name()).into());
        }
        let mut clids = Clids::default();
        let page = cx.page(&History(object), self.window)?.try_map(|line| {
            let by = (line.account != AccountId::SERVER).then(|| clids.of(cx, line.account)).transpose()?;
            Ok::<_, Fault>(LoggedChange { line, by })
        })?;
        Ok(Done::new(Outcome::ObjectLogTold, page))
    }
}

impl Subject {
    /// The name or handle.
    pub fn name(&self) -> &str {
        match self {
            Self::Domain(name) | Self::Host(name) | Self::DnsZone(name) => name.as_str(),
            Self::Contact(handle) => handle.as_str(),
            Self::Nsset(name) => name.as_str(),
        }
    }

    /// The object of a change on record, by the operation that made it and the name that it had then; `None`: that was no
    /// operation on an object of these classes.
    pub(super) fn of_change(action: &str, name: &str) -> Option<Self> {
        let domain = || DomainName::parse(name).ok();
        match action.split('_').next()? {
            "domain" => domain().map(Self::Domain),
            "contact" => Handle::parse(name).ok().map(Self::Contact),
            "host" => domain().map(Self::Host),
            "nsset" => NssetName::parse(name).ok().map(Self::Nsset),
            "dns" => domain().map(Self::DnsZone),
            _ => None,
        }
    }

    const fn missing(&self) -> (Outcome, Field) {
        match self {
            Self::Domain(_) => (Outcome::DomainUnknown, Field::DomainName),
            Self::Contact(_) => (Outcome::ContactUnknown, Field::ContactId),
            Self::Host(_) => (Outcome::HostUnknown, Field::HostName),
            Self::Nsset(_) => (Outcome::NssetUnknown, Field::NssetName),
            Self::DnsZone(_) => (Outcome::DnsZoneUnknown, Field::DnsZoneName),
        }
    }

    pub(super) fn find(&self, store: &dyn Snapshot) -> Result<Option<(ObjectId, AccountId)>, Fault> {
        Ok(match self {
            Self::Domain(name) => store.domain(name)?.map(|domain| (domain.id.into(), domain.sponsor)),
            Self::Contact(handle) => {
                store.contact(handle)?.map(|contact| (contact.id.into(), contact.sponsor))
            }
            Self::Host(name) => store.host(name)?.map(|host| (host.id.into(), host.sponsor)),
            Self::Nsset(name) => store.nsset(name)?.map(|nsset| (nsset.id.into(), nsset.sponsor)),
            Self::DnsZone(name) => store.dns_zone(name)?.map(|zone| (zone.id.into(), zone.owner)),
        })
    }
}

/// What happened to an object.
#[derive(Hash)]
struct History(ObjectId);

impl Listing for History {
    type Row = HistoryLine;
    type Key = OperationId;

    fn key(row: &HistoryLine) -> OperationId {
        row.operation
    }

    fn slice(&self, store: &dyn Snapshot, slice: &Slice<OperationId>) -> Result<Vec<HistoryLine>, Fault> {
        store.history_slice(self.0, slice)
    }

    fn count(&self, store: &dyn Snapshot) -> Result<u64, Fault> {
        store.count_history(self.0)
    }
}
