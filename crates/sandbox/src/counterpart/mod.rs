//! The other side of a transfer: accounts that answer requests for their objects by rule.
//!
//! ```text
//!   FaultyStore ──> Ear ──> Counterparts: whose object is it, what is its rule ──> at its time: approve, reject
//!   (a request was committed)                                                      (as that account, through the engine)
//! ```

mod asked;
mod ear;
mod rule;

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use edge::Desk;
use engine::model::{Account, Clid, DomainName, Handle, Instant};
use engine::ops::{contact, domain};
use engine::{Failure, Fault};
use serde::{Deserialize, Serialize};

pub(crate) use asked::Object;
use asked::{Asked, all_pending, pending};
pub use ear::Ear;
pub use rule::{Answer, Rule};

use crate::office::Office;

/// Answers transfers on behalf of the accounts that have a rule.
pub struct Counterparts {
    office: Office,
    ear: Arc<Ear>,
    minds: Mutex<Minds>,
}

/// The rules, and what is going to be done by them.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Minds {
    /// The rules, by account.
    rules: BTreeMap<String, Rule>,
    /// What is in mind, in the order in which it came up.
    plans: Vec<Plan>,
}

/// An answer that will be given.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
struct Plan {
    at: Instant,
    account: String,
    asked: Asked,
    approve: bool,
}

/// Something that a counterpart did.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Act {
    /// When.
    pub at: Instant,
    /// The name of the domain or the handle of the contact.
    pub object: String,
    /// `transfer_approved` or `transfer_rejected`.
    pub deed: &'static str,
    /// Which account did it.
    pub account: String,
}

impl Counterparts {
    /// Nobody has a rule yet.
    pub fn new(desk: Desk, ear: Arc<Ear>) -> Self {
        Self { office: Office::new(desk), ear, minds: Mutex::default() }
    }

    /// The rule of an account.
    pub fn rule(&self, account: &Clid) -> Option<Rule> {
        self.minds().rules.get(account.as_str()).cloned()
    }

    /// Gives an account a rule, in the place of the one it had. It holds for requests that are pending already, too.
    ///
    /// # Errors
    /// The store's.
    pub async fn set_rule(&self, account: &Clid, rule: Rule) -> Result<(), Fault> {
        self.forget(account);
        self.minds().rules.insert(account.to_string(), rule);
        self.ear.open(true);
        self.look_around().await
    }

    /// Takes an account's rule away. `false` if it had none.
    pub fn remove_rule(&self, account: &Clid) -> bool {
        let had = self.forget(account);
        self.ear.open(!self.minds().rules.is_empty());
        had
    }

    /// What is in mind, to be kept.
    pub fn minds_now(&self) -> Minds {
        self.minds().clone()
    }

    /// Puts what was kept in the place of what is in mind.
    pub fn set_minds(&self, minds: Minds) {
        self.ear.open(!minds.rules.is_empty());
        self.ear.take();
        *self.minds() = minds;
    }

    /// Finds every pending transfer that a rule is about and that nobody has in mind yet: at a start, and when a rule is
    /// new.
    ///
    /// # Errors
    /// The store's.
    pub async fn look_around(&self) -> Result<(), Fault> {
        let pending = self.office.look(all_pending).await?;
        pending.into_iter().for_each(|found| self.consider(found));
        Ok(())
    }

    pub(crate) fn office(&self) -> &Office {
        &self.office
    }

    /// Waits until a request for a transfer was heard of.
    pub(crate) async fn heard(&self) {
        self.ear.heard().await;
    }

    /// When something is going to be done next, by what has been considered.
    pub(crate) fn next(&self) -> Option<Instant> {
        self.minds().plans.iter().map(|plan| plan.at).min()
    }

    /// Considers what was heard of.
    ///
    /// # Errors
    /// The store's; what was heard is heard again.
    pub(crate) async fn listen(&self) -> Result<(), Fault> {
        let heard = self.ear.take();
        if heard.is_empty() {
            return Ok(());
        }
        let objects = heard.clone();
        let looked =
            self.office.look(move |store| objects.iter().map(|object| pending(store, object)).collect());
        let found: Vec<Option<(Clid, Asked)>> = looked.await.inspect_err(|_| self.ear.put_back(heard))?;
        found.into_iter().flatten().for_each(|found| self.consider(found));
        Ok(())
    }

    /// Does what is to be done by a moment, and tells what was done.
    ///
    /// # Errors
    /// The store's, if it cannot be read. What cannot be written is tried again a minute later.
    pub(crate) async fn act(&self, until: Instant) -> Result<Vec<Act>, Fault> {
        self.listen().await?;
        let mut acts = Vec::new();
        while let Some(plan) = self.take_due(until) {
            match self.carry_out(&plan).await {
                Ok(act) => acts.extend(act),
                Err(Failure::Refused(refusals)) => {
                    tracing::info!(
                        account = plan.account,
                        reason = refusals.first().reason(),
                        "a counterpart was refused"
                    );
                }
                Err(Failure::Fault(fault)) => {
                    tracing::warn!(account = plan.account, %fault, "a counterpart could not act; it tries again in a minute");
                    let at = until.plus_millis(MINUTE);
                    self.minds().plans.push(Plan { at, ..plan });
                }
            }
        }
        Ok(acts)
    }

    /// Takes a pending transfer in mind, if there is a rule about it.
    fn consider(&self, (losing, asked): (Clid, Asked)) {
        let mut minds = self.minds();
        let Some(rule) = minds.rules.get(losing.as_str()) else { return };
        let Some((at, approve)) = rule.decide(asked.object.name(), asked.requested_at) else { return };
        if minds.plans.iter().all(|plan| plan.asked != asked) {
            minds.plans.push(Plan { at, account: losing.to_string(), asked, approve });
        }
    }

    /// The earliest plan that is due; of several, the one that came up first.
    fn take_due(&self, until: Instant) -> Option<Plan> {
        let mut minds = self.minds();
        let due = minds.plans.iter().enumerate().filter(|(_, plan)| plan.at <= until);
        let (place, _) = due.min_by_key(|(_, plan)| plan.at)?;
        Some(minds.plans.remove(place))
    }

    /// Gives the answer, if the transfer still waits for it.
    async fn carry_out(&self, plan: &Plan) -> Result<Option<Act>, Failure> {
        let (object, clid) = (plan.asked.object.clone(), Clid::from_store(plan.account.clone()));
        let looked =
            self.office.look(move |store| Ok((pending(store, &object)?, store.account_by_clid(&clid)?)));
        let (still, account) = looked.await?;
        let Some(account) = account.filter(|_| still.is_some_and(|(_, asked)| asked == plan.asked)) else {
            return Ok(None);
        };
        self.answer(account, plan).await?;
        let deed = if plan.approve { "transfer_approved" } else { "transfer_rejected" };
        let object = plan.asked.object.name().to_owned();
        Ok(Some(Act { at: self.office.engine().now(), object, deed, account: plan.account.clone() }))
    }

    async fn answer(&self, account: Account, plan: &Plan) -> Result<(), Failure> {
        let office = &self.office;
        match (&plan.asked.object, plan.approve) {
            (Object::Domain(name), true) => {
                let name = DomainName::parse(name)?;
                office.command_as(account, domain::TransferApprove { name }).await.map(drop)
            }
            (Object::Domain(name), false) => {
                let name = DomainName::parse(name)?;
                office.command_as(account, domain::TransferReject { name }).await.map(drop)
            }
            (Object::Contact(handle), true) => {
                let handle = Handle::parse(handle)?;
                office.command_as(account, contact::TransferApprove { handle }).await.map(drop)
            }
            (Object::Contact(handle), false) => {
                let handle = Handle::parse(handle)?;
                office.command_as(account, contact::TransferReject { handle }).await.map(drop)
            }
        }
    }

    fn forget(&self, account: &Clid) -> bool {
        let mut minds = self.minds();
        minds.plans.retain(|plan| plan.account != account.as_str());
        minds.rules.remove(account.as_str()).is_some()
    }

    fn minds(&self) -> MutexGuard<'_, Minds> {
        self.minds.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// In milliseconds.
const MINUTE: i64 = 60 * 1000;

#[cfg(test)]
mod tests;
