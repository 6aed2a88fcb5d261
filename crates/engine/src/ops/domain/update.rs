use outcomes::{Field, Operation as Name, Outcome};

use super::{
    DnssecChange, Replacement, contact_change, contact_change::ContactChange, delegation_change,
    dnssec_rules, listed_hosts, ownership, people,
};
use crate::{
    Command, Done, Failure, Findings, Glancing, Operation, Refusal, Refusals, Writing,
    lifecycle::schedule,
    model::{AuthInfo, Delegation, Domain, DomainName, Handle, Role, Secret},
    ops::{
        Needless, StatusChange,
        access::{require_awake, require_updatable},
        change::check_lists,
    },
    policy::Zone,
};

/// Changes a domain (RFC 5731 section 3.2.5, RFC 5910 section 5.2.5). All or nothing; removals go before additions.
///
/// Changes: the domain and its links; contacts for people of whom the actor has none that says the same; how long the
/// domain stays with its sponsor because its holder changed; a new registrant whose address has to be confirmed is written
/// to. Bills and notifies nothing.
///
/// Checks, in this order: whether anything is asked for and the request agrees with itself; whether the domain
/// exists, the sponsor, whether the zone rests, the statuses, a hold that freezes it; then together whether contacts,
/// hosts and sets exist, whether contacts fit the zone, what is said of people, every addition and removal, and the
/// result against the zone's policy.
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
    /// Whether the domain can be transferred at once although its holder changes, where the zone keeps it for a while
    /// otherwise; `None`: as the sponsor prefers.
    pub opts_out: Option<bool>,
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
        Outcome::OptOutLocked,
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
        contact_change::check(&self.add.contacts, &self.remove.contacts, &mut findings);
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
        let people = people::contacts_of(cx, &self.replace.people)?;

        let mut findings = Findings::new();
        people::check(&zone, &self.replace.people, &mut findings);
        let contacts =
            contact_change::change(cx, &zone, &domain, &self.contact_change(&people), &mut findings);
        let servers = self.change_delegation(cx, &zone, &mut domain, &mut findings);
        self.change_dnssec(&zone, &mut domain, &mut findings);
        statuses.apply(&mut domain.statuses, &mut findings);
        self.change_authinfo(cx, &zone, &mut domain, &mut findings);
        let linked = Failure::both(contacts, servers);
        let (((), ignored), ()) = Failure::both(linked, findings.end().map_err(Failure::from))?;

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
            opts_out: None,
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

    /// All changes of contacts that are asked for. `people` are those that are told whole.
    fn contact_change<'u>(&'u self, people: &'u [(Role, Handle)]) -> ContactChange<'u> {
        ContactChange {
            replace: &self.replace.contacts,
            people,
            add: &self.add.contacts,
            remove: &self.remove.contacts,
            registrant: self.registrant.as_ref(),
            opts_out: self.opts_out,
        }
    }

    /// All changes of statuses that are asked for, one by one and as a whole.
    fn status_change(&self, domain: &Domain) -> StatusChange {
        let StatusChange { mut add, mut remove } = self.replace.status_change(&domain.statuses);
        add.extend(self.statuses.add.iter().cloned());
        remove.extend(self.statuses.remove.iter().copied());
        StatusChange { add, remove }
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
