//! Whom to write to about an account: parameters and columns for each of four people.

use engine::model::{AddressBook, Addressee, Country, Email, Line, PersonName, Phone, Postal, PostalKind};
use engine::{Field, Outcome, Refusal};

use crate::columns::Columns;
use crate::params::Params;

/// Reads whom to write to. What is not sent stays as it was; `None`: nothing was sent.
pub(super) fn read(params: &mut Params, known: Option<AddressBook>) -> Option<AddressBook> {
    let is_sent = params.was_sent("LANGUAGE") || PEOPLE.iter().any(|(prefix, _)| is_sent_of(params, prefix));
    let mut book = known.unwrap_or_default();
    book.language = Reader { params: &mut *params, prefix: "" }.line(
        "LANGUAGE",
        Field::Language,
        LANGUAGE,
        book.language.as_ref(),
    );
    for (prefix, whom) in PEOPLE {
        if is_sent_of(params, prefix) {
            let known = whom(&mut book).take().unwrap_or_default();
            *whom(&mut book) = Some(Reader { params: &mut *params, prefix }.addressee(&known));
        }
    }
    is_sent.then_some(book)
}

/// Reads one person, by what its parameters begin with, if any of them was sent.
pub(in crate::commands) fn person(params: &mut Params, prefix: &str) -> Option<Addressee> {
    is_sent_of(params, prefix).then(|| Reader { params, prefix }.addressee(&Addressee::default()))
}

/// The columns for everybody who is known.
pub(super) fn told(columns: Columns, book: &AddressBook) -> Columns {
    let people =
        [("owner", &book.owner), ("admin", &book.admin), ("tech", &book.tech), ("billing", &book.billing)];
    let known = people.into_iter().filter_map(|(whom, person)| Some((whom, person.as_ref()?)));
    known.fold(columns, |columns, (whom, person)| of_person(columns, whom, person))
}

fn of_person(mut columns: Columns, whom: &str, person: &Addressee) -> Columns {
    let name = |part: &str| format!("{whom} {part}");
    let line = |line: &Option<Line>| line.as_ref().map(|line| line.as_str().to_owned());
    if let Some(postal) = &person.postal {
        let street = postal.street.iter().map(|line| line.as_str().to_owned()).collect();
        columns = columns
            .one(name("firstname"), postal.name.first())
            .one(name("lastname"), postal.name.last())
            .maybe(name("organization"), line(&postal.organisation))
            .many(name("street"), street)
            .one(name("city"), postal.city.as_str())
            .maybe(name("state"), line(&postal.province))
            .maybe(name("zip"), line(&postal.postal_code))
            .one(name("country"), postal.country.as_str());
    }
    columns
        .maybe(name("phone"), person.voice.as_ref().map(Phone::number))
        .maybe(name("fax"), person.fax.as_ref().map(Phone::number))
        .maybe(name("email"), person.email.as_ref().map(Email::as_str))
}

/// Reads what is said of one person.
struct Reader<'a> {
    params: &'a mut Params,
    prefix: &'a str,
}

impl Reader<'_> {
    fn addressee(&mut self, known: &Addressee) -> Addressee {
        let phone = |text: &str| Phone::parse(text, None);
        Addressee {
            postal: self.postal(known.postal.as_ref()),
            voice: self.value("PHONE", Field::ContactVoice, known.voice.as_ref(), phone),
            fax: self.value("FAX", Field::ContactFax, known.fax.as_ref(), phone),
            email: self.value("EMAIL", Field::ContactEmail, known.email.as_ref(), Email::parse),
        }
    }

    /// An address, if anything is known of one. It has a name, a city and a country then.
    fn postal(&mut self, known: Option<&Postal>) -> Option<Postal> {
        let organisation = self.line(
            "ORGANIZATION",
            Field::ContactOrganisation,
            LINE,
            known.and_then(|known| known.organisation.as_ref()),
        );
        let street = self.street(known);
        let city = self.line("CITY", Field::ContactCity, LINE, known.map(|known| &known.city));
        let province = known.and_then(|known| known.province.as_ref());
        // Commands for certificates have the other word.
        let is_province = self.params.was_sent(&format!("{}PROVINCE", self.prefix));
        let word = if is_province { "PROVINCE" } else { "STATE" };
        let province = self.line(word, Field::ContactProvince, LINE, province);
        let postal_code = known.and_then(|known| known.postal_code.as_ref());
        let postal_code = self.line("ZIP", Field::ContactPostalCode, POSTAL_CODE, postal_code);
        let country = known.map(|known| &known.country);
        let country = self.value("COUNTRY", Field::ContactCountry, country, Country::parse);
        let name = self.name(known).or_else(|| organisation.clone().map(PersonName::from));
        let parts = [organisation.is_some(), !street.is_empty(), city.is_some(), province.is_some()];
        let is_said = parts.contains(&true) || postal_code.is_some() || country.is_some() || name.is_some();
        if !is_said {
            return None;
        }
        let name = self.needed("LASTNAME", Field::ContactName, name);
        let city = self.needed("CITY", Field::ContactCity, city);
        let country = self.needed("COUNTRY", Field::ContactCountry, country);
        let kind = PostalKind::Loc;
        let (name, city, country) = (name?, city?, country?);
        let postal = Postal { kind, name, organisation, street, city, province, postal_code, country };
        Some(postal.of_fitting_kind())
    }

    fn name(&mut self, known: Option<&Postal>) -> Option<PersonName> {
        let whole = self.line("NAME", Field::ContactName, LINE, None);
        let first = self.line("FIRSTNAME", Field::ContactFirstName, LINE, None);
        let last = self.line("LASTNAME", Field::ContactLastName, LINE, None);
        match (whole, first, last) {
            (_, Some(first), Some(last)) => {
                self.params.take(Field::ContactName, PersonName::of_parts(&first, &last))
            }
            (Some(one), ..) | (None, Some(one), None) | (None, None, Some(one)) => Some(one.into()),
            (None, None, None) => known.map(|known| known.name.clone()),
        }
    }

    fn street(&mut self, known: Option<&Postal>) -> Vec<Line> {
        let name = format!("{}STREET", self.prefix);
        if !self.params.was_sent(&name) {
            return known.map(|known| known.street.clone()).unwrap_or_default();
        }
        self.params.each(&name, Field::ContactStreet, |text| Line::parse(text, LINE))
    }

    fn line(&mut self, name: &str, field: Field, longest: usize, known: Option<&Line>) -> Option<Line> {
        self.value(name, field, known, |text| Line::parse(text, longest))
    }

    /// A value: as it was if nothing is sent, none if it is sent empty.
    fn value<T: Clone>(
        &mut self,
        name: &str,
        field: Field,
        known: Option<&T>,
        parse: impl FnOnce(&str) -> Result<T, Refusal>,
    ) -> Option<T> {
        match self.params.sent(&format!("{}{name}", self.prefix)) {
            None => known.cloned(),
            Some(text) if text.is_empty() => None,
            Some(text) => self.params.take(field, parse(&text)),
        }
    }

    fn needed<T>(&mut self, name: &str, field: Field, value: Option<T>) -> Option<T> {
        if value.is_none() {
            let parameter = format!("{}{name}", self.prefix).to_ascii_lowercase();
            self.params.add(Refusal::new(Outcome::ParameterMissing).fact("parameter", parameter).at(field));
        }
        value
    }
}

fn is_sent_of(params: &Params, prefix: &str) -> bool {
    PARTS.iter().any(|part| params.was_sent(&format!("{prefix}{part}")))
}

/// Somebody's place in an address book.
type Whom = fn(&mut AddressBook) -> &mut Option<Addressee>;

/// What the parameters of each begin with.
const PEOPLE: [(&str, Whom); 4] = [
    ("OWNER", |book| &mut book.owner),
    ("ADMIN", |book| &mut book.admin),
    ("TECH", |book| &mut book.tech),
    ("BILLING", |book| &mut book.billing),
];
const PARTS: [&str; 13] = [
    "NAME",
    "FIRSTNAME",
    "LASTNAME",
    "ORGANIZATION",
    "STREET",
    "CITY",
    "STATE",
    "PROVINCE",
    "ZIP",
    "COUNTRY",
    "PHONE",
    "FAX",
    "EMAIL",
];
/// Characters of a line of an address.
const LINE: usize = 255;
const POSTAL_CODE: usize = 16;
const LANGUAGE: usize = 16;
