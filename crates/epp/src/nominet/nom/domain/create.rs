use engine::{
    Done, Failure, Field, Findings, Refusals,
    model::{DomainName, Handle, HostAttribute, Period, Role, Secret},
    ops::{Needless, Several, Together, contact::Find, domain, upkeep},
};

use super::{
    info::{Spaces, render_created, whole},
    read_period, servers,
};
use crate::nominet::{
    answer::{Answer, Part},
    commands::Reading,
    dialect::Subject,
    fields::{Fields, domain_name, text},
    nom::account::create::{self as account, NewAccount},
    request::{At, Request},
    roid,
    std::domain::read_change,
};

/// Reads `<domain:create>`: one name or several, an account that exists or a new one, and standing orders.
///
/// # Errors
/// Faults against the schema; every bad value.
pub(in crate::nominet) fn parse(reading: &mut Reading<'_, '_, '_>) -> Result<Request, Refusals> {
    let mut fields = Fields::of(reading.object);
    let elements = fields.all("name");
    let first = domain_name(elements.first().copied())?;
    reading.is_about(Subject::Domain(first.to_string()));
    let (mut names, mut findings) = (Vec::with_capacity(elements.len()), Findings::new());
    for element in elements {
        names.extend(findings.take(Field::DomainName, DomainName::parse(&text(element)?)));
    }
    findings.end()?;
    let period = read_period(&mut fields)?;
    let account = fields.take("account").map(read_account).transpose()?;
    let servers = servers::read(&mut fields)?.unwrap_or_default();
    let orders = read_change(&mut fields)?;
    fields.end()?;
    let spaces = Spaces::of(reading);
    let wanted = Wanted { names, period, servers, orders };
    Ok(Request::new(move |at: At| async move { carry_out(&at, account, wanted, spaces).await }))
}

/// What is to be registered.
struct Wanted {
    names: Vec<DomainName>,
    period: Option<Period>,
    servers: Vec<HostAttribute>,
    orders: upkeep::Change,
}

/// Who is to hold it.
enum Account {
    /// An account that exists, by its number.
    Known(String),
    /// A new one.
    New(Box<NewAccount>),
}

fn read_account(element: wire::xml::Element<'_, '_>) -> Result<Account, Refusals> {
    let mut fields = Fields::of(element);
    if let Some(known) = fields.take("account-id") {
        return Ok(Account::Known(text(known)?.into_owned()));
    }
    let new = account::read(fields.required("create")?)?;
    fields.end()?;
    Ok(Account::New(Box::new(new)))
}

/// Registers everything in one go, or nothing; then looks at what is there.
async fn carry_out(
    at: &At,
    account: Option<Account>,
    wanted: Wanted,
    spaces: Spaces,
) -> Result<Done<Answer>, Failure> {
    wanted.names.iter().try_for_each(|name| at.require_own_zone(name))?;
    let (registrant, new) = match account {
        None => (None, None),
        Some(Account::Known(roid)) => {
            let id = roid::read_contact(&roid)?;
            (Some(at.query(Find { id }).await?.answer.view.contact.handle), None)
        }
        Some(Account::New(new)) => {
            let new = new.numbered(at.ids.operation.0)?;
            (new.holder.handle.clone(), Some(new))
        }
    };
    let is_new = new.is_some();
    let unkept = new.as_ref().map_or_else(Vec::new, |new| new.warnings.clone());
    let contacts = new.as_ref().map_or_else(Vec::new, |new| new.contacts(at.contact_zone().as_ref()));
    let places: Vec<_> = new.and_then(|new| new.places()).into_iter().collect();
    let names = wanted.names.clone();
    let (creates, orders) = wanted.operations(registrant.as_ref());
    let holders = Together { first: Several(contacts), then: Several(places) };
    let domains = Together { first: Several(creates), then: Several(orders) };
    let done = at.command(Together { first: holders, then: domains }).await?;
    // It ends as the registrations did, whatever was ordered beside.
    let outcome = done.answer.1.0.outcome;

    let mut data: Vec<Part> = Vec::with_capacity(names.len());
    for name in names {
        let whole = whole(at, name).await?.answer;
        data.push(Box::new(move |xml| render_created(spaces, &whole, is_new, xml)));
    }
    let answer = Answer { data, ..Answer::default() };
    Ok(Done { outcome, answer, warnings: done.warnings }.warned(unkept))
}

impl Wanted {
    fn operations(self, registrant: Option<&Handle>) -> (Vec<domain::Create>, Vec<upkeep::Set>) {
        let contacts: Vec<_> =
            registrant.map(|handle| (Role::Registrant, handle.clone())).into_iter().collect();
        let orders = &self.orders;
        let sets = self.names.iter().filter(|_| !orders.is_empty());
        let sets = sets.map(|name| upkeep::Set { name: name.clone(), change: orders.clone() }).collect();
        let create = |name: DomainName| domain::Create {
            name,
            period: self.period,
            contacts: contacts.clone(),
            people: Vec::new(),
            delegation: servers::delegation(self.servers.clone()),
            authinfo: Secret::new(""),
            dnssec: Default::default(),
            consent: None,
            choices: Default::default(),
            needless: Needless::LeftOut,
        };
        (self.names.iter().cloned().map(create).collect(), sets)
    }
}
