//! The dialect: how Nominet's EPP differs from that of the standards.

use std::borrow::Cow;

use edge::Desk;
use engine::{Done, Failure, Findings, Refusal, Refusals, Request as Ids, model::Instant};
use outcomes::Table;
use wire::xml::Element;

use super::{Manner, answer::Answer, commands, greeting::greeting, request, response, services::Services};
use crate::{
    dialect::{About, Dialect},
    login::Login,
    response::{Response, Transaction},
};

/// Nominet's EPP.
#[derive(Clone, Copy)]
pub(super) struct Nominet {
    pub(super) manner: Manner,
}

/// What the answer to a command of the nom family names when it fails.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) enum Subject {
    /// Nothing of that kind: a command of the session, or of the std family.
    #[default]
    None,
    /// A domain, by its name.
    Domain(String),
    /// An account, by its number.
    Account(String),
    /// A contact, by its number.
    Contact(String),
    /// A name server, by its number.
    Ns(String),
}

impl Dialect for Nominet {
    type Services = Services;
    type Request = request::Request;
    type Answer = Answer;
    type Subject = Subject;

    fn protocol(&self) -> &'static str {
        "nominet"
    }

    fn table(&self) -> &'static Table {
        outcomes::NOMINET
    }

    fn takes_unframed(&self) -> bool {
        self.manner.unframed
    }

    /// A tag of two characters is sent with a hash before it, because the schema wants three.
    fn login_name(&self, clid: String) -> String {
        clid.strip_prefix('#').map_or(clid.clone(), str::to_owned)
    }

    fn greeting(&self, server_name: &str, now: Instant) -> Vec<u8> {
        greeting(self.manner.family, server_name, now)
    }

    fn announced(
        &self,
        objects: &[Cow<'_, str>],
        extensions: &[Cow<'_, str>],
        findings: &mut Findings,
    ) -> Services {
        Services::announced(self.manner.family, objects, extensions, findings)
    }

    fn extend_login(
        &self,
        _login: Login<Services>,
        extension: Element<'_, '_>,
    ) -> Result<Login<Services>, Refusals> {
        let uri = extension.children().next().and_then(|child| child.namespace()).unwrap_or_default();
        Err(Refusal::new(engine::Outcome::ExtensionUnsupported).value(uri).into())
    }

    fn read(
        &self,
        verb: Element<'_, '_>,
        extension: Option<Element<'_, '_>>,
        services: &Services,
        about: &mut About<Subject>,
    ) -> Result<request::Request, Refusals> {
        commands::read(verb, extension, services, about)
    }

    async fn carry_out(
        &self,
        desk: &Desk,
        ids: Ids,
        request: request::Request,
    ) -> Result<Done<Answer>, Failure> {
        let request::Request { work, warnings } = request;
        let mut done = work(request::At { desk: desk.clone(), ids }).await?;
        done.warnings.splice(..0, warnings);
        Ok(done)
    }

    fn logged_in(&self, _failed_logins: u32) -> Answer {
        Answer::nothing()
    }

    fn logged_out(&self) -> Answer {
        Answer::nothing()
    }

    fn success(
        &self,
        done: &Done<Answer>,
        about: &About<Subject>,
        services: Option<&Services>,
        ids: Transaction<'_>,
    ) -> Response {
        response::success(done, about, services, ids)
    }

    fn refusal(
        &self,
        refusals: &Refusals,
        about: &About<Subject>,
        services: Option<&Services>,
        ids: Transaction<'_>,
    ) -> Response {
        response::refusal(refusals, about, services, ids)
    }
}
