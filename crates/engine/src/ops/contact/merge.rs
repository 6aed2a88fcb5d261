use outcomes::{Operation as Name, Outcome};

use super::ownership;
use crate::{
    Command, Done, Failure, Operation, Writing,
    model::{Contact, DomainName, Event, Handle, Role, Status},
    ops::{
        access::{require_free, require_sponsor},
        domain::{change_registrant, find_own},
        handshake::holder,
        notify::notify,
    },
};

/// Makes one contact the registrant of all domains of others. Those others stay, without domains, for a while.
///
/// Changes: the domains' registrant. Bills nothing. Notifies: the sponsor.
///
/// Checks, in this order: whether the target, the sources and the domains exist, each with its sponsor and its statuses.
#[derive(Clone, Debug)]
pub struct Merge {
    /// Who gets the domains.
    pub target: Handle,
    /// Registrants whose domains it gets.
    pub sources: Vec<Handle>,
    /// Domains whose registrants are sources too.
    pub names: Vec<DomainName>,
}

impl Operation for Merge {
    type Answer = ();
    const NAME: Name = Name::ContactMerge;
    const OUTCOMES: &'static [Outcome] = &[
        Outcome::ContactsMerged,
        Outcome::ContactUnknown,
        Outcome::DomainUnknown,
        Outcome::NotSponsor,
        Outcome::StatusProhibits,
    ];

    fn object(&self) -> &str {
        self.target.as_str()
    }
}

impl Command for Merge {
    fn run(&self, cx: &mut Writing<'_>) -> Result<Done<()>, Failure> {
        let target = self.own(cx, &self.target)?;
        let mut sources = Vec::new();
        for handle in &self.sources {
            sources.push(self.own(cx, handle)?.id);
        }
        for name in &self.names {
            let domain = find_own(cx, name)?;
            let contacts = cx.store.domain_contacts(domain.id)?;
            let holders = contacts.iter().filter(|contact| contact.role == Role::Registrant);
            sources.extend(holders.map(|contact| contact.id));
        }
        sources.sort_unstable();
        sources.dedup();
        for source in sources.into_iter().filter(|source| *source != target.id) {
            for domain in cx.store.domains_with(source, Role::Registrant)? {
                require_sponsor(cx, domain.sponsor, domain.name.as_str())?;
                require_free(&domain.statuses, Status::BARS_UPDATE, domain.name.as_str())?;
                change_registrant(cx, &domain, target.id)?;
            }
        }
        cx.record(Self::NAME, target.id.into(), target.handle.as_str())?;
        notify(cx, cx.actor.id(), Event::ContactsMerged { registrant: Box::new(holder(cx, &target)?) })?;
        Ok(Done::new(Outcome::ContactsMerged, ()))
    }
}

impl Merge {
    fn own(&self, cx: &Writing<'_>, handle: &Handle) -> Result<Contact, Failure> {
        let contact = ownership::find_own(cx, handle)?;
        require_free(&contact.statuses, Status::BARS_UPDATE, handle.as_str())?;
        Ok(contact)
    }
}
