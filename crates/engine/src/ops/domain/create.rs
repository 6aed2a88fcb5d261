use outcomes::{Field, Operation as Name, Outcome};

use super::{
    contact_rules,
    delegation_rules::{self, NameServers},
    dnssec_rules, listed_hosts, name_rules,
    people::{self, Person},
    registrant_rules,
};
use crate::{
    Command, Done, Failure, Findings, Glancing, Operation, Refusal, Refusals, Writing,
    guard::Usage,
    ledger::Order,
    lifecycle::schedule,
    model::{
        AuthInfo, Consent, Delegation, DnssecData, Domain, DomainId, DomainName, Due, GracePeriod, Handle,
        Instant, Job, Period, RenewalMode, Role, Secret, Status, Statuses,
    },
    ops::{Needless, address_check, change::check_unique, payment::charge, term_rules},
    policy::{HouseRules, Priced, Zone},
    ports::store::{Inserted, Kind},
};

/// Registers a domain (RFC 5731 section 3.2.1).
///
/// Changes: the domain with its links to contacts and hosts or a set of name servers; listed host objects that do not
/// exist are made, and contacts for people of whom the actor has none that says the same; who agreed to the rules is
/// kept; a registrant whose address has to be confirmed is written to. Bills: the creation, by years. Notifies: nobody but
/// the payer, when its credit runs low.
///
/// Where the registry decides about registrations itself, the domain waits for that (`pendingCreate`).
///
/// Checks, in this order: the zone; whether the actor asked for too many names that are taken; whether the name is taken;
/// then together the label, period, contacts, what is said of people, name
/// servers, DNSSEC data and authInfo against the zone's policy; then together whether contacts exist and fit the zone, and
/// whether hosts or the set exist; whether the name belongs to the holder of another, and the registrant's type; the credit.
#[derive(Clone, Debug)]
pub struct Create {
    /// The name.
    pub name: DomainName,
    /// For how long; a year unless said otherwise.
    pub period: Option<Period>,
    /// The contacts, the registrant among them.
    pub contacts: Vec<(Role, Handle)>,
    /// Contacts that are told whole, for protocols that have none as objects.
    pub people: Vec<Person>,
    /// The name servers.
    pub delegation: Delegation,
    /// The authInfo; empty means none (RFC 9154).
    pub authinfo: Secret,
    /// DS or key data.
    pub dnssec: DnssecData,
    /// Who agreed to the registry's rules, if the protocol asks for that.
    pub consent: Option<Consent>,
    /// What its sponsor wants of it from the start.
    pub choices: Choices,
    /// What becomes of addresses of listed servers outside the zones.
    pub needless: Needless,
}

/// What a sponsor wants of a domain from the start, and could choose later just as well.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Choices {
    /// What happens at its expiry; `None` leaves it to the zone's policy.
    pub renewal: Option<RenewalMode>,
    /// Whether it is locked against transfers.
    pub is_locked: bool,
}

impl Choices {
    fn statuses(self) -> Statuses {
        let mut statuses = Statuses::default();
        if self.is_locked {
            statuses.set(Status::ClientTransferProhibited, None);
        }
        statuses
    }
}

/// What was registered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Created {
    /// The name.
    pub name: DomainName,
    /// When the registration began.
    pub created_at: Instant,
    /// When it ends.
    pub expires_at: Instant,
}

impl Operation for Create {
    type Answer = Created;
    const NAME: Name = Name::DomainCreate;
    const OUTCOMES: &'static [Outcome] = &[
        Outcome::DomainCreated,
        Outcome::RegistrationReferred,
        Outcome::UsageExceeded,
        Outcome::RightMissing,
        Outcome::RegistrantTypeUnfit,
        Outcome::HolderTypeSet,
        Outcome::ZoneUnknown,
        Outcome::NameNotRegistrable,
        Outcome::DomainTaken,
        Outcome::LabelSingle,
        Outcome::LabelLengthRefused,
        Outcome::NameTooLong,
        Outcome::NameWithheld,
        Outcome::NameBlocked,
        Outcome::NameReserved,
        Outcome::NameKept,
        Outcome::IdnNotOffered,
        Outcome::IdnTableMismatch,
        Outcome::PeriodOutOfRange,
        Outcome::TermTooLong,
        Outcome::RegistrantMissing,
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
        Outcome::NamedTwice,
        Outcome::GlueMissing,
        Outcome::GlueRefused,
        Outcome::HostAddressesTooMany,
        Outcome::DnssecRefused,
        Outcome::DnssecTooMany,
        Outcome::AuthinfoWeak,
        Outcome::DomainContactUnknown,
        Outcome::DomainContactUnfit,
        Outcome::DomainHostUnknown,
        Outcome::NssetsUnsupported,
        Outcome::NssetUnknown,
        Outcome::HostNameIsZone,
        Outcome::SuperordinateUnknown,
        Outcome::SuperordinateForeign,
        Outcome::SuperordinateDeleted,
        Outcome::PriceMissing,
        Outcome::CreditLocked,
        Outcome::CreditInactive,
        Outcome::BillingDataMissing,
        Outcome::TaxSettingsWrong,
        Outcome::CreditInsufficient,
        Outcome::CreditLow,
        Outcome::GlueIgnored,
    ];

    fn object(&self) -> &str {
        self.name.as_str()
    }
}

impl Command for Create {
    fn precheck(&self, cx: &Glancing<'_>) -> Result<(), Refusals> {
        let zone = name_rules::zone_of(cx.policies, &self.name)?;
        cx.require_left(Usage::CreatesOfTaken, zone.usage.creates_of_taken, 1)?;
        if cx.names.holds(Kind::Domain, self.name.as_str()) {
            if zone.usage.creates_of_taken.is_some() {
                cx.usage.note(cx.actor.id(), Usage::CreatesOfTaken, cx.now);
            }
            return Err(self.taken().into());
        }
        self.check_policy(zone, &cx.policies.house)
    }

    fn run(&self, cx: &mut Writing<'_>) -> Result<Done<Created>, Failure> {
        let zone = name_rules::zone_of(cx.policies, &self.name)?;
        let people = people::contacts_of(cx, &self.people)?;
        let named: Vec<_> = self.contacts.iter().map(|(role, handle)| (*role, handle)).collect();
        let told = people.iter().map(|(role, handle)| (*role, handle));
        let all: Vec<_> = named.iter().copied().chain(told).collect();
        let contacts = contact_rules::resolve_fit(cx, zone, &all, &named);
        let servers = delegation_rules::resolve(cx, zone, &self.name, &self.delegation);
        let (contacts, servers) = Failure::both(contacts, servers)?;
        let type_set = registrant_rules::check(cx, zone, &self.name, &contacts)?;

        let domain = self.registration(cx, zone, &servers)?;
        if cx.store.insert_domain(&domain, &contacts, &servers.hosts)? == Inserted::Taken {
            return Err(self.taken().into());
        }
        listed_hosts::link(cx, zone, &domain, &self.delegation)?;
        address_check::ask_linked(cx, zone, &contacts)?;
        let order = Order { zone, name: &self.name, what: Priced::Create, years: self.period().years() };
        let warning = charge(cx, cx.actor.id(), &order, domain.id.into())?;
        schedule(cx, zone, &domain)?;
        if let Some(days) = zone.referral_days {
            cx.store.remind(&Due::new(cx.now.plus_days(days.into()), Job::Referral, domain.id.into()))?;
        }
        cx.record(Self::NAME, domain.id.into(), self.name.as_str())?;
        if let Some(consent) = &self.consent {
            cx.store.put_consent(cx.operation, domain.id, consent)?;
        }

        let answer =
            Created { name: domain.name, created_at: domain.created_at, expires_at: domain.expires_at };
        let outcome = match zone.referral_days {
            Some(_) => Outcome::RegistrationReferred,
            None => Outcome::DomainCreated,
        };
        let ignored = match self.needless {
            Needless::Refused => Vec::new(),
            Needless::LeftOut => listed_hosts::ignored_glue(cx.policies, &self.delegation),
        };
        Ok(Done::new(outcome, answer).warned(type_set).warned(warning).warned(ignored))
    }
}

impl Create {
    fn period(&self) -> Period {
        self.period.unwrap_or(Period::YEAR)
    }

    fn taken(&self) -> Refusal {
        Refusal::new(Outcome::DomainTaken).at(Field::DomainName).value(&self.name)
    }

    fn check_policy(&self, zone: &Zone, house: &HouseRules) -> Result<(), Refusals> {
        let mut findings = Findings::new();
        findings.take(Field::DomainName, name_rules::check_label(zone, &self.name));
        findings.take(Field::Period, term_rules::check_period(self.period(), zone.term.create));
        let of_people = self.people.iter().map(|person| person.role);
        let roles: Vec<_> = self.contacts.iter().map(|(role, _)| *role).chain(of_people).collect();
        contact_rules::check_counts(zone, &roles, &mut findings);
        for role in Role::ALL {
            let handles: Vec<_> =
                self.contacts.iter().filter(|(held, _)| *held == role).map(|(_, handle)| handle).collect();
            check_unique(contact_rules::field_of(role), &handles, &mut findings);
        }
        people::check(zone, &self.people, &mut findings);
        delegation_rules::check_form(zone, house, &self.name, &self.delegation, &mut findings);
        delegation_rules::check_count(zone, &self.delegation, &mut findings);
        dnssec_rules::check_form(zone, &self.dnssec, &mut findings);
        dnssec_rules::check_count(zone, &self.dnssec, &mut findings);
        findings.take(Field::Authinfo, AuthInfo::parse(&self.authinfo, zone.shortest_authinfo));
        findings.end()
    }

    fn registration(&self, cx: &Writing<'_>, zone: &Zone, servers: &NameServers) -> Result<Domain, Failure> {
        let id = DomainId(cx.object_id());
        let grace = zone.grace.add_until(cx.now).map(|until| GracePeriod::Add { until });
        let mut statuses = self.choices.statuses();
        if zone.referral_days.is_some() {
            statuses.set(Status::PendingCreate, None);
        }
        Ok(Domain {
            id,
            name: self.name.clone(),
            zone: zone.name.clone(),
            sponsor: cx.actor.id(),
            creator: cx.actor.id(),
            created_at: cx.now,
            updater: None,
            updated_at: None,
            expires_at: term_rules::extend(cx.now, self.period(), zone.term.longest, cx.now)?,
            renewal: self.choices.renewal,
            time_out: None,
            transferred_at: None,
            statuses,
            authinfo: AuthInfo::to_keep(&self.authinfo).map(|authinfo| cx.digest(&authinfo, id.into())),
            nsset: servers.nsset,
            host_attributes: servers.attributes.clone(),
            dnssec: self.dnssec.clone(),
            grace: grace.into_iter().collect(),
            redemption: None,
        })
    }
}
