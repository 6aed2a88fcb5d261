use outcomes::{Field, Operation as Name, Outcome};

use super::duplicate::duplicate;
use crate::{
    Command, Done, Failure, Operation, Refusal, Writing,
    model::{Contact, DomainName, Handle, Role, Status},
    ops::{
        access::require_free,
        domain::{change_registrant, find_own},
    },
};

/// Gives some of a registrant's domains a registrant of their own, which is a copy.
///
/// Changes: the new contact; the domains' registrant. Bills and notifies nothing.
///
/// Checks, in this order: whether the domains exist, their sponsor, their statuses; whether they have one registrant, and
/// the one that is named; whether the new handle is taken.
#[derive(Clone, Debug)]
pub struct Fork {
    /// The registrant of all the domains, if it is named.
    pub registrant: Option<Handle>,
    /// The handle of the copy; without one it is made.
    pub handle: Option<Handle>,
    /// The domains; one at least.
    pub names: Vec<DomainName>,
}

impl Operation for Fork {
    type Answer = Contact;
    const NAME: Name = Name::ContactFork;
    const OUTCOMES: &'static [Outcome] = &[
        Outcome::ContactForked,
        Outcome::DomainNameMissing,
        Outcome::DomainUnknown,
        Outcome::NotSponsor,
        Outcome::StatusProhibits,
        Outcome::ContactNamesDiffer,
        Outcome::ContactTaken,
    ];

    fn object(&self) -> &str {
        self.registrant.as_ref().map_or("", Handle::as_str)
    }
}

impl Command for Fork {
    fn run(&self, cx: &mut Writing<'_>) -> Result<Done<Contact>, Failure> {
        let (mut domains, mut source): (Vec<_>, Option<Contact>) = (Vec::new(), None);
        for name in &self.names {
            let domain = find_own(cx, name)?;
            require_free(&domain.statuses, Status::BARS_UPDATE, name.as_str())?;
            let contacts = cx.store.domain_contacts(domain.id)?;
            let linked = contacts.iter().find(|contact| contact.role == Role::Registrant);
            let holder = linked.map_or(Ok(None), |linked| cx.store.contact_by_id(linked.id))?;
            source = Some(self.agree(name, source.as_ref(), holder)?);
            domains.push(domain);
        }
        let source = source.ok_or_else(|| Refusal::new(Outcome::DomainNameMissing).at(Field::DomainName))?;

        let made = duplicate(cx, &source, cx.actor.id(), self.handle.as_ref())?;
        for domain in &domains {
            change_registrant(cx, domain, made.id)?;
        }
        cx.record(Self::NAME, made.id.into(), made.handle.as_str())?;
        Ok(Done::new(Outcome::ContactForked, made))
    }
}

impl Fork {
    /// The registrant that all domains have in common.
    fn agree(
        &self,
        name: &DomainName,
        source: Option<&Contact>,
        holder: Option<Contact>,
    ) -> Result<Contact, Refusal> {
        let is_common = |holder: &Contact| {
            let is_named = self.registrant.as_ref().is_none_or(|named| *named == holder.handle);
            is_named && source.is_none_or(|source| source.id == holder.id)
        };
        let differs = || Refusal::new(Outcome::ContactNamesDiffer).at(Field::DomainName).value(name);
        holder.filter(is_common).ok_or_else(differs)
    }
}
