use outcomes::{Field, Operation as Name, Outcome};

use crate::{
    Command, Done, Failure, Operation, Refusal, Writing,
    model::{AccountState, Clid, Network},
};

/// Changes an account. What is not named stays.
///
/// Changes: the account; sessions that are open keep what they logged in with. Bills and notifies nothing. Checks
/// whether the account exists.
#[derive(Clone, Debug)]
pub struct Update {
    /// Which account.
    pub clid: Clid,
    /// Where it may come from; an empty list means from anywhere.
    pub networks: Option<Vec<Network>>,
    /// Fingerprints of the client certificates it may show; an empty list means none is needed.
    pub certificates: Option<Vec<String>>,
    /// Whether it may work.
    pub state: Option<AccountState>,
    /// How many sessions it may hold at once; `Some(None)` means the server's default.
    pub max_sessions: Option<Option<u32>>,
    /// How many requests without a session it may send within an hour; `Some(None)` means the server's default.
    pub max_requests: Option<Option<u32>>,
}

impl Update {
    /// A change of nothing yet.
    pub fn of(clid: Clid) -> Self {
        Self { clid, networks: None, certificates: None, state: None, max_sessions: None, max_requests: None }
    }
}

impl Operation for Update {
    type Answer = ();
    const NAME: Name = Name::AccountUpdate;
    const OUTCOMES: &'static [Outcome] = &[Outcome::AccountUpdated, Outcome::AccountUnknown];

    fn object(&self) -> &str {
        self.clid.as_str()
    }
}

impl Command for Update {
    fn run(&self, cx: &mut Writing<'_>) -> Result<Done<()>, Failure> {
        let unknown = || Refusal::new(Outcome::AccountUnknown).at(Field::AccountId).value(&self.clid);
        let mut account = cx.store.account_by_clid(&self.clid)?.ok_or_else(unknown)?;
        if let Some(networks) = &self.networks {
            account.networks.clone_from(networks);
        }
        if let Some(certificates) = &self.certificates {
            account.certificates.clone_from(certificates);
        }
        account.state = self.state.unwrap_or(account.state);
        account.max_sessions = self.max_sessions.unwrap_or(account.max_sessions);
        account.max_requests = self.max_requests.unwrap_or(account.max_requests);
        cx.store.update_account(&account)?;
        Ok(Done::new(Outcome::AccountUpdated, ()))
    }
}
