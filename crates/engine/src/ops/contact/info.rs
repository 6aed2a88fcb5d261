use outcomes::{Operation as Name, Outcome};

use super::ownership;
use crate::{
    Done, Failure, Operation, Query, Reading,
    model::{AuthInfo, Clid, Contact, Handle, Status, StatusNote, Statuses},
    ops::access::require_sponsor,
};

/// Shows a contact to its sponsor, or to whoever presents its authInfo (RFC 5733 section 3.1.2).
///
/// The authInfo itself is never shown (RFC 9154 section 4.3). Changes, bills and notifies nothing. Checks, in this
/// order: whether it exists, then the authInfo if one is presented, otherwise the sponsor.
#[derive(Clone, Debug)]
pub struct Info {
    /// The handle.
    pub handle: Handle,
    /// The authInfo, if the client presents one; an empty one counts as none.
    pub proof: Option<AuthInfo>,
}

/// A contact as it is shown.
#[derive(Clone, Debug)]
pub struct ContactView {
    /// The contact itself.
    pub contact: Contact,
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
        let contact = ownership::find(cx, &self.handle)?;
        match self.proof.as_ref().filter(|proof| !proof.is_empty()) {
            Some(proof) => {
                cx.prove(proof, contact.authinfo.as_ref(), contact.id.into(), self.handle.as_str())?
            }
            None => require_sponsor(cx, contact.sponsor, self.handle.as_str())?,
        }

        let view = ContactView {
            statuses: shown_statuses(&contact.statuses, cx.store.contact_is_linked(contact.id)?),
            sponsor: cx.clid(contact.sponsor)?,
            creator: cx.clid(contact.creator)?,
            updater: contact.updater.map(|id| cx.clid(id)).transpose()?,
            contact,
        };
        Ok(Done::new(Outcome::ContactFound, view))
    }
}

/// The stored statuses of a contact or host, with `linked` if a domain uses it and `ok` where nothing else is to
/// report; the two may stand together (RFC 5733 section 2.2).
pub(in crate::ops) fn shown_statuses(stored: &Statuses, linked: bool) -> Vec<(Status, Option<StatusNote>)> {
    let mut list: Vec<_> = stored.iter().map(|status| (status, stored.note(status).cloned())).collect();
    if list.is_empty() {
        list.push((Status::Ok, None));
    }
    list.extend(linked.then_some((Status::Linked, None)));
    list
}
