use outcomes::{Field, Operation as Name, Outcome};

use super::{ownership, postal_rules};
use crate::{
    Command, Done, Failure, Findings, Glancing, Operation, Refusal, Refusals, Writing,
    model::{
        AuthInfo, Contact, Country, Disclosure, Email, Handle, Line, PersonName, Phone, Postal, PostalKind,
        Role, Secret,
    },
    ops::{
        StatusChange,
        access::require_updatable,
        domain::{note_holder_change, zone_of},
    },
};

/// Changes a contact (RFC 5733 section 3.2.5). All or nothing; what is not named stays.
///
/// Changes: the contact; how long its domains stay with their sponsor because their holder changed. Bills and notifies
/// nothing. Checks, in this order: whether anything is asked for and the request agrees with itself; whether the contact
/// exists, the sponsor, the statuses; then together the statuses to change, the resulting addresses and the authInfo;
/// whether its name may change, which that of a registrant may not where a zone wants it to stay.
#[derive(Clone, Debug)]
pub struct Update {
    /// The handle.
    pub handle: Handle,
    /// Statuses to add and remove.
    pub statuses: StatusChange,
    /// Addresses to change.
    pub postal: Vec<PostalChange>,
    /// The new telephone number; `Some(None)` removes it.
    pub voice: Option<Option<Phone>>,
    /// The new fax number; `Some(None)` removes it.
    pub fax: Option<Option<Phone>>,
    /// The new e-mail address.
    pub email: Option<Email>,
    /// The new wish about disclosure.
    pub disclosure: Option<Disclosure>,
    /// The new authInfo; an empty one removes it (RFC 9154).
    pub authinfo: Option<Secret>,
}

/// A change of one address. What is not named stays; an address of a kind that the contact does not have yet has to
/// be complete.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PostalChange {
    /// Which address.
    pub kind: PostalKind,
    /// The new name.
    pub name: Option<PersonName>,
    /// The new organisation; `Some(None)` removes it.
    pub organisation: Option<Option<Line>>,
    /// The new address lines, as a whole.
    pub address: Option<AddressChange>,
}

/// New address lines: they replace the old ones as a whole (`chgPostalInfoType` of RFC 5733).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AddressChange {
    /// Street lines, at most three.
    pub street: Vec<Line>,
    /// The city.
    pub city: Line,
    /// State or province.
    pub province: Option<Line>,
    /// The postal code.
    pub postal_code: Option<Line>,
    /// The country.
    pub country: Country,
}

impl Operation for Update {
    type Answer = ();
    const NAME: Name = Name::ContactUpdate;
    const OUTCOMES: &'static [Outcome] = &[
        Outcome::ContactUpdated,
        Outcome::UpdateEmpty,
        Outcome::NamedTwice,
        Outcome::AddedAndRemoved,
        Outcome::StatusNotSettable,
        Outcome::ContactUnknown,
        Outcome::NotSponsor,
        Outcome::StatusProhibits,
        Outcome::PendingTransferProhibits,
        Outcome::AlreadySet,
        Outcome::NotSet,
        Outcome::TextMissing,
        Outcome::PostalTwice,
        Outcome::PostalNotAscii,
        Outcome::AuthinfoWeak,
        Outcome::RegistrantNameFixed,
    ];

    fn object(&self) -> &str {
        self.handle.as_str()
    }
}

impl Command for Update {
    fn precheck(&self, _: &Glancing<'_>) -> Result<(), Refusals> {
        if self.is_empty() {
            return Err(Refusal::new(Outcome::UpdateEmpty).value(&self.handle).into());
        }
        let mut findings = Findings::new();
        self.statuses.check(StatusChange::ON_CONTACTS, &mut findings);
        for (index, change) in self.postal.iter().enumerate() {
            if self.postal[..index].iter().any(|earlier| earlier.kind == change.kind) {
                findings.add(
                    Refusal::new(Outcome::PostalTwice).at(Field::ContactPostal).value(change.kind.name()),
                );
            }
        }
        findings.end()
    }

    fn run(&self, cx: &mut Writing<'_>) -> Result<Done<()>, Failure> {
        let mut contact = ownership::find_own(cx, &self.handle)?;
        require_updatable(&contact.statuses, &self.statuses, self.handle.as_str())?;

        let before = contact.details.clone();
        let mut findings = Findings::new();
        self.statuses.apply(&mut contact.statuses, &mut findings);
        self.change_details(&mut contact, &mut findings);
        self.change_authinfo(cx, &mut contact, &mut findings);
        findings.end()?;
        if before.holder_name() != contact.details.holder_name() {
            require_free_name(cx, &contact)?;
        }

        contact.touch(cx.actor.id(), cx.now);
        cx.store.update_contact(&contact)?;
        note_holder_change(cx, &contact, &before)?;
        cx.record(Self::NAME, contact.id.into(), self.handle.as_str())?;
        if self.authinfo.is_some() {
            cx.reset_authinfo_guard(contact.id.into());
        }
        Ok(Done::new(Outcome::ContactUpdated, ()))
    }
}

impl Update {
    /// Whether it asks for nothing.
    pub fn is_empty(&self) -> bool {
        let numbers = self.voice.is_none() && self.fax.is_none() && self.email.is_none();
        numbers
            && self.statuses.is_empty()
            && self.postal.is_empty()
            && self.disclosure.is_none()
            && self.authinfo.is_none()
    }

    fn change_details(&self, contact: &mut Contact, findings: &mut Findings) {
        let details = &mut contact.details;
        for change in &self.postal {
            change.apply(&mut details.postal, findings);
        }
        postal_rules::check(&details.postal, findings);
        if let Some(voice) = &self.voice {
            details.voice.clone_from(voice);
        }
        if let Some(fax) = &self.fax {
            details.fax.clone_from(fax);
        }
        if let Some(email) = &self.email {
            details.email.clone_from(email);
        }
        if self.disclosure.is_some() {
            details.disclosure.clone_from(&self.disclosure);
        }
    }

    fn change_authinfo(&self, cx: &Writing<'_>, contact: &mut Contact, findings: &mut Findings) {
        let Some(secret) = &self.authinfo else { return };
        let shortest = cx.policies.house.shortest_authinfo;
        let parsed = findings.take(Field::Authinfo, AuthInfo::parse(secret, shortest));
        contact.authinfo = parsed.flatten().map(|authinfo| cx.digest(&authinfo, contact.id.into()));
    }
}

/// # Errors
/// `registrant_name_fixed` for the registrant of a domain whose zone wants it to stay.
fn require_free_name(cx: &Writing<'_>, contact: &Contact) -> Result<(), Failure> {
    for domain in cx.store.domains_with(contact.id, Role::Registrant)? {
        if zone_of(cx.policies, &domain)?.contact.registrant_stays {
            let refusal = Refusal::new(Outcome::RegistrantNameFixed).at(Field::ContactName);
            return Err(refusal.value(&contact.handle).into());
        }
    }
    Ok(())
}

impl PostalChange {
    fn apply(&self, postal: &mut Vec<Postal>, findings: &mut Findings) {
        match postal.iter_mut().find(|address| address.kind == self.kind) {
            Some(address) => self.change(address),
            None => match self.complete() {
                Ok(address) => postal.push(address),
                Err(refusal) => findings.add(refusal),
            },
        }
    }

    fn change(&self, postal: &mut Postal) {
        if let Some(name) = &self.name {
            postal.name = name.clone();
        }
        if let Some(organisation) = &self.organisation {
            postal.organisation.clone_from(organisation);
        }
        if let Some(address) = &self.address {
            let (name, organisation) = (postal.name.clone(), postal.organisation.clone());
            *postal = address.clone().with(self.kind, name, organisation);
        }
    }

    fn complete(&self) -> Result<Postal, Refusal> {
        let missing = |field| Refusal::new(Outcome::TextMissing).at(field);
        let name = self.name.clone().ok_or_else(|| missing(Field::ContactName))?;
        let address = self.address.clone().ok_or_else(|| missing(Field::ContactCity))?;
        Ok(address.with(self.kind, name, self.organisation.clone().flatten()))
    }
}

impl AddressChange {
    fn with(self, kind: PostalKind, name: PersonName, organisation: Option<Line>) -> Postal {
        let Self { street, city, province, postal_code, country } = self;
        Postal { kind, name, organisation, street, city, province, postal_code, country }
    }
}
