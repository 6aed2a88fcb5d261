use outcomes::{Operation as Name, Outcome};

use super::ownership;
use crate::{
    Command, Context, Done, Failure, Operation, Query, Reading, Writing,
    model::{AuthInfo, Clid, Contact, ContactItem, DomainName, Handle, Status, StatusNote, Statuses},
    ops::{access::require_sponsor, zones},
    ports::store::Snapshot,
};

/// Shows a contact (RFC 5733 section 3.1.2).
///
/// Its sponsor, whoever presents its authInfo, and each account that did so before, sees everything. Others are refused
/// unless a zone is named: then they see it without what it hides. The authInfo itself is never shown (RFC 9154 section
/// 4.3).
///
/// It is a query. As a command it does the same and remembers besides that the account presented the right authInfo.
///
/// Changes: as a command, the contact is opened to the account. Bills and notifies nothing. Checks, in this order: the
/// zone, whether the contact exists, then the authInfo if one is presented, otherwise the sponsor.
#[derive(Clone, Debug)]
pub struct Info {
    /// The handle.
    pub handle: Handle,
    /// The zone whose rules hold, if any.
    pub zone: Option<DomainName>,
    /// The authInfo, if the client presents one; an empty one counts as none.
    pub proof: Option<AuthInfo>,
}

/// A contact as it is shown.
#[derive(Clone, Debug)]
pub struct ContactView {
    /// The contact itself.
    pub contact: Contact,
    /// What of it the viewer must not see.
    pub hidden: Vec<ContactItem>,
    /// Statuses with their notes, the computed ones among them.
    pub statuses: Vec<(Status, Option<StatusNote>)>,
    /// The sponsor's identifier.
    pub sponsor: Clid,
    /// The creator's identifier.
    pub creator: Clid,
    /// The last changer's identifier.
    pub updater: Option<Clid>,
}

impl Operation for Info {
    type Answer = ContactView;
    const NAME: Name = Name::ContactInfo;
    const OUTCOMES: &'static [Outcome] = &[
        Outcome::ContactFound,
        Outcome::ZoneUnknown,
        Outcome::ContactsUnsupported,
        Outcome::ContactUnknown,
        Outcome::NotSponsor,
        Outcome::AuthinfoWrong,
        Outcome::AuthinfoLocked,
    ];

    fn object(&self) -> &str {
        self.handle.as_str()
    }
}

impl Query for Info {
    fn run(&self, cx: &mut Reading<'_>) -> Result<Done<ContactView>, Failure> {
        self.show(cx)
    }
}

impl Command for Info {
    fn run(&self, cx: &mut Writing<'_>) -> Result<Done<ContactView>, Failure> {
        let shown = self.show(cx)?;
        let contact = &shown.answer.contact;
        if self.proof().is_some() && !ownership::is_open(cx, contact)? {
            cx.store.open_contact(contact.id, cx.actor.id())?;
            cx.record(Self::NAME, contact.id.into(), self.handle.as_str())?;
        }
        Ok(shown)
    }
}

impl Info {
    fn proof(&self) -> Option<&AuthInfo> {
        self.proof.as_ref().filter(|proof| !proof.is_empty())
    }

    fn show<S: Snapshot + ?Sized>(&self, cx: &Context<'_, S>) -> Result<Done<ContactView>, Failure> {
        if let Some(zone) = &self.zone {
            zones::with_contacts(cx.policies, zone)?;
        }
        let contact = ownership::find(cx, &self.handle)?;
        let sees_all = self.authorise(cx, &contact)?;
        let view = ContactView {
            hidden: if sees_all { Vec::new() } else { contact.details.hidden() },
            statuses: shown_statuses(&contact.statuses, cx.store.contact_is_linked(contact.id)?),
            sponsor: cx.clid(contact.sponsor)?,
            creator: cx.clid(contact.creator)?,
            updater: contact.updater.map(|id| cx.clid(id)).transpose()?,
            contact,
        };
        Ok(Done::new(Outcome::ContactFound, view))
    }

    /// Whether the actor sees everything.
    fn authorise<S: Snapshot + ?Sized>(
        &self,
        cx: &Context<'_, S>,
        contact: &Contact,
    ) -> Result<bool, Failure> {
        if let Some(proof) = self.proof() {
            cx.prove(proof, contact.authinfo.as_ref(), contact.id.into(), self.handle.as_str())?;
            return Ok(true);
        }
        let sees_all = ownership::is_open(cx, contact)?;
        if !sees_all && self.zone.is_none() {
            require_sponsor(cx, contact.sponsor, self.handle.as_str())?;
        }
        Ok(sees_all)
    }
}

/// The stored statuses of a contact, host or set of name servers, with `linked` if something uses it and `ok` where
/// nothing else is to report; the two may stand together (RFC 5733 section 2.2).
pub(in crate::ops) fn shown_statuses(stored: &Statuses, linked: bool) -> Vec<(Status, Option<StatusNote>)> {
    let mut list: Vec<_> = stored.iter().map(|status| (status, stored.note(status).cloned())).collect();
    if list.is_empty() {
        list.push((Status::Ok, None));
    }
    list.extend(linked.then_some((Status::Linked, None)));
    list
}
