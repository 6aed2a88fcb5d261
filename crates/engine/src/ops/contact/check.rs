use outcomes::{Field, Operation as Name, Outcome};

use super::ownership::refuse_choice;
use crate::{
    Done, Glance, Glancing, Operation, Refusal, Refusals,
    model::{DomainName, Handle},
    ops::{
        availability::{Availability, answer_each, refuse_too_many},
        quarantine::why_barred,
        zones,
    },
    policy::Zone,
    ports::store::Kind,
};

/// Asks which handles are free (RFC 5733 section 3.1.1). Handles that cannot be read are answered as not free.
///
/// Changes, bills and notifies nothing. Checks, in this order: the zone, if one is named, and whether its clients choose
/// handles; how many; then each.
#[derive(Clone, Debug)]
pub struct Check {
    /// The handles, as asked for; each is answered in its place.
    pub handles: Vec<Result<Handle, Refusal>>,
    /// The zone whose rules hold, if any.
    pub zone: Option<DomainName>,
}

impl Operation for Check {
    type Answer = Vec<Availability>;
    const NAME: Name = Name::ContactCheck;
    const OUTCOMES: &'static [Outcome] = &[
        Outcome::ContactsChecked,
        Outcome::ZoneUnknown,
        Outcome::ContactsUnsupported,
        Outcome::HandleGenerated,
        Outcome::CheckTooMany,
    ];
}

impl Glance for Check {
    fn run(self, cx: &Glancing<'_>) -> Result<Done<Self::Answer>, Refusals> {
        let zone = self.zone.as_ref().map(|name| zones::with_contacts(cx.policies, name)).transpose()?;
        if let (Some(zone), Some(handle)) = (zone, self.handles.iter().flatten().next()) {
            refuse_choice(zone, handle)?;
        }
        refuse_too_many(self.handles.len(), cx)?;
        let why_taken = |handle: &Handle, held| why_taken(handle, held, zone.map(|zone| &**zone), cx);
        Ok(Done::new(Outcome::ContactsChecked, answer_each(self.handles, Kind::Contact, cx, why_taken)))
    }
}

fn why_taken(handle: &Handle, held: bool, zone: Option<&Zone>, cx: &Glancing<'_>) -> Option<Refusal> {
    if held {
        return Some(Refusal::new(Outcome::ContactTaken).at(Field::ContactId).value(handle));
    }
    let rests = cx.names.holds(Kind::FormerContact, handle.as_str());
    why_barred(&zone?.contact.barred, rests, Field::ContactId, handle.as_str())
}
