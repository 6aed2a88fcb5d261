use outcomes::{Field, Operation as Name, Outcome};

use super::{ownership, send_authinfo::registrant_address};
use crate::{
    Command, Done, Failure, Operation, Refusal, Writing,
    model::{DomainName, Email, Transfer},
    ops::{letter, transfers},
};

/// Has the registrant of a domain told by letter that the actor has asked for it, until when that waits, and what to do
/// about it: whether it changes hands is decided by its sponsor or the server all the same.
///
/// Changes: a letter to the registrant's e-mail address is on its way. Bills and notifies nothing.
///
/// Checks, in this order: whether the domain exists, whether a transfer is pending, whether the actor is the gaining
/// sponsor; whether there is a registrant; whether the last letter is old enough; whether letters can be sent.
#[derive(Clone, Debug)]
pub struct TransferLetter {
    /// The name.
    pub name: DomainName,
}

impl Operation for TransferLetter {
    type Answer = ();
    const NAME: Name = Name::DomainTransferLetter;
    const OUTCOMES: &'static [Outcome] = &[
        Outcome::TransferLetterSent,
        Outcome::DomainUnknown,
        Outcome::TransferNotPending,
        Outcome::NotTransferParty,
        Outcome::TransferLetterImpossible,
        Outcome::TransferLetterLately,
        Outcome::MailUnavailable,
    ];

    fn object(&self) -> &str {
        self.name.as_str()
    }
}

impl Command for TransferLetter {
    fn run(&self, cx: &mut Writing<'_>) -> Result<Done<()>, Failure> {
        let domain = ownership::find(cx, &self.name)?;
        let object = domain.id.into();
        let transfer = transfers::pending(cx, object, self.name.as_str(), transfers::Side::Gaining)?;
        let to = registrant_address(cx, &domain)?;
        let to = to.ok_or_else(|| self.refused(Outcome::TransferLetterImpossible))?;
        letter::require_pause(cx, (Self::NAME, object), self.refused(Outcome::TransferLetterLately))?;
        letter::require_mail(cx)?;
        self.post(cx, &to, &transfer)?;
        cx.record(Self::NAME, object, self.name.as_str())?;
        Ok(Done::new(Outcome::TransferLetterSent, ()))
    }
}

impl TransferLetter {
    fn refused(&self, outcome: Outcome) -> Refusal {
        Refusal::new(outcome).at(Field::DomainName).value(&self.name)
    }

    fn post(&self, cx: &Writing<'_>, to: &Email, transfer: &Transfer) -> Result<(), Failure> {
        let Self { name } = self;
        let text = format!(
            "{} has asked for the domain {name} on {}. Its present registrar can answer until {}.\n\nIf you agree, there \
             is nothing to do. If you do not, tell the registrar that looks after the domain now: it can refuse.\n",
            cx.actor.account.clid, transfer.requested_at, transfer.acts_at,
        );
        Ok(letter::post(cx, to, format!("Transfer of domain {name}"), text)?)
    }
}
