use outcomes::{Field, Operation as Name, Outcome};

use super::ownership;
use crate::{
    Command, Done, Failure, Operation, Refusal, Writing,
    model::{Clid, DomainName, Event, Invitation, ProtectionNews},
    ops::notify::notify,
};

/// Invites another account to a protection service: once it accepted, it can look at it and purge it.
///
/// Changes: the invitation. Bills nothing. Notifies: the invited account.
///
/// Checks, in this order: whether there is such a service of the actor's own; whether the other account exists; whether
/// it has the service already. One that was invited before and did not answer is invited again.
#[derive(Clone, Debug)]
pub struct Invite {
    /// The name.
    pub name: DomainName,
    /// Who is invited.
    pub guest: Clid,
}

impl Operation for Invite {
    type Answer = ();
    const NAME: Name = Name::ProtectionInvite;
    const OUTCOMES: &'static [Outcome] = &[
        Outcome::InvitationSent,
        Outcome::ProtectionUnknown,
        Outcome::ProtectionNotOwn,
        Outcome::AccountUnknown,
        Outcome::InvitationNeedless,
    ];

    fn object(&self) -> &str {
        self.name.as_str()
    }
}

impl Command for Invite {
    fn run(&self, cx: &mut Writing<'_>) -> Result<Done<()>, Failure> {
        let protection = ownership::find_own(cx, &self.name)?;
        let refused = |outcome| Refusal::new(outcome).at(Field::AccountId).value(&self.guest);
        let guest = cx.store.account_by_clid(&self.guest)?;
        let guest = guest.ok_or_else(|| refused(Outcome::AccountUnknown))?.id;
        let earlier = cx.store.invitation(protection.id, guest)?;
        if guest == protection.account || earlier.is_some_and(|invitation| invitation.accepted) {
            return Err(refused(Outcome::InvitationNeedless).into());
        }
        let invitation = Invitation { protection: protection.id, guest, at: cx.now, accepted: false };
        cx.store.put_invitation(&invitation)?;
        let host = cx.clid(protection.account)?.to_string();
        let news = ProtectionNews::Invitation { host };
        notify(cx, guest, Event::Protection { name: self.name.to_string(), news })?;
        cx.record(Self::NAME, protection.id.into(), self.name.as_str())?;
        Ok(Done::new(Outcome::InvitationSent, ()))
    }
}
