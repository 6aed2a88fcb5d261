use outcomes::{Field, Operation as Name, Outcome};

use super::{address_rules, superordinate};
use crate::{
    Command, Done, Failure, Findings, Glancing, Operation, Refusal, Refusals, Writing,
    model::{DomainName, Host, HostAddress, HostId, Instant, Statuses},
    ops::{Needless, change::check_unique},
    ports::store::{Inserted, Kind},
};

/// Creates a host (RFC 5732 section 3.2.1).
///
/// Changes: the host. Bills and notifies nothing. Checks, in this order: whether the name is taken; addresses named
/// twice; the domain it lies in; whether and how many addresses it may have.
#[derive(Clone, Debug)]
pub struct Create {
    /// The name.
    pub name: DomainName,
    /// Its addresses.
    pub addresses: Vec<HostAddress>,
    /// What becomes of addresses where none belong.
    pub needless: Needless,
}

/// What was created.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Created {
    /// The name.
    pub name: DomainName,
    /// When.
    pub created_at: Instant,
}

impl Operation for Create {
    type Answer = Created;
    const NAME: Name = Name::HostCreate;
    const OUTCOMES: &'static [Outcome] = &[
        Outcome::HostCreated,
        Outcome::HostTaken,
        Outcome::NamedTwice,
        Outcome::HostNameIsZone,
        Outcome::SuperordinateUnknown,
        Outcome::SuperordinateForeign,
        Outcome::SuperordinateDeleted,
        Outcome::HostAddressRefused,
        Outcome::HostAddressesTooMany,
        Outcome::GlueIgnored,
    ];

    fn object(&self) -> &str {
        self.name.as_str()
    }
}

impl Command for Create {
    fn precheck(&self, cx: &Glancing<'_>) -> Result<(), Refusals> {
        if cx.names.holds(Kind::Host, self.name.as_str()) {
            return Err(self.taken().into());
        }
        let mut findings = Findings::new();
        check_unique(Field::HostAddress, &self.addresses, &mut findings);
        findings.end()
    }

    fn run(&self, cx: &mut Writing<'_>) -> Result<Done<Created>, Failure> {
        let superordinate = superordinate::of(cx, cx.actor.id(), &self.name, Field::HostName)?;
        let (addresses, ignored) = self.needless.part(&self.addresses, |_| superordinate.is_some());
        let host = Host {
            id: HostId(cx.object_id()),
            name: self.name.clone(),
            superordinate,
            sponsor: cx.actor.id(),
            creator: cx.actor.id(),
            created_at: cx.now,
            updater: None,
            updated_at: None,
            transferred_at: None,
            statuses: Statuses::default(),
            addresses,
        };
        let mut findings = Findings::new();
        address_rules::check(&host, &cx.policies.house, &mut findings);
        findings.end()?;

        if cx.store.insert_host(&host)? == Inserted::Taken {
            return Err(self.taken().into());
        }
        cx.record(Self::NAME, host.id.into(), self.name.as_str())?;
        let created = Created { name: host.name, created_at: host.created_at };
        Ok(Done::new(Outcome::HostCreated, created).warned(address_rules::ignored(ignored)))
    }
}

impl Create {
    fn taken(&self) -> Refusal {
        Refusal::new(Outcome::HostTaken).at(Field::HostName).value(&self.name)
    }
}
