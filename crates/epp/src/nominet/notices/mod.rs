//! The queue: notices of the engine as Nominet's notifications, in the version that the session announced.
//!
//! Clients tell the kinds apart by the text of `msg`, so that is one of a fixed list of titles. What the announced version
//! has no element for is told by its title alone.

mod abuse;
mod kind;
mod nom;
mod std;

use engine::{
    Done, Outcome, Refusal, Refusals,
    model::{Clid, Event, Holder},
    ops::poll::Acknowledge,
    ports::store::Queue,
};
use outcomes::Operation as Name;
use wire::xml::{Element, Writer};

use super::{
    answer::{Answer, MessageQueue},
    dialect::Subject,
    namespaces,
    nom::account::info::Spaces,
    request::{At, Request},
    services::Services,
    std::contact::info as std_contact,
};
use crate::{
    dialect::About,
    namespaces::DOMAIN,
    poll::{self, Poll},
};
use kind::{Kind, kind};

/// Reads `<poll>`.
///
/// # Errors
/// Faults against the schema; a number that is none.
pub(super) fn poll(
    element: Element<'_, '_>,
    services: &Services,
    about: &mut About<Subject>,
) -> Result<Request, Refusals> {
    let announced = Announced::of(services);
    match poll::parse(element)? {
        Poll::Request(request) => Ok(Request::new(move |at: At| async move {
            let own = at.ids.actor.account.clid.clone();
            let done: Done<_> = at.query(request).await?;
            let cut = done.answer.as_ref().and_then(|queue| announced.cut(&queue.head.event));
            let answer = |queue: Option<Queue>| match queue {
                None => Answer::nothing(),
                Some(queue) => announced.answer(queue, own),
            };
            Ok(done.map(answer).warned(cut))
        })),
        Poll::Acknowledge(Acknowledge { notice, .. }) => {
            about.operation = Some(Name::PollAcknowledge);
            Ok(Request::command(Acknowledge { notice, protocol: None }, move |left| {
                let queue = (left > 0).then(|| MessageQueue::Left(left, notice.to_string()));
                Answer { queue, ..Answer::default() }
            }))
        }
    }
}

/// The family and version in which notifications are written.
#[derive(Clone, Copy)]
struct Announced {
    is_nom: bool,
    /// Of notifications.
    uri: &'static str,
    version: &'static str,
    domain: &'static str,
    spaces: Spaces,
    contact_ext: Option<&'static str>,
    takes_abuse: bool,
}

impl Announced {
    /// Who announces no notifications gets them in the version that most clients know.
    fn of(services: &Services) -> Self {
        let is_nom = services.is_nom();
        let base = if is_nom { "nom-notifications" } else { "std-notifications" };
        let version = services.version(base).unwrap_or(USUAL);
        let own = services.uri("nom-domain").or_else(|| namespaces::uri("nom-domain", "1.0"));
        Self {
            is_nom,
            uri: namespaces::uri(base, version).unwrap_or_default(),
            version,
            domain: if is_nom { own.unwrap_or(DOMAIN) } else { DOMAIN },
            spaces: Spaces::of(services),
            contact_ext: services.uri("contact-nom-ext").filter(|_| !is_nom),
            takes_abuse: services.has("nom-abuse-feed"),
        }
    }

    fn answer(self, queue: Queue, own: Clid) -> Answer {
        let event = queue.head.event.clone();
        let Some(kind) = kind(&event, self.is_nom) else {
            return with_queue(Answer::nothing(), queue, event.sentence());
        };
        let title = kind.title.to_owned();
        if !self.knows(&kind) {
            return with_queue(Answer::nothing(), queue, title);
        }
        let particulars = match &event {
            Event::ContactsMerged { registrant }
            | Event::RegistrantChanged { registrant, .. }
            | Event::DomainsPassed { registrant, .. } => Some(registrant.details.particulars.clone()),
            _ => None,
        };
        let data = Answer::of(move |xml| self.render(&event, &own, xml));
        let answer = match self.contact_ext.zip(particulars) {
            None => data,
            Some((uri, particulars)) => data.extended(move |xml| std_contact::render(uri, &particulars, xml)),
        };
        with_queue(answer, queue, title)
    }

    /// Whether the announced version has an element for a kind.
    fn knows(self, kind: &Kind) -> bool {
        match kind.since {
            None => false,
            Some(kind::ABUSE_FEED) => self.takes_abuse,
            Some(since) => self.version >= since,
        }
    }

    fn render(self, event: &Event, own: &Clid, xml: &mut Writer) {
        match event {
            Event::AbuseReported(report) => abuse::render(report, xml),
            _ if self.is_nom => nom::render(self, event, own, xml),
            _ => std::render(self, event, own, xml),
        }
    }

    /// That a name of who changed a registrant is longer than the std family has room for.
    fn cut(self, event: &Event) -> Option<Refusal> {
        let (whole, _) = holder(event)?.updated.as_ref().filter(|_| !self.is_nom)?;
        (whole.chars().count() > std::LONGEST_CLIENT)
            .then(|| Refusal::new(Outcome::FieldTruncated).value("contact:upID").fact("entry", whole))
    }
}

fn with_queue(answer: Answer, queue: Queue, title: String) -> Answer {
    Answer { queue: Some(MessageQueue::Head(Box::new(queue), title)), ..answer }
}

/// The registrant that an event shows.
fn holder(event: &Event) -> Option<&Holder> {
    match event {
        Event::ReleaseAsked { registrant, .. }
        | Event::DomainsReceived { registrant, .. }
        | Event::ContactsMerged { registrant }
        | Event::RegistrantChanged { registrant, .. }
        | Event::PassingAsked { registrant, .. }
        | Event::DomainsPassed { registrant, .. }
        | Event::DataQuality { registrant, .. } => Some(registrant),
        _ => None,
    }
}

/// Why a registration was refused that the registry had to decide about.
fn refused_referral() -> String {
    let row = outcomes::NOMINET.row(Outcome::RegistrantTypeUnfit, None, None);
    [row.mark().unwrap_or_default(), row.text()].join(" ")
}

/// Who does what no registrar asked for.
const REGISTRY: &str = "nominet";
/// The version of notifications that most clients know.
const USUAL: &str = "1.2";
