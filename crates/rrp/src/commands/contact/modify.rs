//! `ModifyContact`: what is named changes, the rest stays. An empty value takes away what a contact need not have.

use engine::Field;
use engine::model::{Contact, Country, Email, Handle, Line, PersonName, Phone, Postal, Secret, Status};
use engine::ops::StatusChange;
use engine::ops::contact::{AddressChange, Info, PostalChange, Update};

use super::data::{self, line, phone};
use crate::answer::{Ended, Reply};
use crate::call::Call;
use crate::params::Params;

/// What is named. The outer `None` means that it stays, the inner that it goes.
struct Changes {
    handle: Handle,
    name: Option<PersonName>,
    organisation: Option<Option<Line>>,
    street: Option<Vec<Line>>,
    city: Option<Line>,
    province: Option<Option<Line>>,
    postal_code: Option<Option<Line>>,
    country: Option<Country>,
    voice: Option<Option<Phone>>,
    fax: Option<Option<Phone>>,
    email: Option<Email>,
    authinfo: Option<Secret>,
    may_be_deleted: Option<bool>,
}

pub(in crate::commands) async fn run(call: &Call<'_>, mut params: Params) -> Ended {
    let changes = read(&mut params);
    let changes = params.finish(changes)?;
    let shown = changes.handle.to_string();
    let info = Info { handle: changes.handle.clone(), zone: None, proof: None };
    let before = call.query(info).await?.answer.contact;
    call.command(changes.applied(&before)).await.map(|done| Reply::about(done, "contact", shown))
}

fn read(params: &mut Params) -> Option<Changes> {
    let handle = data::handle(params);
    let street = params.was_sent("STREET").then(|| params.each("STREET", Field::ContactStreet, line));
    let changes = Changes {
        name: data::name(params),
        organisation: params.clearable("ORGANIZATION", Field::ContactOrganisation, line),
        street,
        city: params.read("CITY", Field::ContactCity, line),
        province: params.clearable("STATE", Field::ContactProvince, line),
        postal_code: params.clearable("ZIP", Field::ContactPostalCode, data::postal_code),
        country: params.read("COUNTRY", Field::ContactCountry, Country::parse),
        voice: params.clearable("PHONE", Field::ContactVoice, phone),
        fax: params.clearable("FAX", Field::ContactFax, phone),
        email: params.read("EMAIL", Field::ContactEmail, Email::parse),
        authinfo: params.sent("AUTH").map(Secret::new),
        may_be_deleted: params.flag("AUTODELETE"),
        handle: handle?,
    };
    data::ignore(params);
    Some(changes)
}

impl Changes {
    fn applied(self, before: &Contact) -> Update {
        let statuses = self.statuses(before);
        let postal = before.details.main_postal().and_then(|postal| self.postal(postal));
        Update {
            handle: self.handle,
            statuses,
            postal: postal.into_iter().collect(),
            voice: self.voice,
            fax: self.fax,
            email: self.email,
            disclosure: None,
            authinfo: self.authinfo,
        }
    }

    fn postal(&self, before: &Postal) -> Option<PostalChange> {
        let (name, organisation) = (self.name.clone(), self.organisation.clone());
        let address = self.address(before);
        let is_empty = name.is_none() && organisation.is_none() && address.is_none();
        (!is_empty).then_some(PostalChange { kind: before.kind, name, organisation, address })
    }

    /// An address is one value to the engine.
    fn address(&self, before: &Postal) -> Option<AddressChange> {
        let after = AddressChange {
            street: self.street.clone().unwrap_or_else(|| before.street.clone()),
            city: self.city.clone().unwrap_or_else(|| before.city.clone()),
            province: self.province.clone().unwrap_or_else(|| before.province.clone()),
            postal_code: self.postal_code.clone().unwrap_or_else(|| before.postal_code.clone()),
            country: self.country.unwrap_or(before.country),
        };
        let named = [self.street.is_some(), self.city.is_some(), self.province.is_some()];
        let is_named = named.contains(&true) || self.postal_code.is_some() || self.country.is_some();
        is_named.then_some(after)
    }

    fn statuses(&self, before: &Contact) -> StatusChange {
        let bar = Status::ClientDeleteProhibited;
        match (self.may_be_deleted, before.statuses.has(bar)) {
            (Some(false), false) => StatusChange { add: vec![(bar, None)], remove: Vec::new() },
            (Some(true), true) => StatusChange { add: Vec::new(), remove: vec![bar] },
            _ => StatusChange::default(),
        }
    }
}
