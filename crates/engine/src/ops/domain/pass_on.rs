use std::collections::HashMap;

use outcomes::{Field, Operation as Name, Outcome};

use super::{
    ownership,
    release::{check_waiting, waits_already},
};
use crate::{
    Command, Done, Failure, Fault, Operation, Refusal, Writing,
    model::{
        Contact, ContactId, Domain, DomainId, DomainLinks, DomainName, Due, Email, Event, Handle, Handshake,
        HandshakeCase, HandshakeId, Heir, Job, Role,
    },
    ops::{
        handshake::{Batch, holder, pass_on},
        notify::notify,
    },
    ports::store::Inserted,
};

/// Passes domains on to another registrant and its registrar, as the operator of the registry does on the word of the
/// one who held them.
///
/// Changes: the registrant of the domains and, where the new one has another registrar, the sponsor. If that registrar
/// wants to be asked about everything, a case is opened instead. Bills nothing. Notifies: the registrars; where there is
/// a case, the gaining one.
///
/// Checks, in this order: whether domains are named and exist, whether they have one registrant and one registrar, whether
/// one waits for an answer already, whether the new registrant exists, whether its registrar takes domains at all.
#[derive(Clone, Debug)]
pub struct PassOn {
    /// The domains; one at least.
    pub names: Vec<DomainName>,
    /// Who is to hold them.
    pub to: Handle,
    /// On whose word.
    pub by: Email,
}

impl Operation for PassOn {
    type Answer = ();
    const NAME: Name = Name::DomainPassOn;
    const OUTCOMES: &'static [Outcome] = &[
        Outcome::DomainsPassed,
        Outcome::PassingWaits,
        Outcome::DomainNameMissing,
        Outcome::DomainUnknown,
        Outcome::ContactNamesDiffer,
        Outcome::ContactUnknown,
        Outcome::TagDeclines,
        Outcome::ReleaseWaitsAlready,
    ];

    fn object(&self) -> &str {
        self.names.first().map_or("", DomainName::as_str)
    }
}

impl Command for PassOn {
    fn run(&self, cx: &mut Writing<'_>) -> Result<Done<()>, Failure> {
        let batch = self.batch(cx)?;
        let unknown = || Refusal::new(Outcome::ContactUnknown).at(Field::ContactId).value(&self.to);
        let heir = cx.store.contact(&self.to)?.ok_or_else(unknown)?;
        if self.asks(cx, &batch, &heir)? {
            return self.ask(cx, &batch, &heir);
        }
        pass_on(cx, batch, &self.heir(heir.id), None)?;
        Ok(Done::new(Outcome::DomainsPassed, ()))
    }
}

impl PassOn {
    fn heir(&self, contact: ContactId) -> Heir {
        Heir { contact, asked_by: self.by.clone() }
    }

    fn batch(&self, cx: &Writing<'_>) -> Result<Batch, Failure> {
        let domains = ownership::find_all(cx, &self.names)?;
        let registrant = registrant_of_all(cx, &domains)?;
        check_waiting(cx, &domains)?;
        Ok(Batch { domains, registrant })
    }

    /// Whether the registrar of the new registrant has to agree.
    fn asks(&self, cx: &Writing<'_>, batch: &Batch, heir: &Contact) -> Result<bool, Failure> {
        if batch.domains.iter().all(|domain| domain.sponsor == heir.sponsor) {
            return Ok(false);
        }
        match cx.store.tag(heir.sponsor)?.handshake {
            Handshake::Decline => {
                Err(Refusal::new(Outcome::TagDeclines).at(Field::Tag).value(cx.clid(heir.sponsor)?).into())
            }
            handshake => Ok(handshake == Handshake::Always),
        }
    }

    fn ask(&self, cx: &Writing<'_>, batch: &Batch, heir: &Contact) -> Result<Done<()>, Failure> {
        let zone = ownership::zone_of(cx.policies, &batch.domains[0])?;
        let days = zone.tags.clone().unwrap_or_default().handshake_days;
        let case = HandshakeCase {
            id: HandshakeId(cx.object_id()),
            losing: batch.domains[0].sponsor,
            gaining: heir.sponsor,
            registrant: batch.registrant.id,
            moves: false,
            opened_at: cx.now,
            lapses_at: cx.now.plus_days(days.into()),
            heir: Some(self.heir(heir.id)),
        };
        let domains: Vec<DomainId> = batch.domains.iter().map(|domain| domain.id).collect();
        if cx.store.insert_handshake(&case, &domains)? == Inserted::Taken {
            // The same domain was named twice.
            return Err(waits_already(&batch.domains[0].name).into());
        }
        cx.store.remind(&Due::new(case.lapses_at, Job::Handshake, case.id.into()))?;
        let event = Event::PassingAsked {
            case: case.id.to_string(),
            by: self.by.to_string(),
            names: batch.texts(),
            registrant: Box::new(holder(cx, heir)?),
        };
        notify(cx, heir.sponsor, event)?;
        cx.record(Self::NAME, case.id.into(), self.object())?;
        Ok(Done::new(Outcome::PassingWaits, ()))
    }
}

/// The registrant that domains of one registrar have in common.
///
/// # Errors
/// `domain_name_missing` where there is none, `contact_names_differ` at the first that differs.
fn registrant_of_all(cx: &Writing<'_>, domains: &[Domain]) -> Result<Contact, Failure> {
    let none = || Refusal::new(Outcome::DomainNameMissing).at(Field::DomainName);
    let first = domains.first().ok_or_else(none)?;
    let ids: Vec<DomainId> = domains.iter().map(|domain| domain.id).collect();
    let links = cx.store.links_of(&ids)?;
    let holders: HashMap<DomainId, ContactId> =
        links.iter().filter_map(|(id, links)| Some((*id, holder_in(links)?))).collect();

    let whose = |domain: &Domain| Some((domain.sponsor, *holders.get(&domain.id)?));
    let common = whose(first);
    if let Some(other) = domains.iter().find(|domain| common.is_none() || whose(domain) != common) {
        let refusal = Refusal::new(Outcome::ContactNamesDiffer).at(Field::DomainName);
        return Err(refusal.value(&other.name).into());
    }
    let registrant = common.map_or(Ok(None), |(_, holder)| cx.store.contact_by_id(holder))?;
    registrant.ok_or_else(|| Fault::internal("the registrant of a domain is missing").into())
}

fn holder_in(links: &DomainLinks) -> Option<ContactId> {
    links.contacts.iter().find(|contact| contact.role == Role::Registrant).map(|contact| contact.id)
}
