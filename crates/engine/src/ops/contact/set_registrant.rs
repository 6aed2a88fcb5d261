use outcomes::{Field, Operation as Name, Outcome};

use super::ownership;
use crate::{
    Command, Done, Failure, Fault, Operation, Refusal, Writing,
    model::{CompanyNumber, ContactId, Handle, Line, RegistrantType, Status},
    ops::access::require_free,
};

/// Changes what a contact says as a registrant: what only the registries of one country want to know, and who speaks for
/// it.
///
/// Changes: the contact; its persons, who stand without gaps. Bills and notifies nothing. Checks, in this order: whether
/// the contact exists, the sponsor, the statuses, whether it may opt out, whether the persons exist.
#[derive(Clone, Debug)]
pub struct SetRegistrant {
    /// The handle.
    pub handle: Handle,
    /// The new trading name; `Some(None)` removes it.
    pub trade_name: Option<Option<Line>>,
    /// The new type.
    pub registrant_type: Option<RegistrantType>,
    /// The new company number; `Some(None)` removes it.
    pub company_number: Option<Option<CompanyNumber>>,
    /// Whether it does not want to be published.
    pub opt_out: Option<bool>,
    /// Persons by kind (`admin` or `billing`) and place; `None` takes one away.
    pub persons: Vec<(&'static str, u8, Option<Handle>)>,
}

impl SetRegistrant {
    /// A change of nothing.
    pub fn of(handle: Handle) -> Self {
        Self {
            handle,
            trade_name: None,
            registrant_type: None,
            company_number: None,
            opt_out: None,
            persons: Vec::new(),
        }
    }

    /// Whether it changes nothing.
    pub fn is_empty(&self) -> bool {
        self.trade_name.is_none()
            && self.registrant_type.is_none()
            && self.company_number.is_none()
            && self.opt_out.is_none()
            && self.persons.is_empty()
    }
}

impl Operation for SetRegistrant {
    type Answer = ();
    const NAME: Name = Name::ContactUpdate;
    const OUTCOMES: &'static [Outcome] = &[
        Outcome::ContactUpdated,
        Outcome::ContactUnknown,
        Outcome::NotSponsor,
        Outcome::StatusProhibits,
        Outcome::OptOutLocked,
        Outcome::ContactMoved,
    ];

    fn object(&self) -> &str {
        self.handle.as_str()
    }
}

impl Command for SetRegistrant {
    fn run(&self, cx: &mut Writing<'_>) -> Result<Done<()>, Failure> {
        let mut contact = ownership::find_own(cx, &self.handle)?;
        require_free(&contact.statuses, Status::BARS_UPDATE, self.handle.as_str())?;
        let particulars = &mut contact.details.particulars;
        if self.opt_out == Some(true) && particulars.opt_out_locked {
            let refusal = Refusal::new(Outcome::OptOutLocked).at(Field::ContactOptOut).value(&self.handle);
            return Err(refusal.into());
        }
        if let Some(trade_name) = &self.trade_name {
            particulars.trade_name.clone_from(trade_name);
        }
        if let Some(number) = &self.company_number {
            particulars.company_number.clone_from(number);
        }
        particulars.registrant_type = self.registrant_type.or(particulars.registrant_type);
        particulars.opt_out = self.opt_out.unwrap_or(particulars.opt_out);
        let moved = self.place_persons(cx, contact.id)?;

        contact.touch(cx.actor.id(), cx.now);
        cx.store.update_contact(&contact)?;
        cx.record(Self::NAME, contact.id.into(), self.handle.as_str())?;
        Ok(Done::new(Outcome::ContactUpdated, ()).warned(moved))
    }
}

impl SetRegistrant {
    /// Answers a warning of each person that stands at another place in the end.
    fn place_persons(&self, cx: &Writing<'_>, holder: ContactId) -> Result<Vec<Refusal>, Failure> {
        if self.persons.is_empty() {
            return Ok(Vec::new());
        }
        for (kind, place, person) in &self.persons {
            match person {
                None => cx.store.remove_person(holder, kind, *place)?,
                Some(handle) => {
                    let person = ownership::find_own(cx, handle)?;
                    cx.store.put_person(holder, kind, *place, person.id)?;
                }
            }
        }
        Ok(close_gaps(cx, holder)?)
    }
}

/// Moves persons up to places that are empty. The first place for whoever looks after a registrant is its own.
fn close_gaps(cx: &Writing<'_>, holder: ContactId) -> Result<Vec<Refusal>, Fault> {
    let (mut admin, mut billing) = (2..=u8::MAX, 1..=u8::MAX);
    let mut moved = Vec::new();
    for (kind, place, person) in cx.store.persons(holder)? {
        let free = if kind == "billing" { billing.next() } else { admin.next() };
        let Some(free) = free.filter(|free| *free != place) else { continue };
        cx.store.remove_person(holder, &kind, place)?;
        cx.store.put_person(holder, &kind, free, person)?;
        let warning = Refusal::new(Outcome::ContactMoved).at(Field::ContactName).value(place);
        moved.push(warning.fact("final", free));
    }
    Ok(moved)
}
