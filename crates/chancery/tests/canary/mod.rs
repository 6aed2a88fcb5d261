//! A session that only wants to be left in peace.

use std::time::Duration;

use testkit::{EppClient, Patience, Server};

/// A session of ALPHA that was logged in before the trouble began.
pub(crate) struct Canary(EppClient);

impl Canary {
    /// Logs in.
    pub(crate) fn of(server: &Server) -> Self {
        Self(server.login("ALPHA").unwrap())
    }

    /// Asks something and wants the answer at once.
    pub(crate) fn sings(&mut self) {
        let patience = Patience::of(Duration::from_secs(2));
        let answer = self
            .0
            .command("<check><domain:check><domain:name>canary.test</domain:name></domain:check></check>");
        assert_eq!(answer.unwrap().code(), Some(1000));
        assert!(!patience.is_over(), "the canary waited {:?}", patience.spent());
    }
}
