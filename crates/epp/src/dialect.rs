//! What one kind of EPP says in its own way.
//!
//! Frames, sessions, logins and transaction ids are the same everywhere. Objects, extensions, and the shape of a refusal
//! belong to a dialect: RFC 5731 to 5733 ([`crate::rfc`]), or a registry's own. A server is made of one.

use std::{borrow::Cow, future::Future};

use edge::Desk;
use engine::{
    Done, Failure, Findings, Refusals, Request as Ids,
    model::{Instant, Realm},
};
use outcomes::{Operation as Name, Table};
use wire::xml::Element;

use crate::{
    login::Login,
    response::{Response, Transaction},
};

/// How commands are read and answers are written.
pub(crate) trait Dialect: Clone + Send + Sync + 'static {
    /// What a client announced at login.
    type Services: Send + Sync + 'static;
    /// A command on objects or on the queue, ready for the engine.
    type Request: Send + 'static;
    /// What came of one, ready to be written.
    type Answer: Send + Sync;
    /// The object that a refusal has to name, as far as the command could be read.
    type Subject: Default + Send + Sync;

    /// The protocol's name in metrics and in the journal.
    fn protocol(&self) -> &'static str;

    /// The codes and rows in which it says what happened.
    fn table(&self) -> &'static Table;

    /// Whether documents are taken without a length before them, or with one that does not count its own four bytes, as some
    /// clients of old send them.
    fn takes_unframed(&self) -> bool {
        false
    }

    /// Where login names of accounts come from.
    fn realm(&self) -> Realm {
        Realm::Epp
    }

    /// The login name of an account that is called so in a login.
    fn login_name(&self, clid: String) -> String {
        clid
    }

    /// The frame of a greeting.
    fn greeting(&self, server_name: &str, now: Instant) -> Vec<u8>;

    /// The services behind the URIs of a login. Notes what is not offered, and what does not go together.
    fn announced(
        &self,
        objects: &[Cow<'_, str>],
        extensions: &[Cow<'_, str>],
        findings: &mut Findings,
    ) -> Self::Services;

    /// Works the extensions of a login into it.
    ///
    /// # Errors
    /// What is wrong with an extension.
    fn extend_login(
        &self,
        login: Login<Self::Services>,
        extension: Element<'_, '_>,
    ) -> Result<Login<Self::Services>, Refusals>;

    /// Reads a command; notes what it is about as soon as that is known.
    ///
    /// # Errors
    /// What is wrong with it.
    fn read(
        &self,
        verb: Element<'_, '_>,
        extension: Option<Element<'_, '_>>,
        services: &Self::Services,
        about: &mut About<Self::Subject>,
    ) -> Result<Self::Request, Refusals>;

    /// Hands a command to the engine.
    fn carry_out(
        &self,
        desk: &Desk,
        ids: Ids,
        request: Self::Request,
    ) -> impl Future<Output = Result<Done<Self::Answer>, Failure>> + Send;

    /// What a login is answered with, after so many that failed within a day.
    fn logged_in(&self, failed_logins: u32) -> Self::Answer;

    /// What a logout is answered with.
    fn logged_out(&self) -> Self::Answer;

    /// The response to a command that was carried out.
    fn success(
        &self,
        done: &Done<Self::Answer>,
        about: &About<Self::Subject>,
        services: Option<&Self::Services>,
        ids: Transaction<'_>,
    ) -> Response;

    /// The response to a command that was refused or failed.
    fn refusal(
        &self,
        refusals: &Refusals,
        about: &About<Self::Subject>,
        services: Option<&Self::Services>,
        ids: Transaction<'_>,
    ) -> Response;
}

/// What a command is about.
#[derive(Debug, Default)]
pub(crate) struct About<S> {
    /// The operation, as soon as it is recognised.
    pub(crate) operation: Option<Name>,
    /// The object.
    pub(crate) subject: S,
}
