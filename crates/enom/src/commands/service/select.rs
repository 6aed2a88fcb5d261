//! `ServiceSelect`: how mail, name servers or privacy of a domain are chosen, and another choice. What was chosen already is
//! chosen again without a word.

use engine::model::Delegation;
use engine::ops::domain::{Dossier, DossierView, Update};
use engine::ops::privacy::Switch;
use engine::{Failure, Field, Refusal};

use crate::answer::{Ended, Reply};
use crate::call::Call;
use crate::commands::domain::servers;
use crate::commands::zone::mail_choice::{self, MailChoice};
use crate::fields::Fields;
use crate::params::{Params, choose};
use crate::words::marks;

pub(in crate::commands) async fn run(call: &Call<'_>, mut params: Params) -> Ended {
    let service = params.need("Service", Field::Product, |text| choose("Service", text, &SERVICES));
    let name = params.name();
    let option =
        service.and_then(|service| params.read("NewOptionID", Field::Product, |text| service.option(text)));
    let named = servers::read(&mut params);
    let updates = params.flag("Update").unwrap_or_default();
    let (service, name) = params.finish(service.zip(name))?;
    let dossier = call.query(Dossier { name: name.clone() }).await?.answer;
    if let Some(option) = option.filter(|_| updates) {
        change(call, &dossier, option, named).await?;
    }
    let done = call.query(Dossier { name }).await?;
    let current = current(call, &done.answer, service).await?;
    Ok(Reply::of(done, |dossier| {
        Fields::new().one("ParkingEnabled", "False").group("ServiceSelect", told(&dossier, service, current))
    }))
}

fn told(dossier: &DossierView, service: Service, current: &str) -> Fields {
    let options = service.options().iter().zip(1..).fold(Fields::new(), |fields, ((word, _), place)| {
        let mark = vec![("name", (*word).to_owned())];
        fields.xml("option", "").marked(mark).text(format!("option{place}"), *word)
    });
    let domain = &dossier.view.domain;
    Fields::new()
        .one("domainname", domain.name.as_str())
        .marked(marks(domain, "domainnameid"))
        .group("service", options)
        .marked(vec![("name", service.word().to_owned())])
        .one("current-svc", current)
}

/// A service of which something can be chosen.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Service {
    Mail,
    Servers,
    Privacy,
}

/// What can be chosen.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Choice {
    Mail(MailChoice),
    /// Name servers of the house, or not.
    House(bool),
    /// People hidden, or not.
    Hidden(bool),
}

impl Service {
    const fn options(self) -> &'static [(&'static str, Choice)] {
        match self {
            Self::Mail => &MAIL,
            Self::Servers => &NAME_SERVERS,
            Self::Privacy => &PRIVACY,
        }
    }

    fn word(self) -> &'static str {
        SERVICES.iter().find(|(_, service)| *service == self).map_or("", |(word, _)| word)
    }

    fn option(self, text: &str) -> Result<Choice, Refusal> {
        choose("NewOptionID", text, self.options())
    }
}

async fn current(call: &Call<'_>, dossier: &DossierView, service: Service) -> Result<&'static str, Failure> {
    let choice = match service {
        Service::Mail => Choice::Mail(mail_choice::of(call, &dossier.view.domain.name).await?),
        Service::Servers => Choice::House(servers::is_house(call, dossier)),
        Service::Privacy => Choice::Hidden(dossier.privacy.is_enabled()),
    };
    Ok(service.options().iter().find(|(_, known)| *known == choice).map_or("", |(word, _)| word))
}

async fn change(
    call: &Call<'_>,
    dossier: &DossierView,
    choice: Choice,
    named: Option<Delegation>,
) -> Result<(), Failure> {
    let name = dossier.view.domain.name.clone();
    let is_house = servers::is_house(call, dossier);
    match choice {
        Choice::Mail(choice) => mail_choice::set(call, name, choice).await,
        Choice::House(true) if is_house => Ok(()),
        Choice::House(true) => delegate(call, dossier, Delegation::House).await,
        // Servers of somebody else stay, unless others are named.
        Choice::House(false) if !is_house && named.is_none() => Ok(()),
        Choice::House(false) => {
            delegate(call, dossier, named.unwrap_or(Delegation::Listed(Vec::new()))).await
        }
        Choice::Hidden(hides) if hides == dossier.privacy.is_enabled() => Ok(()),
        Choice::Hidden(on) => call.command(Switch { name, on }).await.map(drop),
    }
}

async fn delegate(call: &Call<'_>, dossier: &DossierView, delegation: Delegation) -> Result<(), Failure> {
    let update = Update::of(dossier.view.domain.name.clone());
    call.command(Update { delegation: Some(delegation), ..update }).await.map(drop)
}

const SERVICES: [(&str, Service); 3] =
    [("emailset", Service::Mail), ("dnsserver", Service::Servers), ("wpps", Service::Privacy)];
const MAIL: [(&str, Choice); 3] = [
    (MailChoice::None.number(), Choice::Mail(MailChoice::None)),
    (MailChoice::Forwarded.number(), Choice::Mail(MailChoice::Forwarded)),
    (MailChoice::Elsewhere.number(), Choice::Mail(MailChoice::Elsewhere)),
];
const NAME_SERVERS: [(&str, Choice); 2] = [("1006", Choice::House(true)), ("1012", Choice::House(false))];
const PRIVACY: [(&str, Choice); 2] = [("1120", Choice::Hidden(true)), ("1123", Choice::Hidden(false))];
