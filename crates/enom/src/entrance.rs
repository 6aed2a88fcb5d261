//! Who comes in, with each request anew: by login, and a password or a token.

use edge::Desk;
use edge::http::Peer;
use engine::guard::LockGuard;
use engine::model::{Instant, OperationId, Realm};
use engine::ops::account::{Attempt, Claim, Second};
use engine::{Actor, Failure, Request};

use crate::request::Wire;

/// A knock on the door.
pub(crate) struct Knock<'a> {
    pub(crate) desk: &'a Desk,
    pub(crate) lock: &'a LockGuard,
    pub(crate) peer: Peer,
    pub(crate) operation: OperationId,
    pub(crate) now: Instant,
}

impl Knock<'_> {
    /// Finds out who knocks. The order of checks: the login and the password, alike; the address; whether the account is
    /// locked, by this request too.
    ///
    /// # Errors
    /// Why not.
    pub(crate) async fn admit(&self, wire: &Wire) -> Result<Actor, Failure> {
        let attempt = Attempt {
            realm: Realm::Enom,
            login: wire.login.clone(),
            claim: Claim::Password(wire.password.clone()),
            from: self.peer.address.ip(),
            second: Second::Nothing,
            certificate: self.peer.certificate.map(|fingerprint| fingerprint.to_string()),
        };
        let actor = self.desk.log_in_counted(self.nobody(), attempt, (self.lock, self.now)).await?;
        self.lock.request(&actor.account, self.now)?;
        Ok(actor)
    }

    fn nobody(&self) -> Request {
        Request::new(Actor::nobody(), self.operation)
    }
}
