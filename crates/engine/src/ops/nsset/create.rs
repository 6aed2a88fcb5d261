use outcomes::{Field, Operation as Name, Outcome};

use super::{contact_rules, server_rules};
use crate::{
    Command, Done, Failure, Findings, Glancing, Operation, Refusal, Refusals, Writing,
    model::{
        AuthInfo, DomainName, Handle, HostAttribute, Instant, Nsset, NssetId, NssetName, Secret, Statuses,
    },
    ops::{quarantine::why_barred, zones},
    policy::{NssetPolicy, Zone},
    ports::store::{Inserted, Kind},
};

/// Creates a set of name servers.
///
/// Changes: the set with its links to contacts. Bills and notifies nothing.
///
/// Checks, in this order: the zone and whether it takes new sets; whether the name can be had; then together the servers,
/// the contacts and the authInfo; whether the contacts exist.
#[derive(Clone, Debug)]
pub struct Create {
    /// The zone whose rules hold.
    pub zone: DomainName,
    /// The name.
    pub name: NssetName,
    /// The servers.
    pub servers: Vec<HostAttribute>,
    /// The technical contacts.
    pub contacts: Vec<Handle>,
    /// The authInfo; empty means none.
    pub authinfo: Secret,
}

/// What was created.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Created {
    /// The name.
    pub name: NssetName,
    /// When.
    pub created_at: Instant,
}

impl Operation for Create {
    type Answer = Created;
    const NAME: Name = Name::NssetCreate;
    const OUTCOMES: &'static [Outcome] = &[
        Outcome::NssetCreated,
        Outcome::ZoneUnknown,
        Outcome::NssetsUnsupported,
        Outcome::NssetsClosed,
        Outcome::NssetTaken,
        Outcome::HandleWithheld,
        Outcome::HandleBlocked,
        Outcome::HandleReserved,
        Outcome::HandleKept,
        Outcome::HandleQuarantined,
        Outcome::NamedTwice,
        Outcome::HostAddressesTooMany,
        Outcome::GlueRefused,
        Outcome::NameServersTooFew,
        Outcome::NameServersTooMany,
        Outcome::NssetContactsRefused,
        Outcome::AuthinfoWeak,
        Outcome::ContactUnknown,
    ];

    fn object(&self) -> &str {
        self.name.as_str()
    }
}

impl Command for Create {
    fn precheck(&self, cx: &Glancing<'_>) -> Result<(), Refusals> {
        let (zone, rules) = zones::with_nssets(cx.policies, &self.zone)?;
        if !rules.open {
            return Err(Refusal::new(Outcome::NssetsClosed).at(Field::Zone).fact("zone", &zone.name).into());
        }
        if cx.names.holds(Kind::Nsset, self.name.as_str()) {
            return Err(self.taken().into());
        }
        self.check_name(rules, cx.names.holds(Kind::FormerNsset, self.name.as_str()))?;
        self.check_content(cx, zone, rules)
    }

    fn run(&self, cx: &mut Writing<'_>) -> Result<Done<Created>, Failure> {
        let (_, rules) = zones::with_nssets(cx.policies, &self.zone)?;
        self.check_name(rules, cx.store.in_quarantine(Kind::FormerNsset, self.name.as_str())?)?;
        let nsset = self.nsset(cx)?;
        if cx.store.insert_nsset(&nsset)? == Inserted::Taken {
            return Err(self.taken().into());
        }
        cx.record(Self::NAME, nsset.id.into(), self.name.as_str())?;
        Ok(Done::new(Outcome::NssetCreated, Created { name: nsset.name, created_at: nsset.created_at }))
    }
}

impl Create {
    fn taken(&self) -> Refusal {
        Refusal::new(Outcome::NssetTaken).at(Field::NssetName).value(&self.name)
    }

    fn check_name(&self, rules: &NssetPolicy, rests: bool) -> Result<(), Refusal> {
        why_barred(&rules.barred, rests, Field::NssetName, self.name.as_str()).map_or(Ok(()), Err)
    }

    fn check_content(&self, cx: &Glancing<'_>, zone: &Zone, rules: &NssetPolicy) -> Result<(), Refusals> {
        let mut findings = Findings::new();
        server_rules::check(cx.policies, zone, rules, &self.servers, &mut findings);
        contact_rules::check(zone, rules, &self.contacts, &mut findings);
        findings.take(Field::Authinfo, AuthInfo::parse(&self.authinfo, zone.shortest_authinfo));
        findings.end()
    }

    fn nsset(&self, cx: &Writing<'_>) -> Result<Nsset, Failure> {
        let id = NssetId(cx.object_id());
        Ok(Nsset {
            id,
            name: self.name.clone(),
            sponsor: cx.actor.id(),
            creator: cx.actor.id(),
            created_at: cx.now,
            updater: None,
            updated_at: None,
            transferred_at: None,
            statuses: Statuses::default(),
            authinfo: AuthInfo::to_keep(&self.authinfo).map(|authinfo| cx.digest(&authinfo, id.into())),
            contacts: contact_rules::resolve(cx, &self.contacts)?,
            servers: self.servers.clone(),
        })
    }
}
