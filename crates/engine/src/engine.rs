//! The engine: hands operations to the store and their results back.

use std::sync::Arc;

use crate::{
    Actor, Command, Context, Done, Failure, Fault, Glance, Glancing, IdSource, Operation, Query,
    guard::{AuthInfoGuard, LoginGuard, Usage, UsageGuard, UsedCodes, VerifiedPasswords},
    keys::AuthInfoKey,
    listing::Bookmarks,
    model::{AccountId, AuthInfoDigest, Instant, OperationId, Realm, SealedSecret, Secret},
    ops::token,
    policy::{Policies, Zone},
    ports::{
        Access, Ask, Clock, CsrSignatures, DnsZones, Entropy, Faults, Port, ProtectionNetwork,
        store::{CommandJob, QueryJob, Result as StoreResult, Snapshot, Store, Transaction, Verdict},
    },
};

/// What an engine is made of.
pub struct Parts {
    /// Where everything is kept.
    pub store: Arc<dyn Store>,
    /// The clock.
    pub clock: Arc<dyn Clock>,
    /// Randomness for salts and secrets.
    pub entropy: Arc<dyn Entropy>,
    /// Trouble on order; none in production.
    pub faults: Arc<dyn Faults>,
    /// The protecting network.
    pub network: Arc<dyn ProtectionNetwork>,
    /// Who keeps the DNS of names.
    pub dns: Arc<dyn DnsZones>,
    /// What checks the signatures of requests for certificates.
    pub signatures: Arc<dyn CsrSignatures>,
    /// What the zones allow.
    pub policies: Policies,
    /// Keys the hashes of authInfos.
    pub authinfo_key: AuthInfoKey,
    /// Whether there is somebody to hand letters to.
    pub mails: bool,
    /// The highest id given so far, from the store's history; 0 in a new store.
    pub last_id: i64,
}

/// The engine. Cheap to clone; all clones are one.
#[derive(Clone)]
pub struct Engine(Arc<Inner>);

struct Inner {
    parts: Parts,
    ids: IdSource,
    authinfo_guard: AuthInfoGuard,
    login_guard: LoginGuard,
    used_codes: UsedCodes,
    usage_guard: UsageGuard,
    verified: VerifiedPasswords,
    bookmarks: Bookmarks,
}

/// Who asks, and under which ids.
#[derive(Clone, Debug)]
pub struct Request {
    /// On whose behalf.
    pub actor: Actor,
    /// The server's id of the request, from [`Engine::new_operation`].
    pub operation: OperationId,
    /// The client's own id of the request, if it sent one. Not required to be unique.
    pub client_id: Option<String>,
    /// How it is to be done.
    pub manner: Manner,
}

/// How a request is to be done.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Manner {
    /// Whether it is only tried: it is answered as if it were done, and nothing is kept.
    pub rehearsal: bool,
    /// In which form the protocol of the request writes notices, if it has one of its own: `wapi/xml`.
    pub form: Option<&'static str>,
}

impl Request {
    /// A request that is done, and whose protocol has no notices of its own form.
    pub fn new(actor: Actor, operation: OperationId) -> Self {
        Self { actor, operation, client_id: None, manner: Manner::default() }
    }
}

/// How an operation ended.
pub type End<O> = Result<Done<<O as Operation>::Answer>, Failure>;

impl Engine {
    /// An engine made of its parts.
    pub fn new(parts: Parts) -> Self {
        let ids = IdSource::after(parts.last_id);
        let verified = VerifiedPasswords::new(parts.entropy.as_ref());
        let login_guard = LoginGuard::new(parts.policies.house.failed_logins_per_address);
        let (authinfo_guard, used_codes, usage_guard, bookmarks) = Default::default();
        let guards =
            Inner { parts, ids, authinfo_guard, login_guard, used_codes, usage_guard, verified, bookmarks };
        Self(Arc::new(guards))
    }

    /// The present moment.
    pub fn now(&self) -> Instant {
        self.0.parts.clock.now()
    }

    /// A new id for a request.
    pub fn new_operation(&self) -> OperationId {
        OperationId(self.0.ids.next(self.now()))
    }

    /// A new id for a request with parts that are numbered behind it: a multiple of `size`, with all ids up to the next kept for
    /// them.
    pub fn new_operation_of_parts(&self, size: u32) -> OperationId {
        OperationId(self.0.ids.family(self.now(), size))
    }

    /// What the zones allow.
    pub fn policies(&self) -> &Policies {
        &self.0.parts.policies
    }

    /// How many more names an account may check in a zone, where the zone counts them.
    pub fn checks_left(&self, actor: &Actor, zone: &Zone) -> Option<u32> {
        let most = zone.usage.checks?;
        Some(self.0.usage_guard.left(actor.id(), Usage::Checks, most, self.now()))
    }

    /// Randomness, for callers that hash passwords.
    pub fn entropy(&self) -> &dyn Entropy {
        self.0.parts.entropy.as_ref()
    }

    /// The store, for chores that are no operations: backup, audit.
    pub fn store(&self) -> &dyn Store {
        self.0.parts.store.as_ref()
    }

    /// How many logins with a name failed within the last day, from everywhere.
    pub fn failed_logins(&self, realm: Realm, login: &str) -> u32 {
        self.0.login_guard.failures(realm, login, self.now())
    }

    /// Comes to a port that lies outside transactions. What goes wrong there on order is met here.
    ///
    /// # Errors
    /// The trouble that was ordered for this call, if any.
    pub fn reach(&self, port: Port, ask: &Ask<'_>) -> Result<(), Fault> {
        self.0.parts.faults.reach(port, ask)
    }

    /// Takes note that the store holds something else from now on, up to this id: ids go on behind it, and what was
    /// remembered of logins and authInfos is forgotten. For a sandbox, whose time can be brought back with its store.
    pub fn rewind(&self, last_id: i64) {
        self.0.ids.rewind(last_id);
        self.0.authinfo_guard.clear();
        self.0.login_guard.clear();
        self.0.used_codes.clear();
        self.0.usage_guard.clear();
        self.0.verified.clear();
        self.0.bookmarks.clear();
    }

    /// Decrypts a secret of an account.
    ///
    /// # Errors
    /// See [`SealedSecret::open`].
    pub(crate) fn unseal(&self, sealed: &SealedSecret, account: AccountId) -> Result<Secret, Fault> {
        sealed.open(account, &self.0.parts.authinfo_key)
    }

    /// What is kept of a token of an account.
    pub(crate) fn token_digest(&self, token: &Secret, account: AccountId) -> AuthInfoDigest {
        token::digest(token, account, &self.0.parts.authinfo_key)
    }

    pub(crate) fn login_guard(&self) -> &LoginGuard {
        &self.0.login_guard
    }

    pub(crate) fn used_codes(&self) -> &UsedCodes {
        &self.0.used_codes
    }

    pub(crate) fn verified(&self) -> &VerifiedPasswords {
        &self.0.verified
    }

    /// Does an operation that needs no store, at once.
    ///
    /// # Errors
    /// Its refusals; the trouble that was ordered at the registry.
    pub fn glance<G: Glance>(&self, actor: &Actor, glance: G) -> End<G> {
        self.reach(Port::Registry, &about(actor, &glance, Access::Reads))?;
        let end = glance.run(&self.glancing(actor)).map_err(Failure::from);
        check_declared::<G>(&end);
        end
    }

    /// Hands over an operation that reads. What can be refused without the store is refused at once. `reply` is called
    /// from a thread of the store and must be quick.
    pub fn query<Q: Query>(&self, request: Request, query: Q, reply: impl FnOnce(End<Q>) + Send + 'static) {
        if let Err(refusals) = query.precheck(&self.glancing(&request.actor)) {
            let end = Err(Failure::from(refusals));
            check_declared::<Q>(&end);
            return reply(end);
        }
        self.0.parts.store.query(Box::new(QueryCall { engine: self.clone(), request, query, reply }));
    }

    /// Hands over an operation that may change something. What can be refused without the store is refused at once.
    /// `reply` is called after the commit is on disk, from a thread of the store, and must be quick.
    pub fn command<C: Command>(
        &self,
        request: Request,
        command: C,
        reply: impl FnOnce(End<C>) + Send + 'static,
    ) {
        self.command_by(request, command, reply, |store, job| store.command(job));
    }

    /// As [`Engine::command`]; `hand_over` takes what has to reach the store there.
    pub fn command_by<C: Command>(
        &self,
        request: Request,
        command: C,
        reply: impl FnOnce(End<C>) + Send + 'static,
        hand_over: impl FnOnce(&dyn Store, Box<dyn CommandJob>),
    ) {
        if let Err(refusals) = command.precheck(&self.glancing(&request.actor)) {
            let end = Err(Failure::from(refusals));
            check_declared::<C>(&end);
            return reply(end);
        }
        let call = CommandCall { engine: self.clone(), request, command, reply, end: None };
        hand_over(self.store(), Box::new(call));
    }

    fn glancing<'a>(&'a self, actor: &'a Actor) -> Glancing<'a> {
        Glancing {
            now: self.now(),
            actor,
            policies: self.policies(),
            names: self.0.parts.store.names(),
            usage: &self.0.usage_guard,
        }
    }

    fn context<'a, O: Operation, S: ?Sized>(
        &'a self,
        request: &'a Request,
        operation: &'a O,
        access: Access,
        store: &'a S,
    ) -> Context<'a, S> {
        Context {
            now: self.now(),
            operation: request.operation,
            client_id: request.client_id.as_deref(),
            form: request.manner.form,
            actor: &request.actor,
            policies: self.policies(),
            store,
            about: about(&request.actor, operation, access),
            faults: self.0.parts.faults.as_ref(),
            network: self.0.parts.network.as_ref(),
            dns: self.0.parts.dns.as_ref(),
            signatures: self.0.parts.signatures.as_ref(),
            ids: &self.0.ids,
            entropy: self.entropy(),
            mails: self.0.parts.mails,
            authinfo_key: &self.0.parts.authinfo_key,
            authinfo_guard: &self.0.authinfo_guard,
            bookmarks: &self.0.bookmarks,
        }
    }
}

struct QueryCall<Q, F> {
    engine: Engine,
    request: Request,
    query: Q,
    reply: F,
}

impl<Q: Query, F: FnOnce(End<Q>) + Send> QueryJob for QueryCall<Q, F> {
    fn about(&self) -> Option<Ask<'_>> {
        Some(about(&self.request.actor, &self.query, Access::Reads))
    }

    fn run(self: Box<Self>, snapshot: StoreResult<&dyn Snapshot>) {
        let end = match snapshot {
            Ok(snapshot) => {
                self.query.run(&mut self.engine.context(&self.request, &self.query, Access::Reads, snapshot))
            }
            Err(fault) => Err(fault.into()),
        };
        check_declared::<Q>(&end);
        (self.reply)(end);
    }
}

struct CommandCall<C: Command, F> {
    engine: Engine,
    request: Request,
    command: C,
    reply: F,
    end: Option<End<C>>,
}

impl<C: Command, F: FnOnce(End<C>) + Send> CommandJob for CommandCall<C, F> {
    fn about(&self) -> Option<Ask<'_>> {
        Some(about(&self.request.actor, &self.command, Access::Writes))
    }

    fn run(&mut self, transaction: &dyn Transaction) -> StoreResult<Verdict> {
        let end = self.command.run(&mut self.engine.context(
            &self.request,
            &self.command,
            Access::Writes,
            transaction,
        ));
        check_declared::<C>(&end);
        let verdict = match &end {
            Ok(_) if self.request.manner.rehearsal => Verdict::Undo,
            Ok(_) => Verdict::Keep,
            Err(Failure::Refused(_)) => Verdict::Undo,
            Err(Failure::Fault(fault)) => return Err(fault.clone()),
        };
        self.end = Some(end);
        Ok(verdict)
    }

    fn end(self: Box<Self>, end: StoreResult<()>) {
        let end = match end {
            Ok(()) => {
                self.end.unwrap_or_else(|| Err(Fault::internal("a command ended without having run").into()))
            }
            Err(fault) => Err(fault.into()),
        };
        (self.reply)(end);
    }
}

/// What an operation is for, as the ports hear of it.
fn about<'a, O: Operation>(actor: &'a Actor, operation: &'a O, access: Access) -> Ask<'a> {
    Ask { account: &actor.account.clid, operation: O::NAME, object: operation.object(), access, step: None }
}

/// Every operation lists its outcomes; one that is not on the list is a bug in the operation.
pub(crate) fn check_declared<O: Operation>(end: &End<O>) {
    let declared = |outcome| O::OUTCOMES.contains(&outcome);
    match end {
        Ok(done) => {
            for outcome in done.warnings.iter().map(|warning| warning.outcome).chain([done.outcome]) {
                debug_assert!(declared(outcome), "{:?} does not declare {outcome:?}", O::NAME);
            }
        }
        Err(Failure::Refused(refusals)) => {
            for refusal in refusals.iter() {
                debug_assert!(
                    declared(refusal.outcome),
                    "{:?} does not declare {:?}",
                    O::NAME,
                    refusal.outcome
                );
            }
        }
        Err(Failure::Fault(_)) => {}
    }
}
