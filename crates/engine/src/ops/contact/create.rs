use outcomes::{Field, Operation as Name, Outcome};

use super::{ownership::refuse_choice, postal_rules, zone_rules};
use crate::{
    Command, Done, Failure, Fault, Findings, Glancing, Operation, Refusal, Refusals, Writing,
    model::{
        AuthInfo, Contact, ContactId, Details, DomainName, Handle, HandleForm, Instant, Secret, Statuses,
    },
    ops::{quarantine::why_barred, zones},
    policy::Zone,
    ports::store::{Inserted, Kind},
};

/// Creates a contact (RFC 5733 section 3.2.1).
///
/// Changes: the contact; nothing where the actor has one that says the same and that one will do. Bills and notifies
/// nothing.
///
/// Checks, in this order: the zone, if one is named, whether it takes new contacts and lets clients choose handles;
/// whether the handle can be had; then together the addresses, what the zone asks for, and the authInfo.
#[derive(Clone, Debug)]
pub struct Create {
    /// The handle; without one it is made.
    pub handle: Option<Handle>,
    /// The zone whose rules hold, if any.
    pub zone: Option<DomainName>,
    /// Name, address and the like.
    pub details: Details,
    /// The authInfo; empty means none (RFC 9154).
    pub authinfo: Secret,
    /// What a handle looks like that is made.
    pub form: HandleForm,
    /// Whether a contact of the actor that says the same will do, if no handle is chosen.
    pub reuse: bool,
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
        Outcome::ContactReused,
        Outcome::ZoneUnknown,
        Outcome::ContactsUnsupported,
        Outcome::ContactsClosed,
        Outcome::HandleGenerated,
        Outcome::ContactTaken,
        Outcome::HandleWithheld,
        Outcome::HandleBlocked,
        Outcome::HandleReserved,
        Outcome::HandleKept,
        Outcome::HandleQuarantined,
        Outcome::TextMissing,
        Outcome::PostalTwice,
        Outcome::PostalNotAscii,
        Outcome::ContactItemRefused,
        Outcome::CountryRefused,
        Outcome::PostalCodeMalformed,
        Outcome::IdentityTypeRefused,
        Outcome::AuthinfoWeak,
    ];

    fn object(&self) -> &str {
        self.handle.as_ref().map_or("", Handle::as_str)
    }
}

impl Command for Create {
    fn precheck(&self, cx: &Glancing<'_>) -> Result<(), Refusals> {
        let zone = self.zone.as_ref().map(|name| zones::with_contacts(cx.policies, name)).transpose()?;
        if let Some(zone) = zone {
            self.check_zone(zone)?;
        }
        if let Some(handle) = &self.handle {
            if cx.names.holds(Kind::Contact, handle.as_str()) {
                return Err(taken(handle).into());
            }
            let rests = cx.names.holds(Kind::FormerContact, handle.as_str());
            check_handle(zone.map(|zone| &**zone), handle, rests)?;
        }
        let mut findings = Findings::new();
        postal_rules::check(&self.details.postal, &mut findings);
        if let Some(zone) = zone {
            zone_rules::check(zone, &self.details, &mut findings);
        }
        findings.take(Field::Authinfo, AuthInfo::parse(&self.authinfo, cx.policies.house.shortest_authinfo));
        findings.end()
    }

    fn run(&self, cx: &mut Writing<'_>) -> Result<Done<Created>, Failure> {
        if let Some(same) = self.same(cx)? {
            let answer = Created { handle: same.handle, created_at: same.created_at };
            return Ok(Done::new(Outcome::ContactReused, answer));
        }
        let contact = match &self.handle {
            Some(handle) => self.insert_chosen(cx, handle)?,
            None => self.insert_generated(cx)?,
        };
        cx.record(Self::NAME, contact.id.into(), contact.handle.as_str())?;
        Ok(Done::new(
            Outcome::ContactCreated,
            Created { handle: contact.handle, created_at: contact.created_at },
        ))
    }
}

impl Create {
    fn check_zone(&self, zone: &Zone) -> Result<(), Refusal> {
        if !zone.contact.open {
            return Err(Refusal::new(Outcome::ContactsClosed).at(Field::Zone).fact("zone", &zone.name));
        }
        self.handle.as_ref().map_or(Ok(()), |handle| refuse_choice(zone, handle))
    }

    fn same(&self, cx: &Writing<'_>) -> Result<Option<Contact>, Fault> {
        let may_be_other = self.reuse && self.handle.is_none();
        if may_be_other { cx.store.same_contact(cx.actor.id(), &self.details) } else { Ok(None) }
    }

    fn insert_chosen(&self, cx: &Writing<'_>, handle: &Handle) -> Result<Contact, Failure> {
        if let Some(name) = &self.zone {
            let zone = zones::with_contacts(cx.policies, name)?;
            check_handle(Some(zone), handle, cx.store.in_quarantine(Kind::FormerContact, handle.as_str())?)?;
        }
        let contact = self.contact(cx, handle.clone());
        match cx.store.insert_contact(&contact)? {
            Inserted::Yes => Ok(contact),
            Inserted::Taken => Err(taken(handle).into()),
        }
    }

    /// One that is taken is drawn again; more than one in a row are a sign of broken randomness.
    fn insert_generated(&self, cx: &Writing<'_>) -> Result<Contact, Failure> {
        for _ in 0..DRAWS {
            let contact = self.contact(cx, Handle::generate(cx.entropy, self.form));
            if cx.store.insert_contact(&contact)? == Inserted::Yes {
                return Ok(contact);
            }
        }
        Err(Fault::internal(format!("{DRAWS} generated handles were taken")).into())
    }

    fn contact(&self, cx: &Writing<'_>, handle: Handle) -> Contact {
        let id = ContactId(cx.object_id());
        Contact {
            id,
            handle,
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

fn taken(handle: &Handle) -> Refusal {
    Refusal::new(Outcome::ContactTaken).at(Field::ContactId).value(handle)
}

fn check_handle(zone: Option<&Zone>, handle: &Handle, rests: bool) -> Result<(), Refusal> {
    let Some(zone) = zone else { return Ok(()) };
    why_barred(&zone.contact.barred, rests, Field::ContactId, handle.as_str()).map_or(Ok(()), Err)
}

const DRAWS: usize = 4;
