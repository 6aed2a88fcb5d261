use outcomes::{Field, Operation as Name, Outcome};

use super::{address_rules, ownership, superordinate};
use crate::{
    Command, Done, Failure, Findings, Glancing, Operation, Refusal, Refusals, Writing,
    model::{DomainName, Host, HostAddress},
    ops::{
        Needless, StatusChange,
        access::require_updatable,
        change::{change_list, check_lists},
    },
    ports::store::Inserted,
};

/// Changes a host, also its name (RFC 5732 section 3.2.5). All or nothing; removals go before additions.
///
/// A host that is renamed keeps its id and its links, so every domain delegated to it follows. Renamed out of the
/// zones it loses its addresses, which nobody needs as glue any more. A host outside the zones cannot be renamed
/// while domains of others are delegated to it: their delegation would be redirected.
///
/// Changes: the host. Bills and notifies nothing. Checks, in this order: whether anything is asked for and the request
/// agrees with itself; whether the host exists, the sponsor, the statuses; links of others and the new name's
/// superordinate domain; then together every addition and removal; whether the new name is taken.
#[derive(Clone, Debug)]
pub struct Update {
    /// The name.
    pub name: DomainName,
    /// Addresses to add.
    pub add: Vec<HostAddress>,
    /// Addresses to remove.
    pub remove: Vec<HostAddress>,
    /// Statuses to add and remove.
    pub statuses: StatusChange,
    /// The new name.
    pub rename: Option<DomainName>,
    /// What becomes of addresses to add where none belong, and of addresses to remove that are not there.
    pub needless: Needless,
}

impl Operation for Update {
    type Answer = ();
    const NAME: Name = Name::HostUpdate;
    const OUTCOMES: &'static [Outcome] = &[
        Outcome::HostUpdated,
        Outcome::UpdateEmpty,
        Outcome::NamedTwice,
        Outcome::AddedAndRemoved,
        Outcome::StatusNotSettable,
        Outcome::HostUnknown,
        Outcome::NotSponsor,
        Outcome::StatusProhibits,
        Outcome::HostLinkedBeyond,
        Outcome::HostNameIsZone,
        Outcome::SuperordinateUnknown,
        Outcome::SuperordinateForeign,
        Outcome::SuperordinateDeleted,
        Outcome::AlreadySet,
        Outcome::NotSet,
        Outcome::HostAddressRefused,
        Outcome::HostAddressesTooMany,
        Outcome::HostNeedsAddress,
        Outcome::HostTaken,
        Outcome::GlueIgnored,
        Outcome::GlueRemoved,
        Outcome::AddressAbsent,
    ];

    fn object(&self) -> &str {
        self.name.as_str()
    }
}

impl Command for Update {
    fn precheck(&self, _: &Glancing<'_>) -> Result<(), Refusals> {
        let no_addresses = self.add.is_empty() && self.remove.is_empty();
        if no_addresses && self.statuses.is_empty() && self.rename.is_none() {
            return Err(Refusal::new(Outcome::UpdateEmpty).value(&self.name).into());
        }
        let mut findings = Findings::new();
        self.statuses.check(StatusChange::ON_HOSTS, &mut findings);
        check_lists(Field::HostAddress, &self.add, &self.remove, &mut findings);
        findings.end()
    }

    fn run(&self, cx: &mut Writing<'_>) -> Result<Done<()>, Failure> {
        let mut host = ownership::find_own(cx, &self.name)?;
        require_updatable(&host.statuses, &self.statuses, self.name.as_str())?;
        let removed = self.rename(cx, &mut host)?;
        let (add, ignored) = self.needless.part(&self.add, |_| host.superordinate.is_some());
        let (remove, absent) = self.needless.part(&self.remove, |address| host.addresses.contains(address));

        let mut findings = Findings::new();
        self.statuses.apply(&mut host.statuses, &mut findings);
        change_list(&mut host.addresses, &add, &remove, Field::HostAddress, &mut findings);
        address_rules::check(&host, &cx.policies.house, &mut findings);
        self.check_glue(cx, &host, &mut findings)?;
        findings.end()?;

        host.touch(cx.actor.id(), cx.now);
        if cx.store.update_host(&host, &self.name)? == Inserted::Taken {
            return Err(Refusal::new(Outcome::HostTaken).at(Field::NewHostName).value(&host.name).into());
        }
        cx.record(Self::NAME, host.id.into(), self.name.as_str())?;
        let absent = absent.into_iter().map(|address| Refusal::new(Outcome::AddressAbsent).value(address));
        let done = Done::new(Outcome::HostUpdated, ()).warned(removed);
        Ok(done.warned(address_rules::ignored(ignored)).warned(absent))
    }
}

impl Update {
    /// Gives the host its new name. Answers that it lost its addresses, if that is worth a warning.
    fn rename(&self, cx: &Writing<'_>, host: &mut Host) -> Result<Option<Refusal>, Failure> {
        let Some(name) = &self.rename else { return Ok(None) };
        let outside = host.superordinate.is_none();
        if outside && cx.store.host_is_linked_beyond(host.id, cx.actor.id())? {
            return Err(Refusal::new(Outcome::HostLinkedBeyond)
                .at(Field::NewHostName)
                .value(&self.name)
                .into());
        }
        host.superordinate = superordinate::of(cx, cx.actor.id(), name, Field::NewHostName)?;
        host.name = name.clone();
        if host.superordinate.is_some() {
            return Ok(None);
        }
        let count = host.addresses.len();
        // What the request removes is gone with the rest.
        host.addresses.retain(|address| self.remove.contains(address));
        let is_told = self.needless == Needless::LeftOut && host.addresses.len() < count;
        Ok(is_told.then(|| Refusal::new(Outcome::GlueRemoved).at(Field::HostName).value(name)))
    }

    /// A host inside the zones to which domains are delegated cannot lose its last address, nor be moved there without.
    fn check_glue(&self, cx: &Writing<'_>, host: &Host, findings: &mut Findings) -> Result<(), Failure> {
        let bare = host.superordinate.is_some() && host.addresses.is_empty();
        let changed = self.rename.is_some() || !self.remove.is_empty();
        if bare && changed && cx.store.host_is_linked(host.id)? {
            findings.add(Refusal::new(Outcome::HostNeedsAddress).at(Field::HostAddress).value(&host.name));
        }
        Ok(())
    }
}
