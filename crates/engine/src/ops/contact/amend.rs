use outcomes::{Field, Operation as Name, Outcome};

use super::postal_rules;
use crate::{
    Command, Done, Failure, Findings, Operation, Refusal, Writing,
    model::{Details, Email, Event, Handle, Postal},
    ops::{handshake::holder, notify::notify},
};

/// Changes what a registrant says of itself without its sponsor's doing: it told the registry so, or the registry found
/// out, and the operator writes it down.
///
/// Changes: the contact. Bills nothing. Notifies: the sponsor, if anything is new. Checks, in this order: whether the
/// contact exists, its addresses.
#[derive(Clone, Debug)]
pub struct Amend {
    /// The handle.
    pub handle: Handle,
    /// All that it says from now on.
    pub details: Details,
    /// On whose word.
    pub by: Email,
}

impl Operation for Amend {
    type Answer = ();
    const NAME: Name = Name::ContactAmend;
    const OUTCOMES: &'static [Outcome] = &[
        Outcome::RegistrantAmended,
        Outcome::ContactUnknown,
        Outcome::TextMissing,
        Outcome::PostalTwice,
        Outcome::PostalNotAscii,
    ];

    fn object(&self) -> &str {
        self.handle.as_str()
    }
}

impl Command for Amend {
    fn run(&self, cx: &mut Writing<'_>) -> Result<Done<()>, Failure> {
        let unknown = || Refusal::new(Outcome::ContactUnknown).at(Field::ContactId).value(&self.handle);
        let mut contact = cx.store.contact(&self.handle)?.ok_or_else(unknown)?;
        let mut findings = Findings::new();
        postal_rules::check(&self.details.postal, &mut findings);
        findings.end()?;

        let changed = changes(&contact.details, &self.details);
        contact.details = self.details.clone();
        cx.store.update_contact(&contact)?;
        cx.record(Self::NAME, contact.id.into(), self.handle.as_str())?;
        if !changed.is_empty() {
            let mut registrant = Box::new(holder(cx, &contact)?);
            registrant.updated = Some((self.by.to_string(), cx.now));
            let changed = changed.into_iter().map(|field| field.name().to_owned()).collect();
            notify(cx, contact.sponsor, Event::RegistrantChanged { registrant, changed })?;
        }
        Ok(Done::new(Outcome::RegistrantAmended, ()))
    }
}

/// What is new.
fn changes(before: &Details, after: &Details) -> Vec<Field> {
    let (was, is) = (&before.particulars, &after.particulars);
    let postal = |is_new: fn(&Postal, &Postal) -> bool| {
        let pair = before.main_postal().zip(after.main_postal());
        pair.is_some_and(|(before, after)| is_new(before, after))
    };
    let all = [
        (Field::ContactName, postal(|before, after| before.name != after.name)),
        (Field::ContactOrganisation, postal(|before, after| before.organisation != after.organisation)),
        (Field::ContactTradeName, was.trade_name != is.trade_name),
        (Field::ContactType, was.registrant_type != is.registrant_type),
        (Field::ContactCompanyNumber, was.company_number != is.company_number),
        (Field::ContactOptOut, was.opt_out != is.opt_out),
        (Field::ContactStreet, postal(|before, after| before.street != after.street)),
        (Field::ContactCity, postal(|before, after| before.city != after.city)),
        (Field::ContactProvince, postal(|before, after| before.province != after.province)),
        (Field::ContactPostalCode, postal(|before, after| before.postal_code != after.postal_code)),
        (Field::ContactCountry, postal(|before, after| before.country != after.country)),
        (Field::ContactVoice, before.voice != after.voice),
        (Field::ContactEmail, before.email != after.email),
    ];
    all.into_iter().filter(|(_, is_new)| *is_new).map(|(field, _)| field).collect()
}
