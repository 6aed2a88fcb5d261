use outcomes::{Field, Operation as Name, Outcome};

use super::{
    DnssecChange, Person, contact_rules, delegation_change, dnssec_rules, listed_hosts, ownership, people,
    registrant_rules,
};
use crate::{
    Command, Done, Failure, Findings, Glancing, Operation, Refusal, Refusals, Writing,
    lifecycle::schedule,
    model::{
        AuthInfo, Delegation, Domain, DomainName, Handle, RenewalMode, Role, Secret, Status, StatusNote,
        Statuses,
    },
    ops::{
        Needless, StatusChange,
        access::{require_awake, require_updatable},
        change::{change_list, check_lists, check_unique},
        contact::note_former,
    },
    policy::Zone,
};

/// Changes a domain (RFC 5731 section 3.2.5, RFC 5910 section 5.2.5). All or nothing; removals go before additions.
///
/// Changes: the domain and its links; contacts for people of whom the actor has none that says the same. Bills and notifies
/// nothing.
///
/// Checks, in this order: whether anything is asked for and the request agrees with itself; whether the domain exists,
/// the sponsor, whether the zone rests, the statuses, a hold that freezes it; whether contacts, hosts and sets exist, and whether contacts fit the zone; then together
/// what is said of people, every addition and removal, and the result against the zone's policy.
#[derive(Clone, Debug)]
pub struct Update {
    /// The name.
    pub name: DomainName,
    /// Links and name servers to add.
    pub add: LinkChange,
    /// Links and name servers to remove.
    pub remove: LinkChange,
    /// The name servers from now on, in the place of all that were; nothing is added or removed then.
    pub delegation: Option<Delegation>,
    /// Statuses to add and remove.
    pub statuses: StatusChange,
    /// The new registrant; `Some(None)` removes it.
    pub registrant: Option<Option<Handle>>,
    /// The new authInfo; an empty one removes it (RFC 9154).
    pub authinfo: Option<Secret>,
    /// DNSSEC data to change.
    pub dnssec: Option<DnssecChange>,
    /// What is to be as it says from now on, whatever it was before.
    pub replace: Replacement,
    /// What becomes of hosts to add that are there and to remove that are not, and of addresses of listed servers outside
    /// the zones.
    pub needless: Needless,
}

/// What takes the place of all that was, and is no error where it was so already.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Replacement {
    /// The contacts in these roles. The registrant is none of them.
    pub contacts: Vec<(Role, Vec<Handle>)>,
    /// Contacts that are told whole, in the place of all in their roles, the registrant's among them.
    pub people: Vec<Person>,
    /// The statuses of the sponsor's own.
    pub statuses: Option<Vec<Status>>,
    /// Whether it is locked against transfers.
    pub is_locked: Option<bool>,
    /// What happens at its expiry; `Some(None)` leaves it to the zone's policy.
    pub renewal: Option<Option<RenewalMode>>,
}

impl Replacement {
    fn is_empty(&self) -> bool {
        *self == Self::default()
    }

    fn check(&self, findings: &mut Findings) {
        for (role, handles) in &self.contacts {
            check_unique(contact_rules::field_of(*role), &handles.iter().collect::<Vec<_>>(), findings);
        }
        let wanted = StatusChange { add: unnoted(self.statuses.iter().flatten()), remove: Vec::new() };
        wanted.check(StatusChange::ON_DOMAINS, findings);
    }

    /// What has to be added and removed so that the statuses are as wanted.
    fn status_change(&self, present: &Statuses) -> StatusChange {
        let differs = |set: bool| {
            let settable = StatusChange::ON_DOMAINS.iter();
            settable.filter(move |status| self.wants(**status) == Some(set) && present.has(**status) != set)
        };
        StatusChange { add: unnoted(differs(true)), remove: differs(false).copied().collect() }
    }

    /// Whether a status is to be set, if that is said. The lock goes before the list.
    fn wants(&self, status: Status) -> Option<bool> {
        let lock = self.is_locked.filter(|_| status == Status::ClientTransferProhibited);
        lock.or_else(|| Some(self.statuses.as_ref()?.contains(&status)))
    }
}

fn unnoted<'s>(statuses: impl Iterator<Item = &'s Status>) -> Vec<(Status, Option<StatusNote>)> {
    statuses.map(|status| (*status, None)).collect()
}

/// Contacts and name servers to add or to remove.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct LinkChange {
    /// Contacts other than the registrant.
    pub contacts: Vec<(Role, Handle)>,
    /// Name servers.
    pub delegation: Delegation,
}

impl LinkChange {
    fn is_empty(&self) -> bool {
        self.contacts.is_empty() && self.delegation.is_empty()
    }

    fn contact_names(&self) -> Vec<ContactLink> {
        self.contacts.iter().map(|(role, handle)| ContactLink(*role, handle.clone())).collect()
    }
}

/// A contact in a role, as refusals name it.
#[derive(Clone, PartialEq)]
struct ContactLink(Role, Handle);

impl std::fmt::Display for ContactLink {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        self.1.fmt(f)
    }
}

impl Operation for Update {
    type Answer = ();
    const NAME: Name = Name::DomainUpdate;
    const OUTCOMES: &'static [Outcome] = &[
        Outcome::DomainUpdated,
        Outcome::UpdateEmpty,
        Outcome::NamedTwice,
        Outcome::AddedAndRemoved,
        Outcome::StatusNotSettable,
        Outcome::DomainUnknown,
        Outcome::NotSponsor,
        Outcome::ZoneAsleep,
        Outcome::RegistrantDiffers,
        Outcome::StatusProhibits,
        Outcome::PendingTransferProhibits,
        Outcome::DomainOnHold,
        Outcome::DomainContactUnknown,
        Outcome::DomainContactUnfit,
        Outcome::DomainHostUnknown,
        Outcome::HostNameIsZone,
        Outcome::SuperordinateUnknown,
        Outcome::SuperordinateForeign,
        Outcome::SuperordinateDeleted,
        Outcome::NssetsUnsupported,
        Outcome::NssetUnknown,
        Outcome::AlreadySet,
        Outcome::NotSet,
        Outcome::RegistrantNeeded,
        Outcome::ContactRoleMissing,
        Outcome::ContactRoleRefused,
        Outcome::TextMissing,
        Outcome::ContactItemRefused,
        Outcome::CountryRefused,
        Outcome::PostalCodeMalformed,
        Outcome::IdentityTypeRefused,
        Outcome::HostFormRefused,
        Outcome::NameServersTooFew,
        Outcome::NameServersTooMany,
        Outcome::GlueMissing,
        Outcome::GlueRefused,
        Outcome::HostAddressesTooMany,
        Outcome::DnssecRefused,
        Outcome::DnssecTooMany,
        Outcome::AuthinfoWeak,
        Outcome::HostIgnored,
        Outcome::GlueIgnored,
    ];

    fn object(&self) -> &str {
        self.name.as_str()
    }
}

impl Command for Update {
    fn precheck(&self, _: &Glancing<'_>) -> Result<(), Refusals> {
        if self.is_empty() {
            return Err(Refusal::new(Outcome::UpdateEmpty).value(&self.name).into());
        }
        let mut findings = Findings::new();
        self.statuses.check(StatusChange::ON_DOMAINS, &mut findings);
        check_lists(
            Field::DomainContact,
            &self.add.contact_names(),
            &self.remove.contact_names(),
            &mut findings,
        );
        self.replace.check(&mut findings);
        let (added, removed) = (self.add.delegation.hosts(), self.remove.delegation.hosts());
        check_lists(Field::NameServer, added, removed, &mut findings);
        findings.end()
    }

    fn run(&self, cx: &mut Writing<'_>) -> Result<Done<()>, Failure> {
        let mut domain = ownership::find_own(cx, &self.name)?;
        let zone = ownership::zone_of(cx.policies, &domain)?.clone();
        require_awake(cx, &zone)?;
        let statuses = self.status_change(&domain);
        require_updatable(&domain.statuses, &statuses, self.name.as_str())?;
        ownership::require_not_frozen(&domain, &zone)?;
        let links = people::contacts_of(cx, &self.replace.people)?;

        let mut findings = Findings::new();
        people::check(&zone, &self.replace.people, &mut findings);
        self.change_contacts(cx, &zone, &domain, &links, &mut findings)?;
        let ignored = self.change_delegation(cx, &zone, &mut domain, &mut findings)?;
        self.change_dnssec(&zone, &mut domain, &mut findings);
        statuses.apply(&mut domain.statuses, &mut findings);
        self.change_authinfo(cx, &zone, &mut domain, &mut findings);
        findings.end()?;

        domain.renewal = self.replace.renewal.unwrap_or(domain.renewal);
        domain.touch(cx.actor.id(), cx.now);
        cx.store.update_domain(&domain)?;
        if self.replace.renewal.is_some() {
            schedule(cx, &zone, &domain)?;
        }
        cx.record(Self::NAME, domain.id.into(), self.name.as_str())?;
        if self.authinfo.is_some() {
            cx.reset_authinfo_guard(domain.id.into());
        }
        Ok(Done::new(Outcome::DomainUpdated, ()).warned(ignored))
    }
}

impl Update {
    /// One that asks for nothing yet.
    pub fn of(name: DomainName) -> Self {
        Self {
            name,
            add: LinkChange::default(),
            remove: LinkChange::default(),
            delegation: None,
            statuses: StatusChange::default(),
            registrant: None,
            authinfo: None,
            dnssec: None,
            replace: Replacement::default(),
            needless: Needless::default(),
        }
    }

    /// Whether it asks for nothing.
    pub fn is_empty(&self) -> bool {
        let empty_links = self.add.is_empty() && self.remove.is_empty();
        empty_links
            && self.statuses.is_empty()
            && self.delegation.is_none()
            && self.registrant.is_none()
            && self.authinfo.is_none()
            && self.dnssec.as_ref().is_none_or(DnssecChange::is_empty)
            && self.replace.is_empty()
    }

    /// All changes of statuses that are asked for, one by one and as a whole.
    fn status_change(&self, domain: &Domain) -> StatusChange {
        let StatusChange { mut add, mut remove } = self.replace.status_change(&domain.statuses);
        add.extend(self.statuses.add.iter().cloned());
        remove.extend(self.statuses.remove.iter().copied());
        StatusChange { add, remove }
    }

    fn leaves_contacts(&self) -> bool {
        let changes_none = self.add.contacts.is_empty() && self.remove.contacts.is_empty();
        let replaces_none = self.replace.contacts.is_empty() && self.replace.people.is_empty();
        changes_none && replaces_none && self.registrant.is_none()
    }

    fn change_contacts(
        &self,
        cx: &Writing<'_>,
        zone: &Zone,
        domain: &Domain,
        people: &[(Role, Handle)],
        findings: &mut Findings,
    ) -> Result<(), Failure> {
        if self.leaves_contacts() {
            return Ok(());
        }
        let before = cx.store.domain_contacts(domain.id)?;
        let before: Vec<_> =
            before.into_iter().map(|contact| ContactLink(contact.role, contact.handle)).collect();
        let mut after = before.clone();
        for (role, handles) in &self.replace.contacts {
            after.retain(|ContactLink(held, _)| held != role);
            after.extend(handles.iter().map(|handle| ContactLink(*role, handle.clone())));
        }
        after.retain(|ContactLink(held, _)| people.iter().all(|(role, _)| held != role));
        after.extend(people.iter().map(|(role, handle)| ContactLink(*role, handle.clone())));
        change_list(
            &mut after,
            &self.add.contact_names(),
            &self.remove.contact_names(),
            Field::DomainContact,
            findings,
        );
        if let Some(registrant) = &self.registrant {
            after.retain(|ContactLink(role, _)| *role != Role::Registrant);
            after.extend(registrant.iter().map(|handle| ContactLink(Role::Registrant, handle.clone())));
        }
        self.check_contacts(zone, &after, findings);

        let added: Vec<_> = after.iter().filter(|link| !before.contains(link)).collect();
        let removed: Vec<_> = before.iter().filter(|link| !after.contains(link)).collect();
        let ids = |links: &[&ContactLink]| {
            let links: Vec<_> = links.iter().map(|ContactLink(role, handle)| (*role, handle)).collect();
            contact_rules::resolve(cx, &links)
        };
        let gone = ids(&removed)?;
        cx.store.unlink_contacts(domain.id, &gone)?;
        cx.store.link_contacts(domain.id, &ids(&added)?)?;
        note_former(cx, zone, &gone)?;
        let is_named = |link: &&&ContactLink| people.iter().all(|(role, _)| link.0 != *role);
        let named = added.iter().filter(is_named).map(|ContactLink(role, handle)| (*role, handle));
        contact_rules::check_fit(cx, zone, &named.collect::<Vec<_>>())?;
        let registrant = |links: &[ContactLink]| {
            links.iter().find(|ContactLink(role, _)| *role == Role::Registrant).map(|link| link.1.clone())
        };
        registrant_rules::check_same_holder(cx, zone, registrant(&before), registrant(&after))
    }

    fn check_contacts(&self, zone: &Zone, after: &[ContactLink], findings: &mut Findings) {
        if self.registrant == Some(None) && zone.contacts.registrant.least > 0 {
            findings
                .add(Refusal::new(Outcome::RegistrantNeeded).at(Field::Registrant).fact("zone", &zone.name));
            return;
        }
        let roles: Vec<_> = after.iter().map(|ContactLink(role, _)| *role).collect();
        contact_rules::check_counts(zone, &roles, findings);
    }

    /// Answers what was left out.
    fn change_delegation(
        &self,
        cx: &Writing<'_>,
        zone: &Zone,
        domain: &mut Domain,
        findings: &mut Findings,
    ) -> Result<Vec<Refusal>, Failure> {
        let is_told = self.needless == Needless::LeftOut;
        if let Some(new) = &self.delegation {
            delegation_change::replace(cx, zone, domain, new, findings)?;
            let ignored = is_told.then(|| listed_hosts::ignored_glue(cx.policies, new));
            return Ok(ignored.unwrap_or_default());
        }
        let (add, remove) = (&self.add.delegation, &self.remove.delegation);
        if add.is_empty() && remove.is_empty() {
            return Ok(Vec::new());
        }
        let (add, remove, ignored) = match (is_told, add, remove) {
            (true, Delegation::Hosts(_), Delegation::Hosts(_)) => {
                delegation_change::needed(cx, domain, (add.hosts(), remove.hosts()))?
            }
            _ => (add.clone(), remove.clone(), Vec::new()),
        };
        delegation_change::change(cx, zone, domain, (&add, &remove), findings)?;
        Ok(ignored)
    }

    fn change_dnssec(&self, zone: &Zone, domain: &mut Domain, findings: &mut Findings) {
        let Some(change) = &self.dnssec else { return };
        change.apply(&mut domain.dnssec, findings);
        dnssec_rules::check_form(zone, &domain.dnssec, findings);
        dnssec_rules::check_count(zone, &domain.dnssec, findings);
    }

    fn change_authinfo(&self, cx: &Writing<'_>, zone: &Zone, domain: &mut Domain, findings: &mut Findings) {
        let Some(secret) = &self.authinfo else { return };
        let parsed = findings.take(Field::Authinfo, AuthInfo::parse(secret, zone.shortest_authinfo));
        domain.authinfo = parsed.flatten().map(|authinfo| cx.digest(&authinfo, domain.id.into()));
    }
}
