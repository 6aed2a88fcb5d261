//! What an operation works in: one moment, one actor, one transaction.

use std::sync::Arc;

use crate::{
    Failure, Fault, Field, IdSource, Outcome, Refusal,
    guard::{AuthInfoGuard, Usage, UsageGuard},
    keys::AuthInfoKey,
    listing::Bookmarks,
    model::{
        Account, AccountId, AccountState, Asked, AuthInfo, AuthInfoDigest, Billing, Clid, Currency,
        HistoryEntry, Instant, ObjectId, OperationId, RoleUser, SealedSecret, Secret, Terms,
    },
    policy::Policies,
    ports::{
        Ask, CsrSignatures, DnsZones, Entropy, Faults, Port, ProtectionNetwork, Step,
        store::{Names, Snapshot, Transaction},
    },
};

/// On whose behalf an operation is done.
#[derive(Clone, Debug)]
pub struct Actor {
    /// The account, as it was at login.
    pub account: Arc<Account>,
    /// What it is limited to, if it logged in as a role of an account.
    pub role: Option<Arc<RoleUser>>,
    /// Whether it came by a token in the place of the password.
    pub is_by_token: bool,
}

impl Actor {
    /// An actor for an account.
    pub fn new(account: Account) -> Self {
        Self { account: Arc::new(account), role: None, is_by_token: false }
    }

    /// The same, limited to what a role may.
    #[must_use]
    pub fn limited_to(self, role: Option<RoleUser>) -> Self {
        Self { role: role.map(Arc::new), ..self }
    }

    /// The same, told apart from whoever knows the password.
    #[must_use]
    pub fn by_token(self, is_by_token: bool) -> Self {
        Self { is_by_token, ..self }
    }

    /// The same acting for another account: within the same limits, on that account's bill. Who may is decided by
    /// [`crate::ops::subaccount::ActFor`].
    pub(crate) fn acting_for(&self, account: Account) -> Self {
        Self { account: Arc::new(account), ..self.clone() }
    }

    /// Whether it may give a command, by the name that its protocol has for it.
    ///
    /// # Errors
    /// `command_not_permitted`.
    pub fn may(&self, command: &str) -> Result<(), Refusal> {
        if self.role.as_ref().is_none_or(|role| role.may(command)) {
            return Ok(());
        }
        Err(Refusal::new(Outcome::CommandNotPermitted).at(Field::Command).value(command))
    }

    /// Nobody: for what is done before anyone has logged in.
    pub fn nobody() -> Self {
        Self::without_account("nobody")
    }

    /// The server: for what it does by itself when its time has come.
    pub fn server() -> Self {
        Self::without_account("server")
    }

    fn without_account(clid: &str) -> Self {
        Self::new(Account {
            id: AccountId::SERVER,
            parent: None,
            clid: Clid::from_store(clid.to_owned()),
            name: String::new(),
            currency: Currency::Eur,
            credit_limit: 0,
            terms: Terms::default(),
            billing: Billing::default(),
            state: AccountState::Suspended,
            networks: Vec::new(),
            certificates: Vec::new(),
            max_sessions: None,
            max_requests: None,
            created_at: Instant::from_millis(0),
            closed_at: None,
        })
    }

    /// The account's id.
    pub fn id(&self) -> AccountId {
        self.account.id
    }
}

/// What an operation without store works in.
#[derive(Clone, Copy)]
pub struct Glancing<'a> {
    /// The moment at which it happens.
    pub now: Instant,
    /// On whose behalf.
    pub actor: &'a Actor,
    /// What the zones allow.
    pub policies: &'a Policies,
    /// Every name in use.
    pub names: &'a dyn Names,
    pub(crate) usage: &'a UsageGuard,
}

impl Glancing<'_> {
    /// Whether the actor may ask so many more of what it may ask only so often within a day.
    ///
    /// # Errors
    /// `usage_exceeded`.
    pub(crate) fn require_left(&self, usage: Usage, most: Option<u32>, wanted: usize) -> Result<(), Refusal> {
        let Some(most) = most else { return Ok(()) };
        if wanted <= self.usage.left(self.actor.id(), usage, most, self.now) as usize {
            return Ok(());
        }
        let refusal = Refusal::new(Outcome::UsageExceeded).fact("what", usage.title());
        Err(refusal.fact("span", format_args!("{} hours", UsageGuard::HOURS)).fact("limit", most))
    }
}

/// What an operation works in. `now` is fixed at its start, so that all it does happens at the same instant.
pub struct Context<'a, S: ?Sized> {
    /// The moment at which it happens.
    pub now: Instant,
    /// Its id, unique for ever.
    pub operation: OperationId,
    /// The client's own id of the request.
    pub client_id: Option<&'a str>,
    /// In which form the protocol of the request writes notices, if it has one of its own.
    pub form: Option<&'static str>,
    /// On whose behalf.
    pub actor: &'a Actor,
    /// What the zones allow.
    pub policies: &'a Policies,
    /// The transaction or snapshot.
    pub store: &'a S,
    pub(crate) about: Ask<'a>,
    pub(crate) faults: &'a dyn Faults,
    pub(crate) network: &'a dyn ProtectionNetwork,
    pub(crate) dns: &'a dyn DnsZones,
    pub(crate) signatures: &'a dyn CsrSignatures,
    pub(crate) ids: &'a IdSource,
    pub(crate) entropy: &'a dyn Entropy,
    pub(crate) mails: bool,
    pub(crate) authinfo_key: &'a AuthInfoKey,
    pub(crate) authinfo_guard: &'a AuthInfoGuard,
    pub(crate) bookmarks: &'a Bookmarks,
}

/// The context of an operation that reads.
pub type Reading<'a> = Context<'a, dyn Snapshot + 'a>;

/// The context of an operation that may write.
pub type Writing<'a> = Context<'a, dyn Transaction + 'a>;

impl<S: Snapshot + ?Sized> Context<'_, S> {
    /// The identifier of an account that some object refers to.
    ///
    /// # Errors
    /// A fault if there is no such account: references to accounts are never left behind.
    pub fn clid(&self, id: AccountId) -> Result<Clid, Fault> {
        if id == self.actor.id() {
            return Ok(self.actor.account.clid.clone());
        }
        let account = self.store.account(id)?;
        account
            .map(|account| account.clid)
            .ok_or_else(|| Fault::internal(format!("account {} is missing", id.0)))
    }

    /// Comes to a port. What goes wrong there on order is met here.
    ///
    /// # Errors
    /// The trouble that was ordered for this call, if any.
    pub fn reach(&self, port: Port) -> Result<(), Fault> {
        self.reach_in(port, None)
    }

    /// Comes to the ledger for a step that means something of its own when it fails.
    ///
    /// # Errors
    /// The trouble that was ordered for this call, if any.
    pub fn reach_ledger(&self, step: Step) -> Result<(), Fault> {
        self.reach_in(Port::Ledger, Some(step))
    }

    fn reach_in(&self, port: Port, step: Option<Step>) -> Result<(), Fault> {
        let reached = self.faults.reach(port, &Ask { step, ..self.about });
        reached.map_err(|fault| fault.met_at(port, step))
    }

    /// Decrypts a secret of an account.
    ///
    /// # Errors
    /// See [`SealedSecret::open`].
    pub fn unseal(&self, sealed: &SealedSecret, account: AccountId) -> Result<Secret, Fault> {
        sealed.open(account, self.authinfo_key)
    }

    /// What is kept of an authInfo for an object.
    pub fn digest(&self, authinfo: &AuthInfo, object: ObjectId) -> AuthInfoDigest {
        authinfo.digest(object, self.authinfo_key)
    }

    /// Whether a presented authInfo opens an object. `name` is the object's, for the refusal.
    ///
    /// An object without authInfo cannot be opened (RFC 9154 section 4.1). Wrong attempts are counted per object,
    /// whoever makes them; after too many, even the right one is not heard for a while.
    ///
    /// # Errors
    /// `authinfo_wrong` or `authinfo_locked`.
    pub fn prove(
        &self,
        presented: &AuthInfo,
        kept: Option<&AuthInfoDigest>,
        object: ObjectId,
        name: &str,
    ) -> Result<(), Failure> {
        if self.authinfo_guard.is_locked(object, self.now) {
            return Err(Refusal::new(Outcome::AuthinfoLocked).value(name).into());
        }
        let digest = self.digest(presented, object);
        if kept.is_some_and(|kept| *kept == digest) {
            return Ok(());
        }
        self.authinfo_guard.note_failure(object, self.now);
        Err(Refusal::new(Outcome::AuthinfoWrong).value(name).into())
    }
}

impl<'a> Writing<'a> {
    /// The same request on behalf of somebody else: what is done so is done by that account, within its limits.
    pub(crate) fn on_behalf<'b>(&'b self, actor: &'b Actor) -> Writing<'b> {
        Writing { actor, ..*self }
    }

    /// The same transaction at another moment, as a request of its own: for work that fell due then.
    pub(crate) fn at(&self, now: Instant) -> Self {
        Self { now, operation: OperationId(self.new_id()), ..*self }
    }

    /// The id of the object that this operation makes: its own, so that one entry of the history is found by either.
    /// No operation makes two.
    pub fn object_id(&self) -> i64 {
        self.operation.0
    }

    /// The request itself, to be remembered until it ends: for what is accepted now and done later.
    pub fn asked(&self) -> Asked {
        Asked {
            operation: self.operation,
            action: self.about.operation.name().to_owned(),
            client_id: self.client_id.map(str::to_owned),
            form: self.form.map(str::to_owned),
        }
    }

    /// A new id for an account, ledger line or notice.
    pub fn new_id(&self) -> i64 {
        self.ids.next(self.now)
    }

    /// The first of so many new ids that follow each other.
    pub fn new_ids(&self, count: u32) -> i64 {
        self.ids.block(self.now, count)
    }

    /// Encrypts a secret of an account for the store.
    ///
    /// # Errors
    /// See [`SealedSecret::seal`].
    pub fn seal(&self, secret: &Secret, account: AccountId) -> Result<SealedSecret, Fault> {
        SealedSecret::seal(secret, account, self.authinfo_key)
    }

    /// Forgets wrong attempts at an object's authInfo, because it has a new one.
    pub fn reset_authinfo_guard(&self, object: ObjectId) {
        self.authinfo_guard.forget(object);
    }

    /// Writes into the history that an object was changed.
    ///
    /// # Errors
    /// A fault of the store.
    pub fn record(&self, action: outcomes::Operation, object: ObjectId, name: &str) -> Result<(), Fault> {
        self.store.record(&HistoryEntry {
            operation: self.operation,
            at: self.now,
            account: self.actor.id(),
            action: action.name(),
            object,
            name: name.to_owned(),
            client_id: self.client_id.map(str::to_owned),
        })
    }
}
