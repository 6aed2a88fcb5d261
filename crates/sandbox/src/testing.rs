//! A sandbox in memory, for the tests.

use std::sync::Arc;
use std::sync::atomic::{AtomicI64, AtomicU8, Ordering};

use edge::journal::{Journal, Settings as JournalSettings};
use edge::metrics::Metrics;
use edge::{Desk, DueRunner};
use engine::keys::AuthInfoKey;
use engine::model::{
    Account, Arrival, AuthInfo, Clid, Currency, Delegation, DnssecData, DomainName, Instant, NssetName,
    Secret,
};
use engine::ops::account::{Deposit, Open, SetBilling};
use engine::ops::{AuthInfoProof, domain, nsset};
use engine::policy::{HouseRules, Policies, ProtectionPolicy, Zone};
use engine::ports::{Clock, Entropy};
use engine::protection::{OwnNetwork, OwnZones};
use engine::{Actor, Command, End, Engine, Fault, Manner, Parts as EngineParts, Query, Request};
use serde_json::{Value, json};
use store::{Options, Picture, Sqlite};

use crate::counterpart::{Counterparts, Ear};
use crate::faults::{FaultyStore, Plan};
use crate::keep::{Forks, Future, World as Kept};
use crate::{Control, Hands, Keep, Mailbox, Parts, SandboxClock, Timekeeper};

/// Shows the time it was set to.
pub(crate) struct HandClock(AtomicI64);

impl HandClock {
    pub(crate) fn at(moment: Instant) -> Self {
        Self(AtomicI64::new(moment.millis()))
    }

    pub(crate) fn set(&self, to: Instant) {
        self.0.store(to.millis(), Ordering::SeqCst);
    }
}

impl Clock for HandClock {
    fn now(&self) -> Instant {
        Instant::from_millis(self.0.load(Ordering::SeqCst))
    }
}

/// Shows a later time whenever somebody looks.
pub(crate) struct HastyClock {
    shows: AtomicI64,
    /// In milliseconds.
    pub(crate) haste: AtomicI64,
}

impl HastyClock {
    pub(crate) fn at(moment: Instant, haste: i64) -> Self {
        Self { shows: AtomicI64::new(moment.millis()), haste: AtomicI64::new(haste) }
    }
}

impl Clock for HastyClock {
    fn now(&self) -> Instant {
        let haste = self.haste.load(Ordering::SeqCst);
        Instant::from_millis(self.shows.fetch_add(haste, Ordering::SeqCst))
    }
}

#[derive(Default)]
struct Counting(AtomicU8);

impl Entropy for Counting {
    fn fill(&self, buffer: &mut [u8]) {
        buffer.fill_with(|| self.0.fetch_add(1, Ordering::SeqCst));
    }
}

/// Noon of a day.
pub(crate) fn day(date: &str) -> Instant {
    Instant::parse(&format!("{date}T12:00:00Z")).unwrap()
}

pub(crate) fn name(text: &str) -> DomainName {
    DomainName::parse(text).unwrap()
}

/// Everything that a binary puts together, with the time standing at noon of 1 March 2027 and two accounts.
pub(crate) struct World {
    pub(crate) engine: Engine,
    pub(crate) plan: Arc<Plan>,
    pub(crate) clock: Arc<SandboxClock>,
    pub(crate) timekeeper: Arc<Timekeeper>,
    pub(crate) counterparts: Arc<Counterparts>,
    pub(crate) mailbox: Arc<Mailbox>,
    pub(crate) journal: Journal,
    pub(crate) control: Control,
    pub(crate) alpha: Account,
    pub(crate) bravo: Account,
    /// What the clock showed when the store was exchanged.
    pub(crate) exchanged_at: Arc<AtomicI64>,
}

impl World {
    pub(crate) async fn new() -> Self {
        Self::by(Arc::new(HandClock::at(day("2027-03-01")))).await
    }

    /// One whose sandbox clock goes as this one does.
    pub(crate) async fn by(base: Arc<dyn Clock>) -> Self {
        let clock = Arc::new(SandboxClock::new(base, Hands::default()));
        let (plan, ear) = (Arc::new(Plan::new()), Arc::new(Ear::new()));
        let sqlite = Arc::new(Sqlite::in_memory(Options::default()).unwrap());
        let store = FaultyStore::new(sqlite.clone(), plan.clone(), ear.clone()).unwrap();
        let engine = Engine::new(EngineParts {
            store: Arc::new(store),
            clock: clock.clone(),
            entropy: Arc::new(Counting::default()),
            faults: plan.clone(),
            network: Arc::new(OwnNetwork),
            dns: Arc::new(OwnZones),
            signatures: Arc::new(csr::RingSignatures),
            policies: Policies::new(
                [TEST, SETS].map(|text| Zone::parse(text).unwrap()),
                HouseRules::default(),
            )
            .with_protection(ProtectionPolicy::parse(PROTECTION).unwrap()),
            authinfo_key: AuthInfoKey::new([7; 32]),
            mails: true,
            last_id: 0,
        });
        let desk = Desk::new(engine.clone());
        let counterparts = Arc::new(Counterparts::new(desk.clone(), ear));
        let runner = Arc::new(DueRunner::new(desk.clone()));
        let timekeeper = Arc::new(Timekeeper::new(clock.clone(), runner, counterparts.clone()));
        let mailbox = Arc::new(Mailbox::new());
        let journal = Journal::in_memory(JournalSettings::default(), &Metrics::new()).unwrap();
        let empty = sqlite.picture().unwrap();
        let exchanged_at = Arc::new(AtomicI64::default());
        let keeper = Keeper { sqlite, empty, clock: clock.clone(), exchanged_at: exchanged_at.clone() };
        let control = Control::new(Parts {
            desk: desk.clone(),
            timekeeper: timekeeper.clone(),
            faults: plan.clone(),
            counterparts: counterparts.clone(),
            mailbox: mailbox.clone(),
            keep: Arc::new(keeper),
            forks: Some(Arc::new(Forker)),
            journal: journal.clone(),
            knobs: Vec::new(),
        });
        let (alpha, bravo) = (open(&desk, "ALPHA").await, open(&desk, "BRAVO").await);
        Self {
            engine,
            plan,
            clock,
            timekeeper,
            counterparts,
            mailbox,
            journal,
            control,
            alpha,
            bravo,
            exchanged_at,
        }
    }

    pub(crate) async fn command<C: Command>(&self, account: &Account, command: C) -> End<C> {
        command_of(&Desk::new(self.engine.clone()), Actor::new(account.clone()), command).await
    }

    pub(crate) async fn query<Q: Query>(&self, account: &Account, query: Q) -> End<Q> {
        let desk = Desk::new(self.engine.clone());
        let request = request(&desk, Actor::new(account.clone()));
        desk.query(request, query).await
    }

    /// Registers a domain with the authInfo [`AUTHINFO`].
    pub(crate) async fn register(&self, account: &Account, text: &str) -> End<domain::Create> {
        self.command(account, create(text)).await
    }

    /// Asks for a domain with the authInfo [`AUTHINFO`].
    pub(crate) async fn ask_for(&self, account: &Account, text: &str) -> End<domain::TransferRequest> {
        let proof = AuthInfoProof { authinfo: AuthInfo::presented(AUTHINFO), roid: None };
        self.command(
            account,
            domain::TransferRequest {
                name: name(text),
                period: None,
                authority: domain::Authority::AuthInfo(Some(proof)),
                consent: None,
                arrival: Arrival::default(),
                people: Vec::new(),
            },
        )
        .await
    }

    /// Who sponsors a domain.
    pub(crate) async fn sponsor(&self, text: &str) -> String {
        let view = self.query(&self.alpha, domain::Info { name: name(text), proof: None }).await;
        view.unwrap().answer.sponsor.to_string()
    }

    pub(crate) fn now(&self) -> Instant {
        self.clock.now()
    }
}

/// A set without servers.
pub(crate) fn create_nsset(name: &str) -> nsset::Create {
    nsset::Create {
        zone: self::name("sets"),
        name: NssetName::parse(name).unwrap(),
        servers: Vec::new(),
        contacts: Vec::new(),
        authinfo: Secret::new(""),
    }
}

pub(crate) fn create(text: &str) -> domain::Create {
    domain::Create {
        name: name(text),
        period: None,
        contacts: Vec::new(),
        people: Vec::new(),
        delegation: Delegation::default(),
        authinfo: Secret::new(AUTHINFO),
        dnssec: DnssecData::default(),
        consent: None,
        choices: domain::Choices::default(),
        needless: Default::default(),
    }
}

async fn open(desk: &Desk, clid: &str) -> Account {
    let clid = Clid::parse(clid).unwrap();
    let account = Open {
        clid: clid.clone(),
        name: format!("Registrar {clid}"),
        currency: Currency::Usd,
        credit_limit: 0,
    };
    command_of(desk, Actor::nobody(), account).await.unwrap();
    let party = Some(Some(crate::sample_party(&clid).unwrap()));
    let billing = SetBilling { party, ..SetBilling::of(clid.clone()) };
    command_of(desk, Actor::nobody(), billing).await.unwrap();
    command_of(desk, Actor::nobody(), Deposit { clid: clid.clone(), minor: 100_000 }).await.unwrap();
    let office = crate::office::Office::new(desk.clone());
    office.look(move |store| store.account_by_clid(&clid)).await.unwrap().unwrap()
}

async fn command_of<C: Command>(desk: &Desk, actor: Actor, command: C) -> End<C> {
    desk.command(request(desk, actor), command).await
}

fn request(desk: &Desk, actor: Actor) -> Request {
    Request {
        actor,
        operation: desk.engine().new_operation(),
        client_id: Some("CL-1".into()),
        manner: Manner::default(),
    }
}

struct Keeper {
    sqlite: Arc<Sqlite>,
    empty: Picture,
    clock: Arc<SandboxClock>,
    exchanged_at: Arc<AtomicI64>,
}

impl Keep for Keeper {
    fn snapshot(&self) -> Result<Picture, Fault> {
        self.sqlite.picture()
    }

    fn restore(&self, picture: &Picture) -> Result<(), Fault> {
        self.exchanged_at.store(self.clock.now().millis(), Ordering::SeqCst);
        self.sqlite.bring_back(picture)
    }

    fn reset(&self) -> Result<(), Fault> {
        self.sqlite.bring_back(&self.empty)
    }
}

/// Tells what it would serve.
struct Forker;

impl Forks for Forker {
    fn fork(&self, world: Kept) -> Future<'_, Result<Value, Fault>> {
        Box::pin(async move { Ok(json!({"taken_at": world.taken_at.to_string()})) })
    }
}

pub(crate) const AUTHINFO: &str = "Let-me-go-7";
const PROTECTION: &str = r#"
set_up_hours = 1
prices.USD.start = { monthly = "5.00" }
"#;

const TEST: &str = r#"
name = "test"

[transfer]
days = 5
time_out = "approve"
years = 1

[prices]
USD = { create = "10.00", renew = "8.00", transfer = "9.00", restore = "40.00" }
"#;
/// Has sets of name servers, which may be empty.
const SETS: &str = r#"
name = "sets"
hosts = "attributes"

[nssets]
servers = [0, 10]
"#;
