//! EPP as the standards have it: domains, contacts and hosts of RFC 5731 to 5733.

use std::borrow::Cow;

use edge::{Connection, Desk, Handler, journal::Journal, metrics::Metrics};
use engine::{Done, Failure, Findings, Refusals, Request as Ids, model::Instant};
use outcomes::{Operation as Name, Table};
use tokio_util::sync::CancellationToken;
use wire::xml::Element;

use crate::{
    answer::Answer,
    commands,
    dialect::{About, Dialect},
    dispatch::dispatch,
    extensions,
    greeting::greeting,
    login::Login,
    poll,
    request::Request,
    response::{self, Response, Transaction},
    server::{Service, Settings},
    services::Services,
};

/// EPP of the standards on a listener.
#[derive(Clone)]
pub struct Server(Service<Rfc>);

impl Server {
    /// A server before a desk.
    pub fn new(desk: Desk, settings: Settings, journal: Journal, metrics: &Metrics) -> Self {
        Self(Service::new(Rfc, desk, settings, journal, metrics))
    }
}

impl Handler for Server {
    async fn handle(&self, connection: Connection, stop: CancellationToken) {
        self.0.converse(connection, &stop).await;
    }
}

/// The dialect of the standards.
#[derive(Clone, Copy)]
pub(crate) struct Rfc;

impl Dialect for Rfc {
    type Services = Services;
    type Request = Request;
    type Answer = Answer;
    type Subject = ();

    fn protocol(&self) -> &'static str {
        "epp"
    }

    fn table(&self) -> &'static Table {
        outcomes::EPP
    }

    fn greeting(&self, server_name: &str, now: Instant) -> Vec<u8> {
        greeting(server_name, now)
    }

    fn announced(
        &self,
        objects: &[Cow<'_, str>],
        extensions: &[Cow<'_, str>],
        findings: &mut Findings,
    ) -> Services {
        Services::announced(objects, extensions, findings)
    }

    fn extend_login(
        &self,
        login: Login<Services>,
        extension: Element<'_, '_>,
    ) -> Result<Login<Services>, Refusals> {
        extensions::read_login(extension, login)
    }

    fn read(
        &self,
        verb: Element<'_, '_>,
        extension: Option<Element<'_, '_>>,
        services: &Services,
        about: &mut About<()>,
    ) -> Result<Request, Refusals> {
        let request = if verb.name() == "poll" {
            about.operation = Some(Name::PollRequest);
            poll::parse(verb)?.into()
        } else {
            let recognised = commands::recognise(verb, services)?;
            about.operation = Some(recognised.operation);
            recognised.parse()?
        };
        match extension {
            Some(extension) => extensions::read(extension, services, request),
            None => Ok(request),
        }
        .inspect(|request| about.operation = Some(request.operation()))
    }

    async fn carry_out(&self, desk: &Desk, ids: Ids, request: Request) -> Result<Done<Answer>, Failure> {
        dispatch(desk, ids, request).await
    }

    fn logged_in(&self, failed_logins: u32) -> Answer {
        Answer::LoggedIn { failed_logins }
    }

    fn logged_out(&self) -> Answer {
        Answer::Nothing
    }

    fn success(
        &self,
        done: &Done<Answer>,
        about: &About<()>,
        services: Option<&Services>,
        ids: Transaction<'_>,
    ) -> Response {
        response::success(done, about.operation, services.unwrap_or(&NO_SERVICES), ids)
    }

    fn refusal(
        &self,
        refusals: &Refusals,
        about: &About<()>,
        _services: Option<&Services>,
        ids: Transaction<'_>,
    ) -> Response {
        response::refusal(refusals, about.operation, ids)
    }
}

static NO_SERVICES: Services = Services::none();
