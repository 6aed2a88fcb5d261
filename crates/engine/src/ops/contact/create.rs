use outcomes::{Field, Operation as Name, Outcome};

use super::postal_rules;
use crate::{
    Command, Done, Failure, Findings, Glancing, Operation, Refusal, Refusals, Writing,
    model::{AuthInfo, Contact, ContactId, Details, Handle, Instant, Secret, Statuses},
    ports::store::{Inserted, Kind},
};

/// Creates a contact (RFC 5733 section 3.2.1).
///
/// Changes: the contact. Bills and notifies nothing. Checks, in this order: whether the handle is taken; then together
/// the addresses and the authInfo.
#[derive(Clone, Debug)]
pub struct Create {
    /// The handle.
    pub handle: Handle,
    /// Name, address and the like.
    pub details: Details,
    /// The authInfo; empty means none (RFC 9154).
    pub authinfo: Secret,
}

/// What was created.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Created {
    /// The handle.
    pub handle: Handle,
    /// When.
    pub created_at: Instant,
}

impl Operation for Create {
    type Answer = Created;
    const NAME: Name = Name::ContactCreate;
    const OUTCOMES: &'static [Outcome] = &[
        Outcome::ContactCreated,
        Outcome::ContactTaken,
        Outcome::TextMissing,
        Outcome::PostalTwice,
        Outcome::PostalNotAscii,
        Outcome::AuthinfoWeak,
    ];

    fn object(&self) -> &str {
        self.handle.as_str()
    }
}

impl Command for Create {
    fn precheck(&self, cx: &Glancing<'_>) -> Result<(), Refusals> {
        if cx.names.holds(Kind::Contact, self.handle.as_str()) {
            return Err(self.taken().into());
        }
        let mut findings = Findings::new();
        postal_rules::check(&self.details.postal, &mut findings);
        findings.take(Field::Authinfo, AuthInfo::parse(&self.authinfo, cx.policies.house.shortest_authinfo));
        findings.end()
    }

    fn run(&self, cx: &mut Writing<'_>) -> Result<Done<Created>, Failure> {
        let contact = self.contact(cx);
        if cx.store.insert_contact(&contact)? == Inserted::Taken {
            return Err(self.taken().into());
        }
        cx.record(Self::NAME, contact.id.into(), self.handle.as_str())?;
        Ok(Done::new(
            Outcome::ContactCreated,
            Created { handle: contact.handle, created_at: contact.created_at },
        ))
    }
}

impl Create {
    fn taken(&self) -> Refusal {
        Refusal::new(Outcome::ContactTaken).at(Field::ContactId).value(&self.handle)
    }

    fn contact(&self, cx: &Writing<'_>) -> Contact {
        let id = ContactId(cx.object_id());
        Contact {
            id,
            handle: self.handle.clone(),
            sponsor: cx.actor.id(),
            creator: cx.actor.id(),
            created_at: cx.now,
            updater: None,
            updated_at: None,
            transferred_at: None,
            statuses: Statuses::default(),
            authinfo: AuthInfo::to_keep(&self.authinfo).map(|authinfo| cx.digest(&authinfo, id.into())),
            details: self.details.clone(),
        }
    }
}
