use outcomes::{Field, Operation as Name, Outcome};

use super::ask;
use crate::{
    Command, Done, Failure, Operation, Refusal, Writing,
    model::{AddressCheck, DomainName},
    ops::{
        domain::{find_own, registrant_address, zone_of},
        letter,
    },
};

/// Has the registrant of a domain asked again to confirm its e-mail address; or for the first time, if no mail could be sent
/// then.
///
/// Changes: a letter with a new code is on its way; those in earlier ones are void. The address has to be confirmed by the
/// same day as before. Bills and notifies nothing.
///
/// Checks, in this order: whether the domain exists, the sponsor; whether the zone wants addresses to be confirmed and there
/// is a registrant; whether the address is confirmed; whether the last letter is old enough; whether letters can be sent.
#[derive(Clone, Debug)]
pub struct Resend {
    /// The name.
    pub name: DomainName,
}

impl Operation for Resend {
    type Answer = ();
    const NAME: Name = Name::AddressLetter;
    const OUTCOMES: &'static [Outcome] = &[
        Outcome::AddressLetterSent,
        Outcome::DomainUnknown,
        Outcome::NotSponsor,
        Outcome::AddressNotAsked,
        Outcome::AddressConfirmedBefore,
        Outcome::AddressLetterLately,
        Outcome::MailUnavailable,
    ];

    fn object(&self) -> &str {
        self.name.as_str()
    }
}

impl Command for Resend {
    fn run(&self, cx: &mut Writing<'_>) -> Result<Done<()>, Failure> {
        let domain = find_own(cx, &self.name)?;
        let zone = zone_of(cx.policies, &domain)?;
        let email = registrant_address(cx, &domain)?.filter(|_| ask::asks(zone));
        let email = email.ok_or_else(|| self.refused(Outcome::AddressNotAsked))?.canonical();
        let check = cx.store.address_check(cx.actor.id(), &email)?;
        if let Some(check) = &check {
            self.require_open(cx, check)?;
        }
        letter::require_mail(cx)?;
        match check {
            Some(check) => ask::again(cx, check)?,
            None => ask::begin(cx, zone, email)?,
        }
        cx.record(Self::NAME, domain.id.into(), self.name.as_str())?;
        Ok(Done::new(Outcome::AddressLetterSent, ()))
    }
}

impl Resend {
    /// # Errors
    /// `address_confirmed_before`, `address_letter_lately`.
    fn require_open(&self, cx: &Writing<'_>, check: &AddressCheck) -> Result<(), Refusal> {
        if !check.is_open() {
            return Err(self.refused(Outcome::AddressConfirmedBefore));
        }
        if letter::is_too_soon(cx, check.mailed_at) {
            let minutes = cx.policies.house.letter_pause_minutes;
            return Err(self.refused(Outcome::AddressLetterLately).fact("minutes", minutes));
        }
        Ok(())
    }

    fn refused(&self, outcome: Outcome) -> Refusal {
        Refusal::new(outcome).at(Field::DomainName).value(&self.name)
    }
}
