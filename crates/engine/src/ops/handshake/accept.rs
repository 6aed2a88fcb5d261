use outcomes::{Field, Operation as Name, Outcome};

use super::{Answered, batch_of, find_own, hand_over, pass_on};
use crate::{
    Command, Done, Failure, Operation, Refusal, Writing,
    model::{Contact, Handle},
};

/// Takes what another registrar released, or what passes to a registrant of the actor.
///
/// Changes: the domains come to the actor, with their registrant if it has no other, otherwise with the one that is named
/// or a copy, or with the one to which they pass; the case is closed. Bills nothing. Notifies: the losing registrar.
///
/// Checks, in this order: whether the case is the actor's and open, whether the registrant that is named is the actor's.
/// Where it is settled to whom the domains pass, a registrant that is named is ignored with a warning.
#[derive(Clone, Debug)]
pub struct Accept {
    /// The number of the case, as the client writes it.
    pub case: String,
    /// Who shall hold the domains; without one their registrant does, or a copy of it.
    pub registrant: Option<Handle>,
}

impl Operation for Accept {
    type Answer = Answered;
    const NAME: Name = Name::HandshakeAccept;
    const OUTCOMES: &'static [Outcome] = &[
        Outcome::HandshakeAccepted,
        Outcome::CaseUnknown,
        Outcome::DomainContactUnknown,
        Outcome::CaseRegistrantIgnored,
    ];

    fn object(&self) -> &str {
        &self.case
    }
}

impl Command for Accept {
    fn run(&self, cx: &mut Writing<'_>) -> Result<Done<Answered>, Failure> {
        let case = find_own(cx, &self.case)?;
        let named = self.registrant.as_ref().filter(|_| case.heir.is_none());
        let registrant = named.map(|handle| own_registrant(cx, handle)).transpose()?;

        let batch = batch_of(cx, &case)?;
        let names = batch.names();
        cx.store.remove_handshake(case.id)?;
        match &case.heir {
            // That the losing registrar keeps its own registrant is no news for the gaining one.
            None => drop(hand_over(cx, batch, (case.losing, case.gaining), registrant, case.moves)?),
            Some(heir) => pass_on(cx, batch, heir, Some(case.id))?,
        }
        cx.record(Self::NAME, case.id.into(), &self.case)?;
        let is_ignored = self.registrant.is_some() && case.heir.is_some();
        let warning = is_ignored.then(|| Refusal::new(Outcome::CaseRegistrantIgnored));
        Ok(Done::new(Outcome::HandshakeAccepted, Answered { case: case.id, names }).warned(warning))
    }
}

fn own_registrant(cx: &Writing<'_>, handle: &Handle) -> Result<Contact, Failure> {
    let found = cx.store.contact(handle)?.filter(|contact| contact.sponsor == cx.actor.id());
    found
        .ok_or_else(|| Refusal::new(Outcome::DomainContactUnknown).at(Field::Registrant).value(handle).into())
}
