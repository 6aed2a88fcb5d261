use outcomes::{Field, Operation as Name, Outcome};

use crate::{
    Command, Done, Failure, Operation, Refusal, Writing,
    model::{DomainName, Event, Invitation, Protection, ProtectionNews},
    ops::notify::notify,
};

/// Accepts an invitation to another account's protection service, or declines it.
///
/// Changes: the invitation; one that is declined is gone. Bills nothing. Notifies: the account whose service it is.
///
/// Checks whether there is an invitation that was not answered.
#[derive(Clone, Debug)]
pub struct AnswerInvitation {
    /// The name.
    pub name: DomainName,
    /// Whether it is accepted.
    pub accept: bool,
}

impl Operation for AnswerInvitation {
    type Answer = ();
    const NAME: Name = Name::ProtectionAnswerInvitation;
    const OUTCOMES: &'static [Outcome] = &[Outcome::InvitationAnswered, Outcome::InvitationUnknown];

    fn object(&self) -> &str {
        self.name.as_str()
    }
}

impl Command for AnswerInvitation {
    fn run(&self, cx: &mut Writing<'_>) -> Result<Done<()>, Failure> {
        let (protection, invitation) = self.find(cx)?;
        if self.accept {
            cx.store.put_invitation(&Invitation { accepted: true, ..invitation })?;
        } else {
            cx.store.remove_invitation(protection.id, cx.actor.id())?;
        }
        let guest = cx.actor.account.clid.to_string();
        let news = ProtectionNews::InvitationAnswered { guest, accepted: self.accept };
        notify(cx, protection.account, Event::Protection { name: self.name.to_string(), news })?;
        cx.record(Self::NAME, protection.id.into(), self.name.as_str())?;
        Ok(Done::new(Outcome::InvitationAnswered, ()))
    }
}

impl AnswerInvitation {
    fn find(&self, cx: &Writing<'_>) -> Result<(Protection, Invitation), Failure> {
        let unknown = || Refusal::new(Outcome::InvitationUnknown).at(Field::DomainName).value(&self.name);
        let protection = cx.store.protection(&self.name)?.ok_or_else(unknown)?;
        let invitation = cx.store.invitation(protection.id, cx.actor.id())?;
        let open = invitation.filter(|invitation| !invitation.accepted);
        Ok((protection, open.ok_or_else(unknown)?))
    }
}
