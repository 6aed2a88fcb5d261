//! The queue: notices of the engine as Nominet's notifications, in the version that the session announced.
//!
//! Clients tell the kinds apart by the text of `msg`, so that is one of a fixed list of titles.

use engine::{
    Done, Outcome, Refusals,
    model::{AbuseReport, Event, Holder, Instant},
    ops::poll::Acknowledge,
};
use outcomes::Operation as Name;
use wire::xml::{Element, Writer};

use super::{
    answer::{Answer, MessageQueue},
    dialect::Subject,
    namespaces,
    nom::account::info::{self as account, Spaces},
    request::{At, Request},
    roid,
    services::Services,
    std::contact::info as std_contact,
    text::time,
};
use crate::{
    dialect::About,
    namespaces::{CONTACT, DOMAIN},
    poll::{self, Poll},
};

/// Reads `<poll>`.
///
/// # Errors
/// Faults against the schema; a number that is none.
pub(super) fn poll(
    element: Element<'_, '_>,
    services: &Services,
    about: &mut About<Subject>,
) -> Result<Request, Refusals> {
    let family = Notifications::of(services);
    match poll::parse(element)? {
        Poll::Request(request) => Ok(Request::new(move |at: At| async move {
            let done: Done<_> = at.query(request).await?;
            Ok(done.map(|queue| queue.map_or_else(Answer::nothing, |queue| family.answer(queue))))
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
struct Notifications {
    is_nom: bool,
    /// Of notifications.
    uri: &'static str,
    domain: &'static str,
    spaces: Spaces,
    contact_ext: Option<&'static str>,
}

impl Notifications {
    fn of(services: &Services) -> Self {
        let is_nom = services.is_nom();
        let base = if is_nom { "nom-notifications" } else { "std-notifications" };
        let uri = services.uri(base).or_else(|| namespaces::uri(base, "1.2")).unwrap_or_default();
        let own = services.uri("nom-domain").or_else(|| namespaces::uri("nom-domain", "1.0"));
        Self {
            is_nom,
            uri,
            domain: if is_nom { own.unwrap_or(DOMAIN) } else { DOMAIN },
            spaces: Spaces::of(services),
            contact_ext: services.uri("contact-nom-ext"),
        }
    }

    fn answer(self, queue: engine::ports::store::Queue) -> Answer {
        let event = queue.head.event.clone();
        let title = title(&event).map_or_else(|| event.sentence(), str::to_owned);
        let extension = self.extension(&event);
        let mut answer =
            if tells(&event) { Answer::of(move |xml| self.render(&event, xml)) } else { Answer::nothing() };
        answer.queue = Some(MessageQueue::Head(Box::new(queue), title));
        match extension {
            Some((uri, holder)) => {
                answer.extended(move |xml| std_contact::render(uri, &holder.details.particulars, xml))
            }
            None => answer,
        }
    }

    /// What stands beside a contact of the std family.
    fn extension(self, event: &Event) -> Option<(&'static str, Holder)> {
        let holder = match event {
            Event::ContactsMerged { registrant } => registrant,
            _ => return None,
        };
        self.contact_ext.filter(|_| !self.is_nom).map(|uri| (uri, (**holder).clone()))
    }

    fn render(self, event: &Event, xml: &mut Writer) {
        match event {
            Event::ReleaseAsked { case, from, names, registrant } => {
                self.received(from, Some(case), names, registrant, xml);
            }
            Event::DomainsReceived { from, names, registrant } => {
                self.received(from, None, names, registrant, xml);
            }
            Event::DomainsReleased { from, to, names, registrant, moved } => {
                self.released((from, to), names, registrant, Some(*moved), xml);
            }
            Event::ReleaseRejected { from, to, names, registrant } => {
                self.released((from, to), names, registrant, None, xml);
            }
            Event::DomainLapsed { name, .. } | Event::DomainDropped { name } => self.cancelled(name, xml),
            Event::DomainSuspended { name, lapses_at } => self.suspended(name, *lapses_at, xml),
            Event::HostRemoved { host, domain } => self.host_removed(host, domain, xml),
            Event::ReferralDecided { name, term: Some((from, until)) } => {
                self.referral_accepted(name, (*from, *until), xml);
            }
            Event::ReferralDecided { name, term: None } => self.referral_rejected(name, xml),
            Event::AbuseReported(report) => abuse(report, xml),
            Event::ContactsMerged { registrant } => self.holder(registrant, xml),
            _ => {}
        }
    }

    /// `rcData`: to the gaining tag, with a case where it is asked.
    fn received(
        self,
        from: &str,
        case: Option<&String>,
        names: &[String],
        holder: &Holder,
        xml: &mut Writer,
    ) {
        xml.open_with("n:rcData", &[("xmlns:n", self.uri)]).leaf("n:orig", from);
        let (tag, number) =
            if self.is_nom { ("n:registrar-tag", "n:case-id") } else { ("n:registrarTag", "n:caseId") };
        xml.leaf(tag, from);
        if let Some(case) = case {
            xml.leaf(number, case);
        }
        if self.is_nom {
            xml.close();
            self.name_list(names, xml);
        } else {
            self.name_list(names, xml);
        }
        self.holder(holder, xml);
        if !self.is_nom {
            xml.close();
        }
    }

    /// `relData`: to the losing tag. Without `moved` it tells of a rejection.
    fn released(
        self,
        (from, to): (&str, &str),
        names: &[String],
        holder: &Holder,
        moved: Option<bool>,
        xml: &mut Writer,
    ) {
        let (account, tag) =
            if self.is_nom { ("n:account-id", "n:registrar-tag") } else { ("n:accountId", "n:registrarTag") };
        let id = if self.is_nom { roid::account(holder.id) } else { holder.handle.to_string() };
        let moved = moved.map(|moved| if moved { "Y" } else { "N" });
        xml.open_with("n:relData", &[("xmlns:n", self.uri)]);
        match moved {
            Some(moved) => xml.leaf_with(account, &[("moved", moved)], &id),
            None => xml.leaf(account, &id),
        };
        xml.leaf("n:from", from).leaf(tag, to);
        if self.is_nom {
            xml.close();
            self.name_list(names, xml);
        } else {
            self.name_list(names, xml);
            xml.close();
        }
    }

    fn cancelled(self, name: &str, xml: &mut Writer) {
        let element = if self.is_nom { "n:domain-name" } else { "n:domainName" };
        xml.open_with("n:cancData", &[("xmlns:n", self.uri)]);
        xml.leaf(element, name).leaf("n:orig", REGISTRY).close();
    }

    fn suspended(self, name: &str, lapses_at: Instant, xml: &mut Writer) {
        let date = if self.is_nom { "n:cancel-date" } else { "n:cancelDate" };
        xml.open_with("n:suspData", &[("xmlns:n", self.uri)]).leaf("n:reason", "Renewal required.");
        xml.leaf(date, &time(lapses_at));
        self.name_list(&[name.to_owned()], xml);
        xml.close();
    }

    fn host_removed(self, host: &str, domain: &str, xml: &mut Writer) {
        xml.open_with("n:hostCancData", &[("xmlns:n", self.uri)]);
        xml.open_with("n:hostListData", &[("noHosts", "1")]).leaf("n:hostObj", host).close();
        self.name_list(&[domain.to_owned()], xml);
        xml.close();
    }

    fn referral_accepted(self, name: &str, (from, until): (Instant, Instant), xml: &mut Writer) {
        xml.open_with("domain:creData", &[("xmlns:domain", self.domain)])
            .leaf("domain:name", name)
            .leaf("domain:crDate", &time(from))
            .leaf("domain:exDate", &time(until))
            .close();
    }

    fn referral_rejected(self, name: &str, xml: &mut Writer) {
        let row = outcomes::NOMINET.row(Outcome::RegistrantTypeUnfit, None, None);
        let reason = [row.mark().unwrap_or_default(), row.text()].join(" ");
        if self.is_nom {
            xml.open_with("domain:failData", &[("xmlns:domain", self.domain)]);
            xml.leaf("domain:name", name).leaf("domain:reason", &reason).close();
        } else {
            xml.open_with("n:domainFailData", &[("xmlns:n", self.uri)]);
            xml.leaf("n:domainName", name).leaf("n:reason", &reason).close();
        }
    }

    fn name_list(self, names: &[String], xml: &mut Writer) {
        let count = names.len().to_string();
        if self.is_nom {
            xml.open_with("domain:listData", &[("xmlns:domain", self.domain), ("no-domains", &count)]);
        } else {
            xml.open_with("n:domainListData", &[("noDomains", &count)]);
        }
        for name in names {
            xml.leaf(if self.is_nom { "domain:name" } else { "n:domainName" }, name);
        }
        xml.close();
    }

    /// Whoever holds the domains, as it was then.
    fn holder(self, holder: &Holder, xml: &mut Writer) {
        if self.is_nom {
            account::render_holder(self.spaces, holder, xml);
            return;
        }
        xml.open_with("contact:infData", &[("xmlns:contact", CONTACT)])
            .leaf("contact:id", holder.handle.as_str())
            .leaf_display("contact:roid", format_args!("{}-UK", holder.id.0))
            .empty("contact:status", &[("s", "ok")]);
        if let Some(postal) = holder.details.main_postal() {
            crate::objects::contact::info::render_postal(postal, xml);
        }
        if let Some(voice) = &holder.details.voice {
            xml.leaf("contact:voice", voice.number());
        }
        xml.leaf("contact:email", holder.details.email.as_str())
            .leaf("contact:clID", REGISTRY)
            .leaf("contact:crID", REGISTRY)
            .leaf("contact:crDate", &time(holder.created_at))
            .close();
    }
}

/// Whether an event is told by more than its title.
fn tells(event: &Event) -> bool {
    title(event).is_some() && !matches!(event, Event::DomainExpiring { .. })
}

/// The title under which clients know a kind of notification.
fn title(event: &Event) -> Option<&'static str> {
    Some(match event {
        Event::ReleaseAsked { .. } => "Registrar Change Authorisation Request",
        Event::DomainsReceived { .. } => "Registrar Change Notification",
        Event::DomainsReleased { .. } => "Domains Released Notification",
        Event::ReleaseRejected { .. } => "Registrar Change Handshake Rejected Notification",
        Event::DomainLapsed { .. } | Event::DomainDropped { .. } => "Domain name Cancellation Notification",
        Event::DomainSuspended { .. } => "Domains Suspended Notification",
        Event::HostRemoved { .. } => "Host cancellation notification",
        Event::ReferralDecided { term: Some(_), .. } => "Referral Accepted Notification",
        Event::ReferralDecided { term: None, .. } => "Referral Rejected Notification",
        Event::AbuseReported(_) => "Domain Activity Notification",
        Event::ContactsMerged { .. } => "Account Merged Notification",
        _ => return None,
    })
}

fn abuse(report: &AbuseReport, xml: &mut Writer) {
    let uri = namespaces::uri("nom-abuse-feed", "1.0").unwrap_or_default();
    xml.open_with("abuse-feed:infData", &[("xmlns:abuse-feed", uri)])
        .leaf("abuse-feed:key", &report.key)
        .leaf("abuse-feed:activity", &report.activity)
        .leaf("abuse-feed:source", &report.source)
        .leaf("abuse-feed:hostname", &report.hostname);
    let date = report.date.map(time);
    for (name, value) in [
        ("abuse-feed:url", &report.url),
        ("abuse-feed:date", &date),
        ("abuse-feed:ip", &report.ip),
        ("abuse-feed:nameserver", &report.nameserver),
        ("abuse-feed:dnsAdmin", &report.dns_admin),
        ("abuse-feed:target", &report.target),
    ] {
        if let Some(value) = value {
            xml.leaf(name, value);
        }
    }
    xml.leaf("abuse-feed:wholeDomain", if report.whole_domain { "Y" } else { "N" }).close();
}

/// Who does what no registrar asked for.
const REGISTRY: &str = "nominet";
