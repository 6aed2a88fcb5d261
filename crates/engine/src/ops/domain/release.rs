use std::sync::Arc;

use outcomes::{Field, Operation as Name, Outcome};

use super::{ownership, registrant_rules};
use crate::{
    Command, Done, Failure, Fault, Operation, Refusal, Writing,
    model::{
        Account, Contact, ContactId, Domain, DomainId, DomainName, Due, Event, Handle, Handshake,
        HandshakeCase, HandshakeId, Job, Role, Status,
    },
    ops::{
        access::{require_awake, require_free, require_sponsor},
        contact::note_former,
        handshake::{Batch, hand_over, holder},
        notify::notify,
        tag,
    },
    policy::{TagPolicy, Zone},
    ports::store::Inserted,
};

/// Gives a domain, or a registrant with all its domains, to another registrar. There is no way back but a release by that
/// one.
///
/// Where the zone has a tag for that, what is released to it has no registrar any more.
///
/// Changes: the sponsor of the domains and, where all of a registrant's domains go, of the registrant; otherwise the
/// domains get the registrant that is named, or a copy, as they do from a registrant that is the registrar itself. If
/// the gaining registrar wants to be asked, a case is opened instead. Bills nothing. Notifies: both registrars; where
/// there is a case, the gaining one.
///
/// Checks, in this order: whether what is released exists, the sponsor, whether the zone knows tags and is awake; the tag:
/// whether it is the registry's own, known, the actor's, barred, and takes releases at all; the statuses of the domains,
/// whether one waits for an answer already; whether the registrant that is named is the gaining registrar's.
#[derive(Clone, Debug)]
pub struct Release {
    /// What.
    pub what: Released,
    /// To whom, as the client writes it.
    pub tag: String,
    /// The registrant of the gaining registrar that shall hold the domain, if one is named.
    pub registrant: Option<ContactId>,
}

/// What is released.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Released {
    /// A domain.
    Domain(DomainName),
    /// A registrant with its domains.
    Registrant(Handle),
}

impl Operation for Release {
    type Answer = ();
    const NAME: Name = Name::DomainRelease;
    const OUTCOMES: &'static [Outcome] = &[
        Outcome::DomainReleased,
        Outcome::ReleaseWaits,
        Outcome::RegistrantCopied,
        Outcome::DomainUnknown,
        Outcome::ContactUnknown,
        Outcome::NotSponsor,
        Outcome::ZoneAsleep,
        Outcome::TagReserved,
        Outcome::TagUnknown,
        Outcome::TagIsOwn,
        Outcome::TagBarred,
        Outcome::TagDeclines,
        Outcome::StatusProhibits,
        Outcome::ReleaseWaitsAlready,
        Outcome::DomainContactUnknown,
    ];

    fn object(&self) -> &str {
        match &self.what {
            Released::Domain(name) => name.as_str(),
            Released::Registrant(handle) => handle.as_str(),
        }
    }
}

impl Command for Release {
    fn run(&self, cx: &mut Writing<'_>) -> Result<Done<()>, Failure> {
        let batch = self.batch(cx)?;
        let zones = self.zones(cx, &batch)?;
        let policy = self.policy(&zones)?;
        let (gaining, handshake) = self.gaining(cx, policy)?;
        for domain in &batch.domains {
            require_free(&domain.statuses, Status::BARS_TRANSFER, domain.name.as_str())?;
        }
        check_waiting(cx, &batch.domains)?;
        let named = self.named(cx, &gaining)?;

        let moves = matches!(self.what, Released::Registrant(_));
        let asks = handshake == Handshake::Always
            || handshake == Handshake::WithoutRegistrant && self.registrant.is_none();
        if asks {
            return self.ask(cx, &batch, &gaining, policy, moves);
        }
        let copied = hand_over(cx, batch, (cx.actor.id(), gaining.id), named, moves)?;
        Ok(Done::new(Outcome::DomainReleased, ()).warned(copied))
    }
}

impl Release {
    fn batch(&self, cx: &Writing<'_>) -> Result<Batch, Failure> {
        match &self.what {
            Released::Domain(name) => {
                let domain = ownership::find_own(cx, name)?;
                let registrant = registrant_of(cx, domain.id)?;
                Ok(Batch { domains: vec![domain], registrant })
            }
            Released::Registrant(handle) => {
                let unknown = || Refusal::new(Outcome::ContactUnknown).at(Field::ContactId).value(handle);
                let registrant = cx.store.contact(handle)?.ok_or_else(unknown)?;
                require_sponsor(cx, registrant.sponsor, handle.as_str())?;
                let mut domains = cx.store.domains_with(registrant.id, Role::Registrant)?;
                domains.retain(|domain| domain.sponsor == cx.actor.id());
                Ok(Batch { domains, registrant })
            }
        }
    }

    fn zones<'c>(&self, cx: &Writing<'c>, batch: &Batch) -> Result<Vec<&'c Arc<Zone>>, Failure> {
        let mut zones = Vec::new();
        for domain in &batch.domains {
            let zone = ownership::zone_of(cx.policies, domain)?;
            require_awake(cx, zone)?;
            zones.push(zone);
        }
        Ok(zones)
    }

    /// Of several zones the first decides: they are of one registry. Where there are no tags, none is known.
    fn policy<'z>(&self, zones: &[&'z Arc<Zone>]) -> Result<&'z TagPolicy, Failure> {
        let policy = zones.first().and_then(|zone| zone.tags.as_ref());
        policy.ok_or_else(|| self.refused(Outcome::TagUnknown).into())
    }

    fn gaining(&self, cx: &mut Writing<'_>, policy: &TagPolicy) -> Result<(Account, Handshake), Failure> {
        let gaining = tag::find(cx, policy, &self.tag)?;
        if gaining.id == cx.actor.id() {
            return Err(self.refused(Outcome::TagIsOwn).into());
        }
        let tag = cx.store.tag(gaining.id)?;
        match tag.handshake {
            _ if tag.barred => Err(self.refused(Outcome::TagBarred).into()),
            Handshake::Decline => Err(self.refused(Outcome::TagDeclines).into()),
            handshake => Ok((gaining, handshake)),
        }
    }

    fn refused(&self, outcome: Outcome) -> Refusal {
        Refusal::new(outcome).at(Field::Tag).value(&self.tag)
    }

    fn named(&self, cx: &Writing<'_>, gaining: &Account) -> Result<Option<Contact>, Failure> {
        let Some(id) = self.registrant else { return Ok(None) };
        match cx.store.contact_by_id(id)?.filter(|contact| contact.sponsor == gaining.id) {
            Some(contact) => Ok(Some(contact)),
            None => Err(Refusal::new(Outcome::DomainContactUnknown).at(Field::Registrant).value(id.0).into()),
        }
    }

    fn ask(
        &self,
        cx: &Writing<'_>,
        batch: &Batch,
        gaining: &Account,
        policy: &TagPolicy,
        moves: bool,
    ) -> Result<Done<()>, Failure> {
        let case = HandshakeCase {
            id: HandshakeId(cx.object_id()),
            losing: cx.actor.id(),
            gaining: gaining.id,
            registrant: batch.registrant.id,
            moves,
            opened_at: cx.now,
            lapses_at: cx.now.plus_days(policy.handshake_days.into()),
            heir: None,
        };
        let domains: Vec<DomainId> = batch.domains.iter().map(|domain| domain.id).collect();
        if cx.store.insert_handshake(&case, &domains)? == Inserted::Taken {
            return Err(Refusal::new(Outcome::ReleaseWaitsAlready).value(self.object()).into());
        }
        cx.store.remind(&Due::new(case.lapses_at, Job::Handshake, case.id.into()))?;
        let (from, registrant) =
            (cx.actor.account.clid.to_string(), Box::new(holder(cx, &batch.registrant)?));
        let event = Event::ReleaseAsked { case: case.id.to_string(), from, names: batch.texts(), registrant };
        notify(cx, gaining.id, event)?;
        cx.record(Self::NAME, case.id.into(), self.object())?;
        let told = Refusal::new(Outcome::ReleaseWaits).value(self.object()).fact("tag", &self.tag);
        Ok(Done::new(Outcome::ReleaseWaits, ()).warned(Some(told)))
    }
}

/// # Errors
/// `release_waits_already`, of the first that waits for an answer.
pub(super) fn check_waiting(cx: &Writing<'_>, domains: &[Domain]) -> Result<(), Failure> {
    let ids: Vec<DomainId> = domains.iter().map(|domain| domain.id).collect();
    let waiting = cx.store.waiting_domains(&ids)?;
    match domains.iter().find(|domain| waiting.contains(&domain.id)) {
        Some(domain) => Err(waits_already(&domain.name).into()),
        None => Ok(()),
    }
}

pub(super) fn waits_already(name: &DomainName) -> Refusal {
    Refusal::new(Outcome::ReleaseWaitsAlready).at(Field::DomainName).value(name)
}

fn registrant_of(cx: &Writing<'_>, domain: DomainId) -> Result<Contact, Failure> {
    // Zones that know tags want a registrant.
    registrant_rules::registrant_of(cx, domain)?
        .ok_or_else(|| Fault::internal("a domain of a tag has no registrant").into())
}

/// Gives a domain another registrant.
///
/// # Errors
/// A fault of the store.
pub(in crate::ops) fn change_registrant(
    cx: &Writing<'_>,
    domain: &Domain,
    registrant: ContactId,
) -> Result<(), Fault> {
    let before = cx.store.domain_contacts(domain.id)?;
    let before = before.iter().filter(|contact| contact.role == Role::Registrant);
    let before: Vec<_> = before.map(|contact| (contact.role, contact.id)).collect();
    cx.store.unlink_contacts(domain.id, &before)?;
    cx.store.link_contacts(domain.id, &[(Role::Registrant, registrant)])?;
    let zone = ownership::zone_of(cx.policies, domain)?;
    note_former(cx, zone, &before)
}
